import type { ChannelConfig, FrequencyConfig, NewsletterConfig, TopicConfig } from '../../config/newsletter.js';

/** A pause is no way to keep somebody for good: longer than a year it is a stop. */
const MAX_PAUSE = 366;

/** What the panel offers: the configuration with its defaults, and nothing in it that cannot be drawn. */
export interface Offer {
  readonly endpoint: string;
  readonly topics: readonly TopicConfig[];
  readonly frequencies: readonly FrequencyConfig[];
  readonly channels: readonly ChannelConfig[];
  /** The lengths of a pause, in days. */
  readonly pauses: readonly number[];
  readonly tokenParameter: string;
  /** Whether a change is sent at once. */
  readonly atOnce: boolean;
}

/**
 * Fills in the defaults. The guard lets a configuration pass that has mistakes below the first layer of its keys, so what
 * is malformed is left out here: more private, as what is not offered is not asked for.
 */
export function offerOf(config: NewsletterConfig | undefined): Offer {
  const { endpoint, topics, frequencies, channels, pauses, tokenParameter, save } = config ?? {};
  return {
    endpoint: `${endpoint ?? ''}`,
    topics: withIds(topics),
    frequencies: withIds(frequencies),
    channels: withIds(channels),
    pauses: [pauses ?? [14, 30, 90]].flat().filter((days) => Number.isInteger(days) && days > 0 && days <= MAX_PAUSE),
    tokenParameter: `${tokenParameter ?? 'token'}`,
    atOnce: save === 'change',
  };
}

function withIds<T extends { readonly id: string }>(items: readonly T[] | undefined): T[] {
  const named = (item: Partial<T> | null): boolean =>
    typeof item?.id === 'string' && /^[a-z\d][\w-]{0,63}$/i.test(item.id);
  return [items ?? []].flat().filter(named);
}
