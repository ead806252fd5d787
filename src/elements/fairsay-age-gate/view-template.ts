import { html, type TemplateResult } from 'lit';
import type { AgeConfig } from '../../config/age.js';
import type { AgeMessages } from '../../locales/messages/age.js';
import type { Messages } from '../../locales/messages.js';
import type { PageStore } from '../../page/types.js';
import type { PageController } from '../../ui/controllers/page-controller.js';
import { days, fill } from '../../ui/fill.js';
import { safeUrl } from '../../ui/safe-url.js';
import type { BirthFields } from './birth-fields.js';

/** What is on screen: the question, what follows a birth date that is too young, the step for the adult, or the end. */
export type View = 'question' | 'under' | 'guardian' | 'declined';

/** What a view is drawn from. */
export interface ViewFacts {
  readonly view: View;
  readonly lang: string;
  readonly store: PageStore;
  readonly page: PageController;
  readonly texts: AgeMessages & Messages;
  readonly birth: BirthFields | undefined;
}

/** What one view says and offers. */
interface Parts {
  readonly title: string;
  readonly text: readonly string[];
  /** The answers, by their action. */
  readonly answers?: readonly (readonly [action: string, label: string])[];
  readonly form?: TemplateResult;
  readonly note?: string;
  /** What stands before the links. */
  readonly links?: string;
}

/** Draws what is inside the dialog. */
export function viewTemplate(facts: ViewFacts): TemplateResult {
  const { page, texts, store } = facts;
  const { age, site } = store.settings;
  const values = { site: site.name ?? texts.thisSite, age: store.state.minimumAge ?? 0 };
  const { title, text, answers = [], form, note, links } = VIEWS[facts.view](facts, age);
  const say = (one: string): string => fill(one, values);
  return html`
    <h2 part="title" id="title" tabindex="-1">${say(title)}</h2>
    <div part="text" id="text">${text.map((one) => html`<p>${say(one)}</p>`)}</div>
    ${form}
    ${
      answers.length
        ? html`<div part="answers" class="filled">
            ${answers.map(([action, label]) => html`<button type="button" data-action=${action}>${say(label)}</button>`)}
          </div>`
        : ''
    }
    ${note ? html`<p part="note">${note}</p>` : ''} ${linksTemplate(page, age, links ?? '')}
  `;
}

/** What differs in the two ways of asking. */
type Asked = Omit<Parts, 'title' | 'note'>;

type ViewOf = (facts: ViewFacts, age: AgeConfig) => Parts;

const VIEWS: Readonly<Record<View, ViewOf>> = {
  question: (facts, age) => ({
    title: facts.texts.ageTitle,
    note: noteOn(facts, age),
    ...(age.mode === 'date' ? askDate(facts) : askSimply(facts, age)),
  }),
  under: ({ texts }) => ({
    title: texts.ageUnderTitle,
    text: [texts.ageUnderText],
    answers: [
      ['accompanied', texts.ageWithGuardian],
      ['alone', texts.ageWithoutGuardian],
    ],
  }),
  guardian: ({ texts }, { minors }) => ({
    title: texts.ageGuardianTitle,
    text: [texts.ageGuardianText, ...(minors === 'ask' ? [] : [texts.ageGuardianNote])],
    answers: [
      ['confirm', texts.ageConfirm],
      ['back', texts.ageBack],
    ],
  }),
  declined: ({ texts }, { scope, links = [] }) => ({
    title: texts.ageDeclinedTitle,
    text: [
      scope === 'parts' ? texts.ageDeclinedParts : texts.ageDeclinedText,
      ...(scope === 'parts' || links.length ? [] : [texts.ageDeclinedClose]),
    ],
    answers: scope === 'parts' ? [['close', texts.ageGoOn]] : [],
    note: texts.ageDeclinedNote,
    links: texts.ageDeclinedLinks,
  }),
};

/** The answers, all alike. */
function askSimply({ texts }: ViewFacts, { accompanied }: AgeConfig): Asked {
  const together = accompanied !== false;
  return {
    text: [texts.ageText, ...(together ? [texts.ageTogether] : [])],
    answers: [
      ['adult', texts.ageAdult],
      ...(together ? [['accompanied', texts.ageAccompanied] as const] : []),
      ['alone', texts.ageAlone],
    ],
  };
}

/** The birth date, asked for without a hint at what it is good for. */
function askDate({ texts, birth }: ViewFacts): Asked {
  const form = html`<form part="form" novalidate aria-labelledby="title" @submit=${prevent}>
    ${birth?.render(texts)}
    <div part="answers" class="filled"><button data-action="confirm">${texts.ageContinue}</button></div>
  </form>`;
  return { text: [birth?.wantsMore ? texts.ageDateMore : texts.ageDateText], form };
}

/** An adult's answer is kept for days, and every other one until the browser is closed. */
function noteOn({ texts, lang }: ViewFacts, { days: count = 30 }: AgeConfig): string {
  return count ? fill(texts.ageNote, { duration: days(Math.min(count, 400), lang) }) : texts.ageNoteSession;
}

function linksTemplate(page: PageController, { links = [] }: AgeConfig, before: string): TemplateResult | '' {
  const safe = links.flatMap(({ label, url }) => {
    const href = safeUrl(url);
    return href ? html`<li><a href=${href}>${page.pick(label)}</a></li>` : [];
  });
  return safe.length
    ? html`<div part="links">
        ${before ? html`<p>${before}</p>` : ''}
        <ul>
          ${safe}
        </ul>
      </div>`
    : '';
}

/** A birth date is never sent anywhere. */
function prevent(event: Event): void {
  event.preventDefault();
}
