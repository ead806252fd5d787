import type { Category } from '../../config/settings.js';
import type { LocalText, StorageConfig, StorageKind } from '../../config/types.js';
import type { NoticeFacts, NoticeWords } from './facts.js';

/** What the elements bring along in a browser. */
type Speech = Pick<
  NoticeFacts,
  'lang' | 'words' | 'tell' | 'fill' | 'days' | 'category' | 'storageHead' | 'storageRow'
>;

/** Speaks one language where there are no elements, as on a server. */
export function speak(lang: string, words: NoticeWords): Speech {
  const known = words as unknown as Partial<Record<string, string>>;
  const tell = (text: LocalText | undefined): string => {
    if (typeof text !== 'object') {
      return text ?? '';
    }
    const [base = ''] = lang.split('-');
    return [text[lang], text[base], text['en'], ...Object.values(text)].find(Boolean) ?? '';
  };
  const days = (count: number, tag: string): string =>
    new Intl.NumberFormat(tag, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(count);
  return {
    lang,
    words,
    tell,
    fill: (text, values) => text.replace(/{(\w+)}/g, (place, word: string) => String(values[word] ?? place)),
    days,
    category: ({ id, label, purpose }: Category) => ({
      label: tell(label) || (known[`${id}Label`] ?? id),
      purpose: tell(purpose) || (known[`${id}Purpose`] ?? ''),
    }),
    storageHead: [words.storageName, words.storageKind, words.storagePurpose, words.storageDuration],
    storageRow: ({ name, kind, purpose, days: count }: StorageConfig) => {
      const key = `kind${kind.charAt(0).toUpperCase()}${kind.slice(1)}` as `kind${Capitalize<StorageKind>}`;
      const ends = kind === 'cookie' || kind === 'session' ? words.untilClosed : words.untilDeleted;
      return [name, words[key], tell(purpose), count ? days(count, lang) : ends];
    },
  };
}
