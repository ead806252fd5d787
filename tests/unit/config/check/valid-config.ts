import fc from 'fast-check';
import type { NewsletterConfig } from '../../../../src/config/newsletter.js';
import type {
  Basis,
  CategoryConfig,
  Config,
  LocalText,
  ServiceConfig,
  StorageConfig,
} from '../../../../src/config/types.js';
import { ageOf, fullAge } from './parts/valid-age.js';
import { fullNotice, noticeOf } from './parts/valid-notice.js';

/** A configuration that uses every key once, and in which nothing is wrong. */
export function fullConfig(): Config {
  return {
    $schema: 'https://shop.example/fairsay.schema.json',
    site: {
      name: 'Shop',
      controller: { name: 'Shop Ltd', country: 'GB' },
      contact: { email: 'privacy@shop.example', post: ['1 High Street', 'London'], phone: '+44 20 0000 0000' },
      links: { privacy: '/privacy?from=notice#top', imprint: 'https://shop.example/imprint' },
    },
    lang: 'en-GB',
    region: 'US-CA',
    texts: { en: { bannerTitle: 'Your say' }, 'de-AT': { acceptAll: 'Alle annehmen', rejectAll: 'Alle verweigern' } },
    categories: [
      { id: 'necessary', basis: 'necessary' },
      { id: 'analytics', basis: { '*': 'opt-in', GB: 'exempt', 'US-CA': 'opt-out' } },
      { id: 'video_2', basis: 'opt-in', label: 'Video', purpose: { en: 'Shows films.', 'de-AT': 'Zeigt Filme.' } },
    ],
    services: [
      {
        id: 'measure',
        category: 'analytics',
        name: { en: 'Measure', de: 'Messung' },
        provider: 'Measure Inc.',
        purpose: 'Counts visits.',
        privacyUrl: 'https://measure.example/privacy',
        hosts: ['www.measure.example', '*.measure.example', '127.0.0.1', 'xn--bcher-kva.example'],
        storage: [
          { kind: 'cookie', name: '_ga_*', purpose: 'Tells visitors apart.', days: 730 },
          { kind: 'indexeddb', name: 'measure queue', days: 0 },
        ],
        data: ['address'],
      },
    ],
    record: { days: 400, domain: 'shop.example' },
    signals: {
      google: {
        waitForUpdate: 0,
        dataLayer: '$layer_1',
        types: { ad_storage: 'video_2 !measure', analytics_storage: 'analytics' },
      },
    },
    log: { endpoint: '/choices' },
    newsletter: {
      endpoint: '/newsletter',
      topics: [{ id: 'news', label: { en: 'News', de: 'Neues' }, purpose: 'New bags, once they are here.' }],
      frequencies: [{ id: 'weekly', label: 'Once a week' }],
      channels: [{ id: 'email', label: 'E-mail', consentText: 'You may write to me by e-mail.' }],
      pauses: [14, 30],
      tokenParameter: 'token',
      save: 'button',
    },
    notice: fullNotice(),
    gate: { hosts: true, reportOnly: true, strict: false },
    age: fullAge(),
  };
}

const word = fc.stringMatching(/^[a-z][a-z\d]{0,9}$/);
const id = fc.stringMatching(/^[A-Za-z\d][\w-]{0,63}$/);
const shown = fc.stringMatching(/^[\p{L}\p{N}][\p{L}\p{N} .,]{0,30}$/u);
const language = fc.constantFrom('en', 'de', 'ar', 'de-AT', 'zh-Hant-TW', 'es-419', 'ast');
const region = fc.constantFrom('DE', 'GB', 'US-CA', 'FR-75C', 'AT-9');
const basis = fc.constantFrom<Basis>('necessary', 'opt-in', 'opt-out', 'exempt');
const localText: fc.Arbitrary<LocalText> = fc.oneof(shown, fc.dictionary(language, shown));
const link = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom(
    '/privacy',
    'privacy.html',
    '?page=privacy',
    '#privacy',
    '//shop.example/a',
    'mailto:a@b.example',
    'tel:+1',
    'a/b:c',
  ),
);
const host = fc.tuple(fc.constantFrom('', '*.'), word, word).map(([star, a, b]) => `${star}${a}.${b}`);

