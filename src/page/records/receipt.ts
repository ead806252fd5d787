import type { Category, Settings } from '../../config/settings.js';
import type { LocalText } from '../../config/types.js';
import type { Envelope } from '../../core/receipt/envelope.js';
import { createReceipt } from '../../core/receipt/receipt.js';
import type { Decision, State } from '../../core/state.js';
import type { Messages } from '../../locales/messages.js';
import { download } from '../../platform/download.js';

/** Whoever shows a receipt: the page's store, its language and its words. */
export interface ReceiptPage {
  readonly store: { readonly settings: Settings; readonly state: State } | undefined;
  readonly locale: { readonly lang: string } | undefined;
  readonly messages: Messages;
  /** Picks the language of a text. */
  pick(text: LocalText | undefined): string | undefined;
}

/** What the shopper reads of a category. */
interface CategoryText {
  readonly label: string;
  readonly purpose: string;
}

/** The shopper's own record, as it is shown. */
export interface ReceiptView {
  /** What it says: the name of a fact, then the fact; empty where it is not known. */
  readonly facts: readonly (readonly [name: string, fact: string])[];
  /** Gives the shopper the whole of it as a file. */
  readonly save: () => void;
}

/**
 * Describes what is on record about the shopper's choices. Nothing where nothing was decided.
 *
 * @param history - The shopper's own envelopes, where the shop has a log.
 */
export function describeReceipt(
  page: ReceiptPage,
  history: readonly Envelope[],
  textOf: (category: Category) => CategoryText,
): ReceiptView | undefined {
  const { store, locale, messages } = page;
  const decision = store?.state.decision;
  if (!decision || !locale) {
    return undefined;
  }
  const { settings, state } = store;
  const { lang } = locale;
  const made = new Date(decision.time * 1000);
  const pick = (text: LocalText | undefined): string | undefined => page.pick(text);
  const categories = settings.categories.map((category) => ({ id: category.id, ...textOf(category) }));
  const names = new Map(categories.map(({ id, label }) => [id, label]));
  for (const { id, name } of settings.services) {
    names.set(id, pick(name) ?? id);
  }
  const list = new Intl.ListFormat(lang);
  const own = history.find(({ record, seq }) => record === decision.id && seq === decision.seq);
  return {
    facts: [
      [messages.recordTime, new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'medium' }).format(made)],
      [messages.recordAllowed, list.format(answered(state, names, true))],
      [messages.recordRefused, list.format(answered(state, names, false))],
      [messages.recordSource, sourceIn(messages, decision)],
      [messages.recordLang, nameOf(decision.lang, lang)],
      [messages.recordShown, own?.shown.hash ? `${own.shown.version} ${own.shown.hash}`.trim() : ''],
      [messages.recordNumber, decision.id],
    ],
    save: () => {
      const receipt = createReceipt({ settings, state, history, categories, pick, now: Date.now() });
      download(`choices-${made.toISOString().slice(0, 10)}.json`, `${JSON.stringify(receipt, null, 2)}\n`);
    },
  };
}

/** The names of what the shopper allowed or refused. */
function answered({ categories, services }: State, names: ReadonlyMap<string, string>, granted: boolean): string[] {
  return Object.entries({ ...categories, ...services })
    .filter(([, { why, allowed }]) => why === 'choice' && allowed === granted)
    .map(([id]) => names.get(id) ?? id);
}

function sourceIn({ sourceButton, sourceScript, sourceApi, sourceEmbed }: Messages, { source }: Decision): string {
  return { button: sourceButton, script: sourceScript, api: sourceApi, embed: sourceEmbed }[source] ?? source;
}

/** The name of a language. The tag itself where it is none: a page can call its language anything. */
function nameOf(tag: string, lang: string): string {
  try {
    return new Intl.DisplayNames(lang, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
