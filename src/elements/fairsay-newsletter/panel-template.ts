import { html, type TemplateResult } from 'lit';
import type { ChannelConfig, FrequencyConfig, TopicConfig } from '../../config/newsletter.js';
import type { Offer } from '../../core/newsletter/offer.js';
import { isPaused, pauseEnd } from '../../core/newsletter/pause.js';
import type { NewsletterState } from '../../core/newsletter/state.js';
import type { NewsletterMessages } from '../../locales/messages/newsletter.js';
import type { Desk } from '../../page/newsletter/desk.js';
import type { PageController } from '../../ui/controllers/page-controller.js';
import { days, fill } from '../../ui/fill.js';
import { outcomeText } from './outcome.js';

/** What the panel is drawn from. */
export interface PanelView {
  readonly page: PageController;
  readonly messages: NewsletterMessages;
  readonly lang: string;
  readonly offer: Offer;
  /** The day it is for the shopper. */
  readonly today: string;
  /** What knows how things stand; absent until its code has come. */
  readonly desk: Desk | undefined;
}

type Drawn = Pick<NewsletterState, 'topics' | 'frequency' | 'channels' | 'pausedUntil'>;
type Item = TopicConfig & FrequencyConfig & Partial<ChannelConfig>;

/** What is drawn, unseen, while the server is asked what holds: it takes the room that the answer will need. */
const UNKNOWN: Drawn = { topics: {}, frequency: '', channels: {}, pausedUntil: null };

/** Draws what stands between the heading and the other way out. */
export function panelTemplate(view: PanelView): TemplateResult {
  const { desk, messages } = view;
  if (desk?.problem) {
    return messageTemplate(view, desk);
  }
  return desk?.drawn
    ? knownTemplate(view, desk, desk.drawn)
    : html`<p part="text">${messages.newsletterLoading}</p>
        <div class="unseen" inert>${choicesTemplate(view, UNKNOWN)} ${pauseTemplate(view, UNKNOWN)}</div>`;
}

/** How things stand as the server says, and what can be changed. */
function knownTemplate(view: PanelView, desk: Desk, drawn: NewsletterState): TemplateResult {
  const { messages, offer } = view;
  const { address, status } = desk.saves?.server ?? drawn;
  const { choose, stop, pause, resend } = desk.allowed;
  const standings = {
    subscribed: messages.newsletterSubscribed,
    pending: messages.newsletterPending,
    unsubscribed: messages.newsletterUnsubscribed,
    suppressed: messages.newsletterSuppressed,
  };
  return html`
    ${address && html`<p part="address">${fill(messages.newsletterFor, { address })}</p>`}
    <p part="text">${standings[status]}</p>
    ${resend ? buttonTemplate('resend', messages.newsletterResend, desk.busy) : ''}
    ${choose ? choicesTemplate(view, drawn) : ''} ${pause ? pauseTemplate(view, drawn) : ''}
    ${messageTemplate(view, desk)}
    <div part="actions" class="filled">
      ${choose && !offer.atOnce ? buttonTemplate('save', messages.newsletterSave, desk.busy) : ''}
      ${buttonTemplate('stop-all', messages.newsletterStop, !stop)}
    </div>
    <p part="note">${messages.newsletterStopNote}</p>
  `;
}

function choicesTemplate(view: PanelView, drawn: Drawn): TemplateResult {
  const { messages, offer } = view;
  return html`
    ${groupTemplate(view, 'topics', messages.newsletterTopics, offer.topics, drawn)}
    ${groupTemplate(view, 'frequency', messages.newsletterFrequency, offer.frequencies, drawn)}
    ${groupTemplate(view, 'channels', messages.newsletterChannels, offer.channels, drawn)}
  `;
}

function groupTemplate(
  { page }: PanelView,
  kind: 'topics' | 'frequency' | 'channels',
  legend: string,
  items: readonly Item[],
  drawn: Drawn,
): TemplateResult | '' {
  const chosen = drawn[kind];
  const row = ({ id, label, purpose, consentText }: Item): TemplateResult =>
    html`<div part="choice">
      <input
        type=${kind === 'frequency' ? 'radio' : 'checkbox'}
        name=${kind}
        id="${kind}-${id}"
        value=${id}
        aria-describedby="about-${kind}-${id}"
        .checked=${typeof chosen === 'string' ? chosen === id : chosen[id] === true}
      />
      <label for="${kind}-${id}">${page.pick(label) ?? id}</label>
      <p id="about-${kind}-${id}">${page.pick(consentText ?? purpose)}</p>
    </div>`;
  return items.length
    ? html`<fieldset part="choices">
        <legend>${legend}</legend>
        ${items.map(row)}
      </fieldset>`
    : '';
}

function pauseTemplate({ messages, lang, offer, desk, today }: PanelView, drawn: Drawn): TemplateResult | '' {
  const busy = !!desk?.busy;
  const dates = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' });
  const length = (count: number): TemplateResult => {
    const end = pauseEnd(today, count);
    const values = { days: days(count, lang), date: dates.format(Date.parse(end)) };
    return buttonTemplate('pause', fill(messages.newsletterPauseFor, values), busy, end);
  };
  const lengths = offer.pauses.map(length);
  const paused = isPaused(drawn.pausedUntil, today);
  const date = dates.format(Date.parse(drawn.pausedUntil ?? today));
  return paused || lengths.length
    ? html`<fieldset part="pause">
        <legend>${messages.newsletterPause}</legend>
        ${
          paused
            ? html`<p>${fill(messages.newsletterPaused, { date })}</p>
                ${buttonTemplate('resume', messages.newsletterResume, busy)}`
            : lengths
        }
      </fieldset>`
    : '';
}

/** What became of the last press, or that a link for stopping everything has done nothing yet, with what can be done about it. */
function messageTemplate({ messages, lang }: PanelView, desk: Desk): TemplateResult {
  const { undo, mayRetry, busy, ready } = desk;
  return html`
    <p part="message">
      ${outcomeText(desk, messages, lang) || (ready ? messages.newsletterStopReady : '')}
      ${undo ? buttonTemplate('undo', messages.newsletterUndo, busy) : ''}
      ${mayRetry ? buttonTemplate('retry', messages.newsletterRetry, busy) : ''}
    </p>
  `;
}

/** A button that cannot act now keeps the focus, so it is not `disabled`. */
function buttonTemplate(action: string, text: string, off: boolean, value = ''): TemplateResult {
  return html`<button type="button" data-action=${action} value=${value} aria-disabled=${off}>${text}</button>`;
}