const storage: fc.Arbitrary<StorageConfig> = fc.record(
  {
    kind: fc.constantFrom('cookie', 'local', 'session', 'indexeddb', 'cache', 'worker'),
    name: fc.tuple(word, fc.constantFrom('', '*')).map(([name, star]) => `own.${name}${star}`),
    purpose: localText,
    days: fc.nat(),
  },
  { requiredKeys: ['kind', 'name'] },
);

function category(name: string): fc.Arbitrary<CategoryConfig> {
  return fc.record(
    {
      id: fc.constant(name),
      basis: fc.oneof(basis, fc.dictionary(fc.oneof(region, fc.constant('*')), basis)),
      label: localText,
      purpose: localText,
    },
    { requiredKeys: ['id'] },
  );
}

function service(name: string, categories: readonly string[]): fc.Arbitrary<ServiceConfig> {
  return fc.record(
    {
      id: fc.constant(name),
      category: fc.constantFrom(...categories),
      name: localText,
      provider: shown,
      purpose: localText,
      privacyUrl: link,
      hosts: fc.array(host, { maxLength: 4 }),
      storage: fc.array(storage, { maxLength: 4 }),
    },
    { requiredKeys: ['id', 'category', 'name'] },
  );
}

const named = fc.record({ id, label: localText });

const newsletter: fc.Arbitrary<NewsletterConfig> = fc.record(
  {
    endpoint: fc.constantFrom('/newsletter', 'https://shop.example/newsletter'),
    topics: fc.uniqueArray(fc.record({ id, label: localText, purpose: localText }), { selector: (topic) => topic.id }),
    frequencies: fc.uniqueArray(named, { selector: (frequency) => frequency.id }),
    channels: fc.uniqueArray(fc.record({ id, label: localText, consentText: shown }), {
      selector: (channel) => channel.id,
    }),
    pauses: fc.array(fc.integer({ min: 1, max: 366 }), { maxLength: 4 }),
    tokenParameter: word,
    save: fc.constantFrom('button', 'change'),
  },
  { requiredKeys: [] },
);

/** Configurations in which nothing is wrong, though there may be advice to give. */
export const validConfig: fc.Arbitrary<Config> = fc
  .uniqueArray(id, { minLength: 1, maxLength: 8 })
  .chain((ids) => {
    const half = Math.ceil(ids.length / 2);
    const [own, others] = [ids.slice(0, half), ids.slice(half)];
    const options: fc.RecordConstraints<keyof Config> = { requiredKeys: ['categories'] };
    return fc.record<Required<Config>, keyof Config>(
      {
        $schema: fc.string(),
        site: fc.record({ name: shown, links: fc.record({ privacy: link, imprint: link }, { requiredKeys: [] }) }),
        lang: language,
        region,
        texts: fc.dictionary(language, fc.dictionary(word, shown)),
        categories: fc.tuple(...own.map(category)),
        services: fc.tuple(...others.map((name) => service(name, own))),
        record: fc.record({ days: fc.integer({ min: 1, max: 400 }), domain: fc.constantFrom('a.example', 'b.co.uk') }),
        signals: fc.record({
          google: fc.oneof(
            fc.constant<false>(false),
            fc.record({ waitForUpdate: fc.nat(), types: fc.record({ ad_storage: fc.constantFrom(...own) }) }),
          ),
        }),
        log: fc.record({ endpoint: fc.constantFrom('/choices', 'choices?shop=1', 'https://log.shop.example/') }),
        newsletter,
        notice: noticeOf(localText, id, shown),
        gate: fc.record({ hosts: fc.boolean(), reportOnly: fc.boolean(), strict: fc.boolean() }, { requiredKeys: [] }),
        age: ageOf(localText, word, region, link),
      },
      options,
    );
  })
  .map((config) => JSON.parse(JSON.stringify(config)) as Config);
