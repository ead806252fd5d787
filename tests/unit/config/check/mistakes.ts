import { AGE } from './parts/age-mistakes.js';
import { NOTICE } from './parts/notice-mistakes.js';

/** What a test is called, a configuration with a mistake, and what the check must find: `CODE path`. */
export type Mistake = readonly [name: string, value: unknown, expected: readonly string[]];

const told = { provider: 'P', purpose: 'For counting.', hosts: ['a.example'] };

/** A service in which nothing is wrong but what is given. */
function service(part: object): object {
  return { services: [{ id: 's', category: 'analytics', name: 'S', ...told, ...part }] };
}

/** A category in which nothing is wrong but what is given, beside the necessary one. */
function category(part: object): object {
  return {
    categories: [
      { id: 'necessary', basis: 'necessary' },
      { id: 'analytics', ...part },
    ],
  };
}

function google(part: object): object {
  return { signals: { google: part } };
}

const SHAPE: readonly Mistake[] = [
  ['a configuration that is a text is named as a whole', 'x', ['TYPE ']],
  ['a configuration that is null is named as a whole', null, ['TYPE ']],
  ['a configuration that is a list is named as a whole', [], ['TYPE ']],
  ['a key with undefined is no text', { lang: undefined }, ['TYPE lang']],
  ['an unknown key deep down is found', { site: { links: { privcy: '/p' } } }, ['UNKNOWN-KEY site.links.privcy']],
  ['an own __proto__ is an unknown key', JSON.parse('{"__proto__":{"lang":"en"}}'), ['UNKNOWN-KEY __proto__']],
  ['constructor is an unknown key', { constructor: 1 }, ['UNKNOWN-KEY constructor']],
  ['a key that is no word is quoted', { 'a b': 1 }, ['UNKNOWN-KEY ["a b"]']],
  ['a controller needs a name', { site: { controller: {} } }, ['MISSING-KEY site.controller.name']],
  ['an unknown basis is found', category({ basis: 'optin' }), ['UNKNOWN-VALUE categories[1].basis']],
  ['a basis of a region is checked', category({ basis: { DE: 'x' } }), ['UNKNOWN-VALUE categories[1].basis.DE']],
  ['a host is held or not', { gate: { hosts: 'yes' } }, ['TYPE gate.hosts']],
  ['a slip of the pen in the gate is found', { gate: { reportonly: true } }, ['UNKNOWN-KEY gate.reportonly']],
  ['google cannot be true', { signals: { google: true } }, ['TYPE signals.google']],
  [
    'an unknown type of Google is found',
    google({ types: { adstorage: 'a' } }),
    ['UNKNOWN-KEY signals.google.types.adstorage'],
  ],
  ['several mistakes are all told', { lang: 1, region: 2, texts: 3 }, ['TYPE lang', 'TYPE region', 'TYPE texts']],
];

const IDS: readonly Mistake[] = [
  ['an id with a space is found', service({ id: 'a b' }), ['ID services[0].id']],
  ['an id that starts with - is found', service({ id: '-a' }), ['ID services[0].id']],
  ['an id of 65 letters is found', service({ id: 'a'.repeat(65) }), ['ID services[0].id']],
  ['an id with other letters is found', service({ id: 'größe' }), ['ID services[0].id']],
  ['an id of a default category is taken', service({ id: 'marketing' }), ['DUPLICATE-ID services[0].id']],
  ['an unknown category is found', service({ category: 'stats' }), ['UNKNOWN-CATEGORY services[0].category']],
  [
    'a category in capitals is another one',
    service({ category: 'Analytics' }),
    ['UNKNOWN-CATEGORY services[0].category'],
  ],
  [
    'an empty expression is found',
    google({ types: { ad_storage: ' ' } }),
    ['EXPRESSION signals.google.types.ad_storage'],
  ],
  [
    'a wrong expression is found',
    google({ types: { ad_storage: 'a && b' } }),
    ['EXPRESSION signals.google.types.ad_storage'],
  ],
  [
    'an unknown id in an expression is found',
    google({ types: { ad_storage: '!adds' } }),
    ['UNKNOWN-ID signals.google.types.ad_storage'],
  ],
];

