import { suggest } from '../../config/check/nearest.js';
import { reportConfig } from '../../config/check/report.js';
import type { DecisionProblem } from '../../core/decisions.js';
import type { GateProblem } from '../../gate/gate.js';
import type { HostsProblem } from '../../gate/hosts/later/warn.js';

/** Everything that a page can be told about itself, but for its configuration. */
export type Problem =
  | DecisionProblem
  | GateProblem
  | HostsProblem
  | 'comes-back'
  | 'config'
  | 'config-source'
  | 'listener'
  | 'no-age'
  | 'no-door'
  | 'log-address'
  | 'log-lost'
  | 'log-refused'
  | 'log-waits'
  | 'not-cleaned'
  | 'config-late'
  | 'not-decided'
  | 'not-shown'
  | 'not-reached'
  | 'not-started'
  | 'not-understood'
  | 'on-withdraw'
  | 'queue'
  | 'two-copies';

/** What is wrong, and the fix. Fetched only when there is something to say. */
export const ADVICE: Record<Problem, string> = {
  'comes-back':
    'writes again what was removed, as its code still runs; stop it in onWithdraw, or in a listener of fairsay-consent; the page offers to load again',
  config:
    'the configuration cannot be used; the defaults stand in and answers are not stored; mend what is listed below',
  'config-source':
    'is no valid JSON, or its address gave none within 3 seconds; the defaults stand in and answers are not stored; mend the text, or check the address',
  'hosts-late':
    'the configuration came after fairsay-hosts.js, and until then nothing was declared and everything passed; write it into the page before the tags, or data-strict on the tag',
  listener: 'a subscriber threw an error; the others were called; mend that subscriber',
  'log-address':
    'is an address of another site without https, so records of choices stay with the shopper; write a path such as /choices, or an address with https:',
  'log-lost':
    'did not take these records in ten tries, so they are dropped; check that a POST from the shop reaches it, and that it answers with a status of 2xx',
  'log-refused':
    'refused these records with a status that another try would not change, so they are dropped; answer 2xx to a POST as in docs/records.md, or 429 or 503 for later',
  'log-waits':
    'cannot be sent records yet, as the code for it did not load; they wait for the next page; check that its file can be reached',
  minor:
    'is not taken down as a yes, as a minor is there or may be; an answer can be given once an adult has confirmed the age',
  'no-age':
    'is no number of years, so nobody is asked for an age and everything optional stays off; write a number such as 18',
  'no-door':
    'is asked for after the page has been drawn, and what waits for the answer is seen before; put the tag of fairsay-door.js after the configuration and before fairsay.js, or use fairsay-all.js',
  nonce: 'is not released, as it lacks the nonce of the tag of fairsay.js; give it that nonce',
  'not-answered':
    'cannot be answered; name a category or service that is declared and not necessary, with true or false',
  'not-cleaned': 'what was stored is still there; withdraw again once the page is online',
  'config-late': 'stands after the tag of fairsay.js, so it was not read and the defaults hold; put it before that tag',
  'not-decided':
    'the code that keeps answers did not load, so an answer on this page drops every earlier yes and takes no new one; check that its file can be reached',
  'not-held': 'runs by itself and is not held; write type="text/plain" on a script, data-src for src elsewhere',
  'not-kept': 'the answer holds for this page, but could not be stored in full; allow cookies, or check record.domain',
  'not-reached':
    'nothing answers it, so its choices cannot be shown or saved; set newsletter.endpoint, or its properties adapter or state, and answer its event fairsay-newsletter with respondWith',
  'not-shown':
    'could not be shown, and what is optional stays denied; check that the file in the error can be reached (data-base on the tag says where files are), or that "fairsay/define" is imported, and that no other element has its tag',
  'not-started': 'could not start; everything marked stays held; report the error below',
  'not-understood':
    'what it was told is no state of a newsletter, so nothing of it is drawn; answer as docs/newsletter.md says, with every key of NewsletterState',
  'on-withdraw': 'threw an error in onWithdraw; what it has stored is removed all the same; mend that function',
  queue: 'failed; push the name of a method of the page API, then its arguments',
  'two-copies': 'Fairsay runs on this page already, so this copy does nothing; keep one tag and one version',
  unmarked:
    'goes to a declared host and is not marked: a script does not run, but the browser may have asked for it before this page could say no; write it as',
  unknown:
    'names nothing that is declared and stays held; write ids of categories or services with spaces between, ! before what must not be allowed',
};

/** Where a problem is that names nothing by itself. */
const PLACES: Partial<Record<Problem, string>> = {
  config: 'start',
  'config-late': 'script[data-fairsay-config]',
  'hosts-late': 'data-config',
  listener: 'subscribe',
  'log-address': 'log.endpoint',
  'log-lost': 'log.endpoint',
  'log-refused': 'log.endpoint',
  'log-waits': 'log.endpoint',
  'no-age': 'age.minimum',
  'no-door': 'age',
  'not-decided': 'save',
  'not-started': 'fairsay.js',
  'two-copies': 'fairsay.js',
};

/** Whether a configuration could not even be read: all has been said, and the `null` in its place needs no word. */
let unread = false;

/** Says on the console what is wrong, where, and how to mend it; of a configuration, every mistake. */
export function explain(problem: Problem, about?: unknown, ...more: unknown[]): void {
  if (problem === 'config' && about === null && unread) {
    unread = false;
    return;
  }
  unread ||= problem === 'config-source';
  const where = PLACES[problem] ?? placeOf(problem, about);
  const line = `[fairsay] ${problem.toUpperCase()} ${where}: ${ADVICE[problem]}${problem === 'unknown' ? meant(about) : ''}`;
  console.warn(line, ...(typeof about === 'object' ? [about] : []), ...more);
  if (problem === 'config') {
    reportConfig(about, (mistake) => {
      console.warn(mistake);
    });
  }
}

/**
 * Which id was probably meant, or else which there are. By the API on `window`: this file must not wait for another that may
 * be what could not be had.
 */
function meant(about: unknown): string {
  const text = about instanceof Element ? about.getAttribute('data-fairsay') : about;
  const { categories, services } = window.fairsay?.state ?? {};
  const ids = Object.keys({ ...categories, ...services });
  const strange = String(text)
    .split(/[\s!]+/)
    .find((word) => word && !ids.includes(word));
  return ids.length ? `; ${suggest(strange ?? '', ids)}` : '';
}

/** Where a problem is that says what it is about. */
function placeOf(problem: Problem, about: unknown): string {
  if (about instanceof Element) {
    return `${about.localName}[data-fairsay="${about.getAttribute('data-fairsay')}"]`;
  }
  const text = String(about);
  return problem === 'not-shown'
    ? `fairsay-${text === 'age' ? 'age-gate' : text}`
    : problem === 'unknown'
      ? `allows("${text}")`
      : text;
}
