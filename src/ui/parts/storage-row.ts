import type { LocalText, StorageConfig, StorageKind } from '../../config/types.js';
import type { Messages } from '../../locales/messages.js';
import { days } from '../fill.js';

/** Writes one thing that is stored as the cells of a row: its name, its kind, its purpose, and how long it is kept. */
export function storageRow(
  messages: Messages,
  lang: string,
  pick: (text: LocalText | undefined) => string | undefined,
  { name, kind, purpose, days: count }: StorageConfig,
): readonly string[] {
  const key = `kind${kind.charAt(0).toUpperCase()}${kind.slice(1)}` as `kind${Capitalize<StorageKind>}`;
  const ends = /^(cookie|session)$/.test(kind) ? messages.untilClosed : messages.untilDeleted;
  return [name, messages[key], pick(purpose) ?? '', count ? days(count, lang) : ends];
}

/** The heads of these rows. */
export const storageHead = (messages: Messages): readonly string[] => [
  messages.storageName,
  messages.storageKind,
  messages.storagePurpose,
  messages.storageDuration,
];