const PLACES: readonly Mistake[] = [
  ['a language with _ is found', { lang: 'en_US' }, ['LANG lang']],
  ['a language by its name is found', { texts: { english: {} } }, ['LANG texts.english']],
  [
    'a language of a text is checked',
    category({ label: { de_AT: 'x' }, purpose: 'p' }),
    ['LANG categories[1].label.de_AT'],
  ],
  ['a region in small letters is found', { region: 'de' }, ['REGION region']],
  ['UK is not the code of the United Kingdom', { region: 'UK' }, ['REGION region']],
  ['EU is not a region that a shopper is in', category({ basis: { EU: 'opt-in' } }), ['REGION categories[1].basis.EU']],
  ['* is no region of a shopper', { region: '*' }, ['REGION region']],
  [
    'a part of a country is no country',
    { site: { controller: { name: 'n', country: 'US-CA' } } },
    ['REGION site.controller.country'],
  ],
  ['an unknown region or language may be empty', { region: '', lang: '' }, []],
];

const ADDRESSES: readonly Mistake[] = [
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'blob:https://a.example/1',
  'file:///etc/passwd',
  'https:',
  'https://',
  'mailto:',
  'https:\\\\a.example',
  'www.shop.example/privacy',
  '',
].map((address) => [
  `the address ${JSON.stringify(address)} is found`,
  { site: { links: { privacy: address } } },
  ['ADDRESS site.links.privacy'],
]);

const ENDPOINTS: readonly Mistake[] = [
  'http://shop.example/choices',
  '//shop.example/choices',
  'mailto:log@shop.example',
  'javascript:0',
  '/choices of shoppers',
  '',
].map((address) => [
  `records are not sent to ${JSON.stringify(address)}`,
  { log: { endpoint: address } },
  ['ADDRESS log.endpoint'],
]);

const HOSTS: readonly Mistake[] = [
  'https://a.example',
  'a.example:443',
  'a.example/path',
  'A.example',
  'a.*.example',
  '*a.example',
  '*',
  '*.',
  '',
  'a..example',
  'a.example.',
  '-a.example',
  'bücher.example',
  'a'.repeat(64),
].map((host) => [
  `the host ${JSON.stringify(host)} is found`,
  service({ hosts: [host] }),
  ['HOST services[0].hosts[0]'],
]);

const STORED: readonly Mistake[] = [
  [
    'a privacy address of a provider is checked',
    service({ privacyUrl: 'data:,x' }),
    ['ADDRESS services[0].privacyUrl'],
  ],
  [
    'an unknown kind is found',
    service({ storage: [{ kind: 'cookies', name: 'a' }] }),
    ['UNKNOWN-VALUE services[0].storage[0].kind'],
  ],
  [
    'an empty name is found',
    service({ storage: [{ kind: 'local', name: ' ' }] }),
    ['STORAGE-NAME services[0].storage[0].name'],
  ],
  [
    'a name for everything is found',
    service({ storage: [{ kind: 'local', name: '**' }] }),
    ['STORAGE-NAME services[0].storage[0].name'],
  ],
  [
    'a cookie with its value is found',
    service({ storage: [{ kind: 'cookie', name: 'a=b' }] }),
    ['STORAGE-NAME services[0].storage[0].name'],
  ],
  [
    'a name with a line end is found',
    service({ storage: [{ kind: 'local', name: 'a\nb' }] }),
    ['STORAGE-NAME services[0].storage[0].name'],
  ],
  ['other storage may hold =', service({ storage: [{ kind: 'local', name: 'a=b' }] }), []],
  [
    'half a day is found',
    service({ storage: [{ kind: 'local', name: 'a', days: 0.5 }] }),
    ['NUMBER services[0].storage[0].days'],
  ],
  [
    'fewer than no days are found',
    service({ storage: [{ kind: 'local', name: 'a', days: -1 }] }),
    ['NUMBER services[0].storage[0].days'],
  ],
  [
    'days without end are found',
    service({ storage: [{ kind: 'local', name: 'a', days: Infinity }] }),
    ['NUMBER services[0].storage[0].days'],
  ],
  ['a hook of a service is a function', service({ onWithdraw: () => undefined }), []],
  ['a hook of another type is found', service({ onWithdraw: 'stop' }), ['TYPE services[0].onWithdraw']],
  ['a domain to be found out is no mistake', { record: { domain: 'auto' } }, []],
  ['an answer kept for no day is found', { record: { days: 0 } }, ['NUMBER record.days']],
  ['a domain with a dot first is found', { record: { domain: '.shop.example' } }, ['DOMAIN record.domain']],
  ['a domain with a scheme is found', { record: { domain: 'https://shop.example' } }, ['DOMAIN record.domain']],
  ['a single label is no domain', { record: { domain: 'localhost' } }, ['DOMAIN record.domain']],
  ['a number address is no domain', { record: { domain: '127.0.0.1' } }, ['DOMAIN record.domain']],
  ['a queue that is no variable is found', google({ dataLayer: 'data-layer' }), ['QUEUE signals.google.dataLayer']],
  ['a wait of less than nothing is found', google({ waitForUpdate: -1 }), ['NUMBER signals.google.waitForUpdate']],
];

