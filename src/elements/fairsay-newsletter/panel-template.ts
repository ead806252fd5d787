import { html, type TemplateResult } from 'lit';
import { ALLOWED } from '../../core/newsletter/allowed.js';
import type { NewsletterState } from '../../core/newsletter/state.js';
import type { PanelTurn } from '../../core/newsletter/turn.js';
import { fill } from '../../ui/fill.js';
import { buttonTemplate, formTemplate, type FormView } from './form-template.js';
import type { Subscription } from './subscription.js';
import { keyOf } from './texts.js';

/** What the panel is drawn from. */
export interface PanelView extends Omit<FormView, 'state' | 'busy'> {
  readonly turn: PanelTurn;
  readonly subscription: Subscription;
  /** What is drawn as chosen; absent until the server has said what holds. */
  readonly drawn: NewsletterState | undefined;
  /** What became of the last press. */
  readonly message: string;
}

/** What is drawn, unseen, while the server is asked what holds: it takes the room that the answer will need. */
const UNKNOWN: NewsletterState = {
  version: 0,
  status: 'subscribed',
  topics: {},
  frequency: '',
  channels: {},
  pausedUntil: null,
};

/** Draws everything below the heading. */
export function panelTemplate(view: PanelView): TemplateResult {
  const { turn, subscription, messages } = view;
  return html`
    ${
      turn !== 'ask'
        ? html`<p part="text">${messages[keyOf(turn)]}</p>`
        : subscription.problem
          ? messageTemplate(view)
          : choicesTemplate(view)
    }
    ${mailTemplate(view)}
  `;
}

function choicesTemplate(view: PanelView): TemplateResult {
  const { subscription, drawn, messages, offer } = view;
  const { saves, busy } = subscription;
  if (!saves || !drawn) {
    return html`<p part="text">${messages.newsletterLoading}</p>
      <div class="unseen" inert>${formTemplate({ ...view, state: UNKNOWN, busy })}</div>`;
  }
  const { choose, stop } = ALLOWED[drawn.status];
  return html`
    ${standingTemplate(view, saves.server)} ${choose ? formTemplate({ ...view, state: drawn, busy }) : ''}
    ${messageTemplate(view)}
    <div part="actions" class="filled">
      ${choose && !offer.atOnce ? buttonTemplate('save', messages.newsletterSave, busy) : ''}
      ${buttonTemplate('stop-all', messages.newsletterStop, !stop)}
    </div>
    <p part="note">${messages.newsletterStopNote}</p>
  `;
}

/** Where the subscription stands, as the server says. */
function standingTemplate({ messages, subscription }: PanelView, { status, address }: NewsletterState): TemplateResult {
  return html`
    ${address && html`<p part="address">${fill(messages.newsletterFor, { address })}</p>`}
    <p part="text">${messages[keyOf(status)]}</p>
    ${ALLOWED[status].resend ? buttonTemplate('resend', messages.newsletterResend, subscription.busy) : ''}
  `;
}

/** What became of the last press, with what can be done about it. */
function messageTemplate({ messages, message, subscription }: PanelView): TemplateResult {
  const { saves, problem, undo, busy } = subscription;
  const retry = problem ? problem !== 'expired' && problem !== 'not-found' : saves?.failed && !busy;
  return html`
    <p part="message">
      ${message} ${undo && !busy ? buttonTemplate('undo', messages.newsletterUndo, false) : ''}
      ${retry ? buttonTemplate('retry', messages.newsletterRetry, false) : ''}
    </p>
  `;
}

/** The other way out, which needs nothing of ours. */
function mailTemplate({ messages, page }: PanelView): TemplateResult | string {
  const email = page.store?.settings.site.contact?.email;
  const [before, after] = `${messages.newsletterMail}`.split('{email}');
  const subject = encodeURIComponent(messages.newsletterMailSubject);
  return email
    ? html`<p part="mail">${before}<a href="mailto:${encodeURI(email)}?subject=${subject}">${email}</a>${after}</p>`
    : '';
}
