/** What a server and a page do with the notice as data. Only has to compile. */
import type { NoticeElement } from '../../src/define.js';
import {
  outlineOf,
  renderNotice,
  writeData,
  writeText,
  type NoticeFacts,
  type Outline,
  type Section,
} from '../../src/core/index.js';
import { en } from '../../src/locales/en.js';
import { notice } from '../../src/locales/en/notice.js';
import type { Config } from '../../src/index.js';

const config = {
  notice: {
    data: [{ id: 'address', label: { en: 'Address' }, source: 'Your order', required: true }],
    sections: [{ id: 'letters', title: 'Letters', text: ['By e-mail.'] }],
    versions: [{ id: '1', date: '2026-03-01', changes: [{ kind: 'added', section: 'letters', text: 'Letters.' }] }],
  },
} satisfies Config;

const words = { ...en.messages, ...notice };

export const html: string = renderNotice(config, { lang: 'en', words, today: '2026-03-01' });

export function read({ outline }: NoticeElement, facts: NoticeFacts): readonly string[] {
  const drawn: Outline | undefined = outline;
  const made: Outline = outlineOf(facts);
  return [writeText(drawn ?? made), writeData(made), ...made.sections.map(({ id }) => id)];
}

export function write(outline: Outline): void {
  // @ts-expect-error The notice is made of the configuration alone.
  outline.version = '2';
  // @ts-expect-error No section is added from outside.
  const sections: Section[] = outline.sections;
  void sections;
}

// @ts-expect-error A server needs the words of the notice beside those of the language.
export const half = renderNotice(config, { lang: 'en', words: en.messages, today: '2026-03-01' });
type Kind = NonNullable<NonNullable<NonNullable<Config['notice']>['versions']>[number]['changes']>[number]['kind'];
// @ts-expect-error There are three kinds of change.
export const kind: Kind = 'better';
