import type { Draft } from '../draft.js';
import { itemsAt, type Findings } from '../findings.js';

/** Whether each topic, frequency and channel is named once, each yes agrees to something, and there is a way out by mail. */
export function checkNewsletter({ newsletter, site }: Draft, findings: Findings): void {
  if (!newsletter) {
    return;
  }
  for (const kind of ['topics', 'frequencies', 'channels'] as const) {
    checkNames(newsletter[kind], `newsletter.${kind}`, findings);
  }
  checkConsentTexts(newsletter, findings);
  if (!site?.contact?.email) {
    const message = 'has no way out by mail, for whoever cannot use the panel';
    findings.add('newsletter', undefined, { code: 'NO-MAIL', message, fix: 'write site.contact.email' });
  }
}

function checkConsentTexts({ channels }: NonNullable<Draft['newsletter']>, findings: Findings): void {
  for (const [path, { consentText }] of itemsAt(channels, 'newsletter.channels')) {
    const texts = typeof consentText === 'string' ? [consentText] : consentText && [...consentText.values()];
    if (texts && !texts.some((text) => text.trim())) {
      const message = 'says nothing, so a yes to it agrees to nothing (GDPR Art. 7)';
      const fix = 'write what a yes to this channel agrees to';
      findings.add(`${path}.consentText`, consentText, { code: 'NO-CONSENT-TEXT', message, fix });
    }
  }
}

function checkNames(
  items: readonly ({ readonly id?: string } | undefined)[] | undefined,
  path: string,
  findings: Findings,
): void {
  const seen = new Map<string, string>();
  for (const [place, { id }] of itemsAt(items, path)) {
    const first = id === undefined ? undefined : seen.get(id);
    if (first !== undefined) {
      const fix = 'give each one an id of its own';
      findings.add(`${place}.id`, id, { code: 'DUPLICATE-ID', message: `is the same as ${first}`, fix });
    } else if (id !== undefined) {
      seen.set(id, `${place}.id`);
    }
  }
}