const TRACKERS: readonly Mistake[] = [
  [
    'a tracker of a default category is found',
    service({ category: 'necessary', hosts: ['www.google-analytics.com'] }),
    ['TRACKER services[0].hosts[0]'],
  ],
  [
    'a wide host that holds a tracker is found',
    service({ category: 'necessary', hosts: ['*.clarity.ms', '*.net'] }),
    ['TRACKER services[0].hosts[0]', 'TRACKER services[0].hosts[1]'],
  ],
  ['a host that ends alike is no tracker', service({ category: 'necessary', hosts: ['notdoubleclick.net'] }), []],
  [
    'a cookie of a tracker is found',
    service({ category: 'necessary', storage: [{ kind: 'cookie', name: '_ga_ABC' }] }),
    ['TRACKER services[0].storage[0].name'],
  ],
  [
    'a pattern that holds one is found',
    service({ category: 'necessary', storage: [{ kind: 'cookie', name: '_f*p' }] }),
    ['TRACKER services[0].storage[0].name'],
  ],
  [
    'a cookie of the shop is no tracker',
    service({ category: 'necessary', storage: [{ kind: 'cookie', name: 'cart_*' }] }),
    [],
  ],
  ['a tracker that is asked about is fine', service({ hosts: ['www.google-analytics.com'] }), []],
  [
    'a tracker that is necessary in one region is found',
    { ...category({ basis: { '*': 'opt-in', US: 'necessary' } }), ...service({ hosts: ['connect.facebook.net'] }) },
    ['TRACKER services[0].hosts[0]'],
  ],
];

