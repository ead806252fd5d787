/** Everything public. Importing it registers nothing and touches nothing; `start` does. */
import type { Locale, PartLocale } from './locales/messages.js';
import { LANGUAGES } from './ui/languages.js';
import { cleanUp } from './gate/cleanup/clean-up.js';
import { judgeBirth, localDay } from './core/age/calendar.js';
import { createActions } from './page/actions.js';
import { createAges } from './page/age/ages.js';
import { lookIn } from './page/age/look-in.js';
import { placeAge } from './page/age/place-age.js';
import { advise } from './page/help/advise.js';
import { explain } from './page/help/explain.js';
import type { Host, Parts } from './page/host.js';
import { createPage } from './page/page.js';
import { describeReceipt } from './page/records/receipt.js';
import { readOwn, send } from './page/records/send.js';
import type { Fairsay, PageStore } from './page/types.js';
import { cover } from './ui/cover.js';
import { offer } from './ui/offer.js';
import { place } from './ui/place.js';
import { leaveAtDoor, readDoor } from './platform/age/door.js';
import { readShared, readStore, shareStore } from './platform/shared-store.js';

export type * from './config/age.js';
export type * from './config/newsletter.js';
export type * from './config/notice.js';
export type * from './config/gate.js';
export type * from './config/types.js';
export type { AgeAnswer, AgeStatus } from './core/age/glance.js';
export type * from './core/newsletter/state.js';
export type { ProblemDetail } from './core/newsletter/problem.js';
export type * from './core/receipt/envelope.js';
export type * from './core/state.js';
export type { AgeDetail } from './events/age-event.js';
export type { CleanupDetail } from './events/cleanup-event.js';
export type { HideDetail } from './events/hide-event.js';
export type { NewsletterDetail } from './events/newsletter-event.js';
export type { ReleaseDetail } from './events/release-event.js';
export type { ReportDetail, ReportItem } from './events/report-event.js';
export type { ShowDetail } from './events/show-event.js';
export type { StateDetail } from './events/state-event.js';
export type { SuppressedDetail } from './events/suppressed-event.js';
export type { Locale, Messages, PartLocale } from './locales/messages.js';
export type * from './page/newsletter/adapter.js';
export type { Choice, Fairsay, Showable, StartOptions } from './page/types.js';
export { NewsletterError } from './core/newsletter/problem.js';
export { AgeEvent } from './events/age-event.js';
export { CleanupEvent } from './events/cleanup-event.js';
export { HideEvent } from './events/hide-event.js';
export { NewsletterEvent } from './events/newsletter-event.js';
export { ReleaseEvent } from './events/release-event.js';
export { ReportEvent } from './events/report-event.js';
export { ShowEvent } from './events/show-event.js';
export { StateEvent } from './events/state-event.js';
export { SuppressedEvent } from './events/suppressed-event.js';

const PARTS: Parts = {
  ui: { place },
  preferences: { place },
  embed: { cover },
  link: {},
  newsletter: {},
  notice: {},
  age: { createAges, judgeBirth, localDay, place: placeAge },
  'age-view': { place },
  actions: { createActions },
  cleanup: { cleanUp },
  reload: { offer },
  help: { explain, advise },
  log: { readOwn, send },
  receipt: { describeReceipt },
};
const TAGS: Record<string, true> = {
  'fairsay-banner': true,
  'fairsay-preferences': true,
  'fairsay-embed': true,
  'fairsay-link': true,
  'fairsay-newsletter': true,
  'fairsay-notice': true,
  'fairsay-reload': true,
  'fairsay-age-gate': true,
};
/** The parts that are not called like the tag that they bring. */
const NAMES: Record<string, string> = { ui: 'banner', 'age-view': 'age-gate' };

/** In a bundle the shop registers the elements it wants, and passes the languages it wants to `start`. */
const host: Host = {
  nonce: '',
  get: (part) => {
    const tag = `fairsay-${NAMES[part] ?? part}`;
    const locale = locales.find((one) => part === `lang-${one.lang}${'part' in one ? `-${one.part}` : ''}`);
    if ((tag in TAGS && !customElements.get(tag)) || !(part in PARTS || locale)) {
      return Promise.reject(new Error(`${part} is missing; import "fairsay/define", or pass locales to start`));
    }
    return Promise.resolve(locale ? ({ locale } as never) : PARTS[part]);
  },
  createActions,
  warn: explain,
};

let locales: readonly (Locale | PartLocale)[] = [];

const own = /* @__PURE__ */ createPage(host);

/** The page's own store, where the script tag or another bundle has one already: one store per page. */
function page(): PageStore {
  return readStore() ?? own;
}

/** The page API, the same as `window.fairsay` of the script tag. On a page that has one already, it is that one. */
export const fairsay: Fairsay = {
  get state() {
    return page().state;
  },
  get ready() {
    return page().ready;
  },
  start: (config, options) => {
    if (readShared() && !readStore()) {
      explain('two-copies');
      return;
    }
    locales = options?.locales ?? locales;
    for (const { lang } of locales) {
      LANGUAGES.add(lang);
    }
    if (config?.age && !readDoor()) {
      lookIn(config);
    }
    shareStore(page());
    page().start(config);
  },
  stop: () => {
    leaveAtDoor(undefined);
    page().stop();
  },
  allows: (what) => page().allows(what),
  whenAllowed: (what) => page().whenAllowed(what),
  subscribe: (listener) => page().subscribe(listener),
  save: (...args) => {
    page().save(...args);
  },
  acceptAll: (...args) => {
    page().acceptAll(...args);
  },
  rejectAll: (...args) => {
    page().rejectAll(...args);
  },
  withdraw: (...args) => {
    page().withdraw(...args);
  },
  forget: () => {
    page().forget();
  },
  confirmAge: (...args) => {
    page().confirmAge(...args);
  },
  show: (what) => {
    page().show(what);
  },
  scan: (root) => {
    page().scan(root);
  },
};

/** The calls of {@link fairsay} by their own names. What changes, `state` and `ready`, is read from the object. */
export const {
  start,
  stop,
  allows,
  whenAllowed,
  subscribe,
  save,
  acceptAll,
  rejectAll,
  withdraw,
  forget,
  confirmAge,
  show,
  scan,
} = fairsay;
