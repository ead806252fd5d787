import type { Settings } from '../../config/settings.js';
import type { ServiceConfig } from '../../config/types.js';
import type { Standing, State, Why } from '../state.js';
import { tableOf, type Block, type Fact, type NoticeFacts, type NoticeWords } from './facts.js';

/** How a service stands for this shopper, in words. */
function standingText(words: NoticeWords, state: State, { id, category }: ServiceConfig): string {
  const own: Partial<Standing> = { ...state.services[id] };
  const { why = '', allowed } = own.why === 'category' ? { ...state.categories[category] } : own;
  const known: Partial<Record<Why | '', string>> = {
    necessary: words.alwaysOn,
    gpc: words.gpcNote,
    choice: allowed ? words.onChosen : words.offChosen,
  };
  // More private: what is not known is off.
  return known[why] ?? (allowed ? words.onUntil : words.offWaiting);
}

/** Tells of one service: how it stands, who, why, where to, and each thing that it stores. */
export function serviceBlock(
  words: NoticeWords,
  settings: Settings,
  facts: NoticeFacts,
  service: ServiceConfig,
): Block {
  const { fill, tell, state, storageHead, storageRow } = facts;
  const { provider = '', hosts, storage = [], privacyUrl: url } = service;
  const name = tell(service.name);
  const category = settings.categories.find(({ id }) => id === service.category);
  const list: readonly Fact[] = [
    [words.nowColumn, state ? standingText(words, state, service) : ''],
    [words.useColumn, category ? facts.category(category).label : ''],
    [words.storagePurpose, tell(service.purpose)],
    [words.provider, provider],
    [words.hosts, hosts?.join(', ') ?? ''],
  ];
  return {
    group: name,
    blocks: [
      { facts: list.filter(([, fact]) => fact) },
      ...(url ? [{ link: fill(words.providerNotice, { name }), url }] : []),
      storage.length
        ? tableOf(fill(words.storageCaption, { name }), storageHead, storage.map(storageRow))
        : { text: words.nothingStored },
    ],
  };
}
