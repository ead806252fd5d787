import type { Draft } from '../draft.js';
import { itemsAt, type Findings } from '../findings.js';

/** Whether who is asked for an age can go elsewhere, and whether each part of the site with an age of its own is reached. */
export function checkAge({ age }: Draft, findings: Findings): void {
  if (age && !age.links?.length && (age.minimum ?? age.areas) !== undefined) {
    const message = 'asks for an age and has no links, so who may not stay has no way out but the browser';
    findings.add('age', undefined, { code: 'NO-WAY-OUT', message, fix: 'add links, such as one to the start page' });
  }
  const before: string[] = [];
  for (const [place, area] of itemsAt(age?.areas, 'age.areas')) {
    const { path = '' } = area;
    const cover = before.find((start) => path.startsWith(start));
    if (cover !== undefined) {
      const message = `is never reached, as ${cover} comes before it`;
      findings.add(`${place}.path`, path, { code: 'AREA-COVERED', message, fix: 'put the longer path first' });
    }
    before.push(path);
  }
}
