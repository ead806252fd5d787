import { age } from './parts/age.js';
import { log } from './parts/log.js';
import { newsletter } from './parts/newsletter.js';
import { notice } from './parts/notice.js';
import { gate } from './parts/gate.js';
import { localText, shown } from './parts/shown.js';
import {
  call,
  either,
  isObject,
  list,
  dictionary,
  object,
  oneOf,
  text,
  whole,
  type Read,
  type Reader,
} from './readers.js';
import { domain, email, host, link } from './rules/addresses.js';
import { id, queue, storageName, unlessEmpty } from './rules/names.js';
import { country, language, region, regionOrRest } from './rules/places.js';

/** The longest that any browser keeps a cookie, in days (RFC 6265bis, section 5.5). */
const MAX_RECORD_DAYS = 400;

const basis = oneOf('necessary', 'opt-in', 'opt-out', 'exempt');
const off: Reader<false> = () => false;
const expression = text();

const site = object({
  name: shown,
  controller: object({ name: shown, country: text(country) }, { name: 'write the full name of the person or company' }),
  contact: object({ email: text(email), post: list(shown), phone: shown }),
  links: object({ privacy: text(link), imprint: text(link) }),
});

const category = object(
  {
    id: text(id),
    basis: either([isObject, dictionary(regionOrRest, basis)], basis),
    label: localText,
    purpose: localText,
  },
  { id: 'name the category, such as analytics' },
);

const storage = object(
  {
    kind: oneOf('cookie', 'local', 'session', 'indexeddb', 'cache', 'worker'),
    name: text(storageName),
    purpose: localText,
    days: whole(0, Infinity, 'write days without a fraction, and 0 for until the browser is closed'),
  },
  { kind: 'write cookie, local, session, indexeddb, cache or worker', name: 'write the name under which it is stored' },
);

const service = object(
  {
    id: text(id),
    category: text(),
    name: localText,
    provider: shown,
    purpose: localText,
    privacyUrl: text(link),
    hosts: list(text(host)),
    storage: list(storage),
    data: list(text()),
    onWithdraw: call,
  },
  {
    id: 'name the service, such as video-host',
    category: 'write the id of the category that it belongs to',
    name: 'write the name that shoppers know it by',
  },
);

const google = object({
  waitForUpdate: whole(0, Infinity, 'write milliseconds, such as 500'),
  dataLayer: text(queue),
  types: object({
    ad_storage: expression,
    ad_user_data: expression,
    ad_personalization: expression,
    analytics_storage: expression,
    functionality_storage: expression,
    personalization_storage: expression,
    security_storage: expression,
  }),
});

/** Reads a whole configuration. A test holds its shape against the JSON Schema of `types.ts` and against `shape.ts`. */
export const configuration = object({
  $schema: text(),
  site,
  lang: text(unlessEmpty(language)),
  region: text(unlessEmpty(region)),
  texts: dictionary(
    language,
    dictionary(() => undefined, shown),
  ),
  categories: list(category),
  services: list(service),
  record: object({
    days: whole(1, MAX_RECORD_DAYS, 'write 1 to 400 days: no browser keeps a cookie longer'),
    domain: either([(value) => value === 'auto', () => 'auto'], text(unlessEmpty(domain))),
  }),
  signals: object({ google: either([(value) => value === false, off], google) }),
  log,
  newsletter,
  notice,
  gate,
  age,
});

/** What could be read of a configuration: a copy of its well-formed parts. */
export type Draft = Read<typeof configuration>;
export type CategoryDraft = Read<typeof category>;
export type ServiceDraft = Read<typeof service>;
