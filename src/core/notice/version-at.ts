import type { NoticeConfig } from '../../config/notice.js';

/**
 * Names the version of the notice that was in force at a moment, in milliseconds since 1970. Empty where the shop numbers
 * none, or writes something else there: a record is worth more than the number in it.
 */
export function versionAt(notice: NoticeConfig | undefined, at: number): string {
  try {
    const day = new Date(at).toISOString().slice(0, 10);
    const id: unknown = notice?.versions?.find(({ date }) => date <= day)?.id;
    return typeof id === 'string' ? id : '';
  } catch {
    return '';
  }
}
