/** Rivals from npm, set up as their documentation says, with no texts beyond what they need. */
/* global window */

/** @typedef {import('./subjects.mjs').Subject} Subject */

const TEXT = 'We would like to count visits and to show you our goods elsewhere. You decide, and can change your mind.';

const cookieConsent = {
  // Without this it shows nothing to a browser that a program drives.
  hideFromBots: false,
  categories: { necessary: { enabled: true, readOnly: true }, functionality: {}, analytics: {}, marketing: {} },
  language: {
    default: 'en',
    translations: {
      en: {
        consentModal: {
          title: 'Cookies and your privacy',
          description: TEXT,
          acceptAllBtn: 'Accept all',
          acceptNecessaryBtn: 'Reject all',
          showPreferencesBtn: 'More choices',
          footer: '<a href="/privacy.html">Privacy notice</a>',
        },
        preferencesModal: {
          title: 'Privacy choices',
          acceptAllBtn: 'Accept all',
          acceptNecessaryBtn: 'Reject all',
          savePreferencesBtn: 'Save',
          closeIconLabel: 'Close',
          sections: ['necessary', 'functionality', 'analytics', 'marketing'].map((linkedCategory) => ({
            title: linkedCategory,
            description: 'What it is for, in a sentence of some length.',
            linkedCategory,
          })),
        },
      },
    },
  },
};

const klaroConfig = {
  version: 1,
  acceptAll: true,
  privacyPolicy: '/privacy.html',
  lang: 'en',
  services: [
    { name: 'basket', purposes: ['necessary'], required: true },
    { name: 'size', purposes: ['functional'] },
    { name: 'analytics', title: 'Counter', purposes: ['analytics'] },
    { name: 'marketing', title: 'Ads', purposes: ['marketing'] },
  ],
};

/** @type {readonly Subject[]} */
export const rivals = [
  {
    name: 'vanilla-cookieconsent',
    files: ['cookieconsent.css', 'cookieconsent.umd.js'].map(
      (file) => `node_modules/vanilla-cookieconsent/dist/${file}`,
    ),
    from: 'node_modules/vanilla-cookieconsent/dist/',
    // Deferred, and started by a module, which comes after it.
    head: (base) => `<link rel="stylesheet" href="${base}cookieconsent.css">
<script defer src="${base}cookieconsent.umd.js"></script>
<script type="module">CookieConsent.run(${JSON.stringify(cookieConsent)})</script>`,
    mark: (category) => `type="text/plain" data-category="${category}"`,
    src: 'src',
    other: undefined,
    banner: '#cc-main .cm',
    accept: '#cc-main .cm [data-role="all"]',
    open: '#cc-main .cm [data-role="show"]',
    preferences: '#cc-main .pm',
    prepare: () => undefined,
    // @ts-expect-error The page has it.
    acceptAll: () => window.CookieConsent.acceptCategory('all'),
  },
  {
    name: 'klaro',
    files: ['node_modules/klaro/dist/klaro.js'],
    from: 'node_modules/klaro/dist/',
    head: (base) => `<script>window.klaroConfig = ${JSON.stringify(klaroConfig)}</script>
<script defer src="${base}klaro.js"></script>`,
    mark: (category) => `type="text/plain" data-type="text/javascript" data-name="${category}"`,
    src: 'data-src',
    other: (name, src) => `<${name} data-name="analytics" data-src="${src}"></${name}>`,
    banner: '.klaro .cookie-notice',
    accept: '.klaro .cookie-notice .cm-btn-success',
    open: '.klaro .cookie-notice .cn-learn-more',
    preferences: '.klaro .cookie-modal .cm-modal',
    prepare: () => undefined,
    acceptAll: () => {
      // @ts-expect-error The page has it.
      const manager = window.klaro.getManager();
      manager.changeAll(true);
      manager.saveAndApplyConsents();
    },
  },
];
