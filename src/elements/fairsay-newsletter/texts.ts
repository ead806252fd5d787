import type { NewsletterPatch } from '../../core/newsletter/state.js';
import type { NewsletterMessages } from '../../locales/messages/newsletter.js';
import { fill } from '../../ui/fill.js';
import type { Subscription } from './subscription.js';

/** `not-found` becomes `NotFound`. */
type Pascal<W extends string> = W extends `${infer A}-${infer B}` ? `${Capitalize<A>}${Capitalize<B>}` : Capitalize<W>;

/** The key of a text by the word for it: a status, a problem. The compiler holds it against the texts. */
export function keyOf<W extends string>(word: W): `newsletter${Pascal<W>}` {
  const name = word.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
  return `newsletter${name as Pascal<W>}`;
}

/** Writes a day in a language. */
export function dayText(day: string, lang: string): string {
  return new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(day));
}

/** What became of the last press; empty where nothing was pressed. */
export function messageText(subscription: Subscription, messages: NewsletterMessages, lang: string): string {
  const { saves, problem, busy, done, retryAfter = 60 } = subscription;
  const wrong = problem ?? saves?.problem;
  if (busy) {
    return messages.newsletterSaving;
  }
  if (wrong) {
    const minutes = new Intl.NumberFormat(lang, { style: 'unit', unit: 'minute', unitDisplay: 'long' });
    return fill(messages[keyOf(wrong)], { duration: minutes.format(Math.ceil(retryAfter / 60)) });
  }
  return done ? outcomeText(done, messages, lang) : '';
}

function outcomeText(
  { status, pausedUntil, resend }: NewsletterPatch,
  messages: NewsletterMessages,
  lang: string,
): string {
  if (pausedUntil) {
    return fill(messages.newsletterPaused, { date: dayText(pausedUntil, lang) });
  }
  const outcome = status === 'unsubscribed' ? 'stopped' : resend ? 'resent' : 'saved';
  return messages[keyOf(outcome)];
}
