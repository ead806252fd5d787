import { html, type TemplateResult } from 'lit';
import type { ChannelConfig, FrequencyConfig, TopicConfig } from '../../config/newsletter.js';
import { ALLOWED } from '../../core/newsletter/allowed.js';
import type { Offer } from '../../core/newsletter/offer.js';
import { isPaused, pauseEnd } from '../../core/newsletter/pause.js';
import type { NewsletterState } from '../../core/newsletter/state.js';
import type { NewsletterMessages } from '../../locales/messages/newsletter.js';
import type { PageController } from '../../ui/controllers/page-controller.js';
import { days, fill } from '../../ui/fill.js';
import { dayText } from './texts.js';

/** What the form is drawn from. */
export interface FormView {
  readonly page: PageController;
  readonly messages: NewsletterMessages;
  readonly lang: string;
  readonly offer: Offer;
  /** What is drawn as chosen. */
  readonly state: NewsletterState;
  /** Whether something is on its way. */
  readonly busy: boolean;
  /** The day it is for the shopper. */
  readonly today: string;
}

type Item = TopicConfig & FrequencyConfig & Partial<ChannelConfig>;

/** Draws a button. One that cannot act now keeps the focus, so it is not `disabled`. */
export function buttonTemplate(action: string, text: string, off: boolean, value = ''): TemplateResult {
  return html`<button type="button" data-action=${action} value=${value} aria-disabled=${off}>${text}</button>`;
}

/** Draws what can be chosen: topics, frequency, channels, a pause. */
export function formTemplate(view: FormView): TemplateResult {
  const { messages, offer, state } = view;
  return html`
    ${choicesTemplate(view, 'topics', messages.newsletterTopics, offer.topics)}
    ${choicesTemplate(view, 'frequency', messages.newsletterFrequency, offer.frequencies)}
    ${choicesTemplate(view, 'channels', messages.newsletterChannels, offer.channels)}
    ${ALLOWED[state.status].pause ? pauseTemplate(view) : ''}
  `;
}

type Kind = 'topics' | 'frequency' | 'channels';

function choicesTemplate(view: FormView, kind: Kind, legend: string, items: readonly Item[]): TemplateResult | '' {
  const row = ({ id, label, purpose, consentText }: Item): TemplateResult => {
    const chosen = view.state[kind];
    const about = view.page.pick(consentText ?? purpose);
    return html`<div part="choice">
      <input
        type=${kind === 'frequency' ? 'radio' : 'checkbox'}
        name=${kind}
        id="${kind}-${id}"
        value=${id}
        aria-describedby="about-${kind}-${id}"
        .checked=${typeof chosen === 'string' ? chosen === id : chosen[id] === true}
      />
      <label for="${kind}-${id}">${view.page.pick(label) ?? id}</label>
      <p id="about-${kind}-${id}">${about}</p>
    </div>`;
  };
  return items.length
    ? html`<fieldset part="choices">
        <legend>${legend}</legend>
        ${items.map(row)}
      </fieldset>`
    : '';
}

function pauseTemplate({ messages, lang, offer, state, busy, today }: FormView): TemplateResult | '' {
  const { pausedUntil } = state;
  const paused = isPaused(pausedUntil, today);
  const length = (count: number): TemplateResult => {
    const date = dayText(pauseEnd(today, count), lang);
    return buttonTemplate(
      'pause',
      fill(messages.newsletterPauseFor, { days: days(count, lang), date }),
      busy,
      `${count}`,
    );
  };
  return paused || offer.pauses.length
    ? html`<fieldset part="pause">
        <legend>${messages.newsletterPause}</legend>
        ${
          paused
            ? html`<p>${fill(messages.newsletterPaused, { date: dayText(`${pausedUntil}`, lang) })}</p>
                ${buttonTemplate('resume', messages.newsletterResume, busy)}`
            : offer.pauses.map(length)
        }
      </fieldset>`
    : '';
}

/** The values of the panel in a form: what is drawn. */
export function formValue(
  name: string,
  { topics, channels, frequency, pausedUntil, status }: NewsletterState,
): FormData {
  const value = new FormData();
  const add = (key: string, ids: readonly (string | null)[]): void => {
    for (const id of ids) {
      if (id) {
        value.append(`${name}-${key}`, id);
      }
    }
  };
  const on = (flags: Readonly<Record<string, boolean>>): string[] => Object.keys(flags).filter((id) => flags[id]);
  add('topic', on(topics));
  add('channel', on(channels));
  add('frequency', [frequency]);
  add('status', [status]);
  add('pausedUntil', [pausedUntil]);
  return value;
}
