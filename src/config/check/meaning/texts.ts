import type { Draft } from '../draft.js';
import { atKey, type Findings, type Place } from '../findings.js';
import { suggest } from '../nearest.js';
import { MESSAGE_KEYS } from './message-keys.js';

/** The actions that stand side by side. Two of one name cannot be told apart. */
const ACTIONS: readonly (readonly string[])[] = [
  ['acceptAll', 'rejectAll', 'openPreferences', 'closeBanner'],
  ['acceptAll', 'rejectAll', 'save', 'closePreferences'],
  ['loadOnce', 'alwaysAllow'],
  ['newsletterSave', 'newsletterStop', 'newsletterUndo', 'newsletterResume', 'newsletterResend', 'newsletterRetry'],
  ['ageAdult', 'ageAccompanied', 'ageAlone'],
  ['ageWithGuardian', 'ageWithoutGuardian'],
  ['ageConfirm', 'ageBack'],
];

/** What puts an answer off. That is no refusal (California, 11 CCR 7004(a)(2)(B)). */
const LATER =
  /(?<!\p{L})(later|not now|remind me|maybe|skip|später|nicht jetzt|vielleicht|plus tard|pas maintenant|más tarde|ahora no|più tardi|non ora|niet nu|لاحق|لاحقا|لاحقًا|ليس الآن|ربما)(?!\p{L})/iu;

const KEYS: readonly string[] = MESSAGE_KEYS;

/** Whether the texts that a shop replaces exist, and leave its actions what they are. */
export function checkTexts({ texts }: Draft, findings: Findings): void {
  for (const [lang, messages] of texts ?? []) {
    const place = atKey({ path: 'texts', findings }, lang);
    for (const [key, message] of messages) {
      if (!KEYS.includes(key)) {
        const fix = (): string => suggest(key, KEYS);
        findings.add(atKey(place, key).path, message, {
          code: 'UNKNOWN-TEXT',
          message: 'is not the key of a text',
          fix,
        });
      }
    }
    checkLabels(messages, place);
    checkLater(messages, place);
  }
}

function checkLabels(messages: ReadonlyMap<string, string>, place: Place): void {
  const told = new Set<string>();
  for (const group of ACTIONS) {
    const seen = new Map<string, string>();
    for (const key of group) {
      const label = messages.get(key)?.trim().toLowerCase();
      const first = label && seen.get(label);
      if (label && first === undefined) {
        seen.set(label, key);
      } else if (first && !told.has(key)) {
        told.add(key);
        const fix = 'name each action by what it does';
        place.findings.add(atKey(place, key).path, label, {
          code: 'SAME-LABELS',
          message: `reads the same as ${first}`,
          fix,
        });
      }
    }
  }
}

function checkLater(messages: ReadonlyMap<string, string>, place: Place): void {
  for (const key of ['acceptAll', 'rejectAll']) {
    const label = messages.get(key)?.slice(0, 200);
    if (label !== undefined && LATER.test(label)) {
      const fix = 'say that it accepts, or that it refuses';
      place.findings.add(atKey(place, key).path, label, { code: 'LATER-LABEL', message: 'puts the answer off', fix });
    }
  }
}
