import type { NewsletterPatch } from '../../core/newsletter/state.js';
import type { NewsletterMessages } from '../../locales/messages/newsletter.js';
import type { Desk } from '../../page/newsletter/desk.js';
import { fill } from '../../ui/fill.js';

/** `not-found` becomes `NotFound`. */
type Pascal<W extends string> = W extends `${infer A}-${infer B}` ? `${Capitalize<A>}${Capitalize<B>}` : Capitalize<W>;

/** The key of a text by the word for it: a status, a problem. The compiler holds it against the texts. */
function keyOf<W extends string>(word: W): `newsletter${Pascal<W>}` {
  const name = word.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
  return `newsletter${name as Pascal<W>}`;
}

/** Writes what became of the last press; empty where nothing was pressed. */
export function outcomeText(desk: Desk, messages: NewsletterMessages, lang: string): string {
  const { saves, problem, busy, done, retryAfter = 60 } = desk;
  const wrong = problem ?? saves?.problem;
  if (busy) {
    return messages.newsletterSaving;
  }
  if (wrong) {
    const minutes = new Intl.NumberFormat(lang, { style: 'unit', unit: 'minute', unitDisplay: 'long' });
    return fill(messages[keyOf(wrong)], { duration: minutes.format(Math.ceil(retryAfter / 60)) });
  }
  return done ? messages[keyOf(outcomeOf(done))] : '';
}

function outcomeOf({ status, resend }: NewsletterPatch): 'stopped' | 'resent' | 'saved' {
  return status === 'unsubscribed' ? 'stopped' : resend ? 'resent' : 'saved';
}

/** The same for screen readers, who do not see how long a pause is drawn to last. */
export function spokenText(desk: Desk, messages: NewsletterMessages, lang: string): string {
  const dates = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' });
  const until = desk.done?.pausedUntil;
  const paused = until ? fill(messages.newsletterPaused, { date: dates.format(Date.parse(until)) }) : '';
  return `${outcomeText(desk, messages, lang)} ${paused}`.trim();
}