const ADVICE: readonly Mistake[] = [
  [
    'an own category wants a label and a purpose',
    { categories: [{ id: 'necessary', basis: 'necessary' }, { id: 'own' }] },
    ['NO-LABEL categories[1]'],
  ],
  ['a shop without a necessary category is told', { categories: [{ id: 'analytics' }] }, ['NO-NECESSARY categories']],
  [
    'necessary without its basis is told',
    { categories: [{ id: 'necessary' }] },
    ['NECESSARY-BASIS categories[0]', 'NO-NECESSARY categories'],
  ],
  [
    'a service that says nothing is told',
    { services: [{ id: 's', category: 'analytics', name: 'S' }] },
    ['BARE-SERVICE services[0]'],
  ],
  ['a necessary service that the browser never meets is fine', service({ category: 'necessary', hosts: [] }), []],
  ['an empty text is told', service({ purpose: '' }), ['EMPTY services[0].purpose']],
  [
    'an e-mail address without @ is told',
    { site: { contact: { email: 'shop.example' } } },
    ['EMAIL site.contact.email'],
  ],
  ['an unknown text is told', { texts: { en: { bannerTitel: 'x' } } }, ['UNKNOWN-TEXT texts.en.bannerTitel']],
  [
    'two actions of one name are told',
    { texts: { 'en-GB': { acceptAll: 'OK', rejectAll: ' ok ' } } },
    ['SAME-LABELS texts["en-GB"].rejectAll'],
  ],
  ['actions that never meet may share a name', { texts: { en: { rejectAll: 'Go', loadOnce: 'Go' } } }, []],
  ['ask me later is no refusal', { texts: { en: { rejectAll: 'Maybe later' } } }, ['LATER-LABEL texts.en.rejectAll']],
  ['nor is it in German', { texts: { de: { rejectAll: 'Später entscheiden' } } }, ['LATER-LABEL texts.de.rejectAll']],
  ['nor is it in Arabic', { texts: { ar: { rejectAll: 'ذكّرني لاحقًا' } } }, ['LATER-LABEL texts.ar.rejectAll']],
  ['a word that only holds one is fine', { texts: { en: { acceptAll: 'Allow collateral' } } }, []],
];

/** A newsletter in which nothing is wrong but what is given. */
function newsletter(part: object): object {
  return { site: { contact: { email: 'shop@shop.example' } }, newsletter: part };
}

const channel = { id: 'email', label: 'E-mail', consentText: 'You may write to me.' };

const NEWSLETTER: readonly Mistake[] = [
  ['a newsletter with every way out is fine', newsletter({ channels: [channel] }), []],
  ['a newsletter without a way out by mail is told', { newsletter: {} }, ['NO-MAIL newsletter']],
  [
    'a yes to nothing is found',
    newsletter({ channels: [{ ...channel, consentText: ' ' }] }),
    ['NO-CONSENT-TEXT newsletter.channels[0].consentText'],
  ],
  [
    'a yes to nothing in any language is found',
    newsletter({ channels: [{ ...channel, consentText: { en: '', de: '' } }] }),
    ['NO-CONSENT-TEXT newsletter.channels[0].consentText'],
  ],
  [
    'a channel without its text is found',
    newsletter({ channels: [{ id: 'email', label: 'E-mail' }] }),
    ['MISSING-KEY newsletter.channels[0].consentText'],
  ],
  [
    'a topic that is named twice is found',
    newsletter({
      topics: [
        { id: 'news', label: 'A' },
        { id: 'news', label: 'B' },
      ],
    }),
    ['DUPLICATE-ID newsletter.topics[1].id'],
  ],
  [
    'a topic, a frequency and a channel may share an id',
    newsletter({
      topics: [{ id: 'email', label: 'A' }],
      frequencies: [{ id: 'email', label: 'B' }],
      channels: [channel],
    }),
    [],
  ],
  ['a pause of no days is found', newsletter({ pauses: [14, 0] }), ['NUMBER newsletter.pauses[1]']],
  ['a pause of more than a year is found', newsletter({ pauses: [367] }), ['NUMBER newsletter.pauses[0]']],
  [
    'an endpoint that is a mail address is found',
    newsletter({ endpoint: 'mailto:a@b.example' }),
    ['ADDRESS newsletter.endpoint'],
  ],
  ['an endpoint that would run is found', newsletter({ endpoint: 'javascript:1' }), ['ADDRESS newsletter.endpoint']],
  ['an unknown way to save is found', newsletter({ save: 'auto' }), ['UNKNOWN-VALUE newsletter.save']],
];

/** One row for each mistake that the check knows, and a few that look like one. */
export const MISTAKES: readonly Mistake[] = [
  ...SHAPE,
  ...IDS,
  ...PLACES,
  ...ADDRESSES,
  ...ENDPOINTS,
  ...HOSTS,
  ...STORED,
  ...TRACKERS,
  ...ADVICE,
  ...NEWSLETTER,
  ...NOTICE,
  ...AGE,
];
