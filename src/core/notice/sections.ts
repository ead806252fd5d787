import type { Settings } from '../../config/settings.js';
import type { LocalText } from '../../config/types.js';
import { nameVersion, tellChanges } from './changes.js';
import { join, tableOf, type Block, type Fact, type NoticeFacts, type NoticeWords } from './facts.js';
import { serviceBlock } from './services.js';

/** The first paragraph of a built-in section, then what comes from data. Without either there is no section. */
type Built = readonly [intro?: string, ...blocks: readonly Block[]];

/** Makes a built-in section from what is declared. */
type Builder = (
  words: NoticeWords,
  settings: Settings,
  facts: NoticeFacts,
  titleOf: (section: string) => string,
) => Built;

/** Each basis as it stands in the keys of the texts. */
const BASES = { necessary: 'Necessary', 'opt-in': 'OptIn', 'opt-out': 'OptOut', exempt: 'Exempt' } as const;

/** Writes a country by its code. */
const countryName = (lang: string, code = ''): string | undefined =>
  /^[A-Z]{2}$/.test(code) ? new Intl.DisplayNames(lang, { type: 'region' }).of(code) : code;

/** Makes one paragraph of each text. */
export const paragraphs = ({ tell }: NoticeFacts, texts: readonly LocalText[] = []): Block[] =>
  texts.map((text) => ({ text: tell(text) }));

/** Tells facts, if there are any. */
const factsOf = (list: readonly Fact[]): Block[] => (list.length ? [{ facts: list }] : []);

const who: Builder = (words, { site: { name: site = words.thisSite, controller } }, { fill }) =>
  controller ? [fill(words.whoText, { site, controller: controller.name })] : [];

const what: Builder = (words, { notice: { data = [] } }, { fill, tell }) => {
  const rows = data.map(({ label, source, required, purpose, without }) => [
    tell(label),
    tell(source),
    tell(purpose),
    (required ? words.required : words.optional) +
      (without ? `. ${fill(words.withoutIt, { text: tell(without) })}` : ''),
  ]);
  const head = [words.dataColumn, words.sourceColumn, words.storagePurpose, words.needColumn];
  return rows.length ? [words.whatText, tableOf(words.whatTitle, head, rows)] : [];
};

const why: Builder = (words, { categories }, facts) => {
  const rows = categories.map((each) => {
    const { label, purpose } = facts.category(each);
    return [label, purpose, words[`basis${BASES[each.basis]}`]];
  });
  return ['', tableOf(words.whyTitle, [words.useColumn, words.storagePurpose, words.basisColumn], rows)];
};

/** Whoever gets data: those whom the notice names, and the provider of each service but the shop itself. */
const recipients: Builder = (words, { notice, services, categories, site }, { tell, lang }) => {
  const dataOf = (ids: readonly string[] = [], ...more: readonly string[]): string => {
    const data = notice.data?.filter(({ id }) => ids.includes(id)) ?? [];
    return join(lang, [...more, ...data.map(({ label }) => tell(label))]);
  };
  const rows = [
    ...(notice.recipients ?? []).map(({ name, purpose, data, country, safeguard }) => [
      tell(name),
      tell(purpose),
      dataOf(data),
      words.whenNecessary,
      [countryName(lang, country), tell(safeguard)].filter(Boolean).join('. '),
    ]),
    ...services
      .filter(({ provider = '' }) => provider && provider !== site.controller?.name)
      .map(({ provider = '', purpose, hosts, data, category }) => [
        provider,
        tell(purpose),
        dataOf(data, ...(hosts?.length ? [words.browserData] : [])),
        // More private: a service of a category that is not declared waits for ever.
        words[`when${BASES[categories.find(({ id }) => id === category)?.basis ?? 'opt-in']}`],
      ]),
  ];
  const head = [words.recipientColumn, words.storagePurpose, words.dataColumn, words.whenColumn, words.placeColumn];
  return rows.length ? ['', tableOf(words.recipientsTitle, head, rows)] : [];
};

const storage: Builder = (words, settings, facts) => {
  const { services } = settings;
  return services.length
    ? [words.storageText, ...services.map((each) => serviceBlock(words, settings, facts, each))]
    : [];
};

/** How long each thing is kept: the answer, the longest of the cookies, and data. */
const kept: Builder = (words, { services, record, notice: { data = [] } }, { tell, days, fill, lang }) => {
  const cookies = services.flatMap(({ storage: items = [] }) => items.filter(({ kind }) => kind === 'cookie'));
  const longest = Math.max(0, ...cookies.map((item) => item.days ?? 0));
  const text = words.keptText + (longest ? ` ${words.keptCookies}` : '');
  const times = data.map((each): Fact => [tell(each.label), tell(each.kept)]);
  return [
    fill(text, { duration: days(record.days, lang), longest: days(longest, lang) }),
    ...factsOf(times.filter(([, time]) => time)),
  ];
};

const rights: Builder = (words, { notice: { rights: list = [] } }, { tell }) => [
  words.rightsText,
  ...factsOf(list.map(({ label, text }): Fact => [tell(label), tell(text)])),
];

const changes: Builder = (_, { notice: { versions = [] } }, facts, titleOf) => [
  '',
  ...versions.map((version): Block => ({
    group: nameVersion(facts, version),
    blocks: [tellChanges(facts, [version], titleOf)],
  })),
];

const contact: Builder = (words, { site: { controller, contact: { post, email, phone } = {}, links } }) => {
  const blocks = [
    ...(email ? [{ link: email, url: `mailto:${email}` }] : []),
    ...(phone ? [{ link: phone, url: `tel:${phone.replace(/\s/g, '')}` }] : []),
    ...(post ? [{ text: [...(controller ? [controller.name] : []), ...post].join('\n') }] : []),
    ...(links?.imprint ? [{ link: words.imprint, url: links.imprint }] : []),
  ];
  return blocks.length ? [words.contactText, ...blocks] : [];
};

/** The built-in sections, in their order. Their names are anchors, and so never change. */
export const BUILDERS = new Map<string, Builder>([
  ['who', who],
  ['what', what],
  ['why', why],
  ['recipients', recipients],
  ['storage', storage],
  ['kept', kept],
  ['rights', rights],
  ['security', (_, { notice }, facts) => ['', ...paragraphs(facts, notice.security)]],
  ['children', (_, { notice }, facts) => ['', ...paragraphs(facts, notice.children)]],
  ['changes', changes],
  ['contact', contact],
]);
