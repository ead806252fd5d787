import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import { MESSAGE_KEYS } from '../../../src/config/check/meaning/message-keys.js';
import { en } from '../../../src/locales/en.js';
import { LANGUAGES } from '../../../src/ui/languages.js';
import type { Locale, PartLocale, TextPart } from '../../../src/locales/messages.js';
import { UNFAIR } from './words.js';

const names = readdirSync('src/locales').flatMap((file) => /^([a-z]{2})\.ts$/.exec(file)?.[1] ?? []);

/** The actions that answer, and the ones that lead to an answer. */
const ACTIONS = ['acceptAll', 'rejectAll', 'openPreferences', 'closeBanner', 'save', 'closePreferences'] as const;

/** The widgets whose texts are files of their own. */
const PARTS = (['age', 'newsletter', 'notice', 'reload'] satisfies TextPart[]).filter((part) =>
  existsSync(`src/locales/en/${part}.ts`),
);
type Texts = Readonly<Record<string, string>>;

function placeholders(text: string): string[] {
  return (text.match(/\{[^}]*\}/g) ?? []).sort();
}

async function load(name: string): Promise<Locale> {
  const module = (await import(`../../../src/locales/${name}.js`)) as Record<string, Locale>;
  const locale = module[name];
  assert.ok(locale, `${name}.ts exports no ${name}`);
  return locale;
}

test('there are English, German and Arabic at least', () => {
  for (const name of ['en', 'de', 'ar']) {
    assert.ok(names.includes(name), name);
  }
});

test('the elements know of every language', () => {
  assert.deepEqual([...LANGUAGES, 'en'].sort(), [...names].sort());
});

test('the keys that a shop can replace are those of the texts, and of the texts of each part', async () => {
  const keys = Object.keys(en.messages);
  for (const part of PARTS) {
    const module = (await import(`../../../src/locales/en/${part}.js`)) as Record<string, object>;
    keys.push(...Object.keys(Object.values(module)[0] ?? {}));
  }
  assert.deepEqual([...MESSAGE_KEYS].sort(), keys.sort());
});

for (const name of names) {
  describe(`the locale ${name}`, async () => {
    const { lang, dir, messages } = await load(name);
    const entries = Object.entries(messages) as [keyof typeof messages, string][];

    test('is named by its tag, and written in the direction of its script', () => {
      const { script } = new Intl.Locale(lang).maximize();
      assert.equal(lang, name);
      assert.equal(dir, ['Arab', 'Hebr', 'Thaa', 'Syrc'].includes(script ?? '') ? 'rtl' : 'ltr');
    });

    test('has every text, and no other', () => {
      assert.deepEqual(Object.keys(messages).sort(), Object.keys(en.messages).sort());
    });

    test('has no empty text, and none with spaces around it', () => {
      for (const [key, text] of entries) {
        assert.ok(text && text === text.trim(), key);
      }
    });

    test('fills in what the English fills in', () => {
      for (const [key, text] of entries) {
        assert.deepEqual(placeholders(text), placeholders(en.messages[key]), key);
      }
    });

    test('holds no markup', () => {
      for (const [key, text] of entries) {
        assert.doesNotMatch(text, /[<>&]/, key);
      }
    });

    test('names accepting and refusing at similar length', () => {
      const [accept, reject] = [messages.acceptAll.length, messages.rejectAll.length];
      assert.ok(Math.max(accept, reject) / Math.min(accept, reject) <= 1.5, `${accept} and ${reject}`);
    });

    test('names accepting and refusing in as many words', () => {
      assert.equal(messages.acceptAll.split(' ').length, messages.rejectAll.split(' ').length);
    });

    test('gives each action a name of its own', () => {
      const labels = ACTIONS.map((key) => messages[key].toLowerCase());
      assert.equal(new Set(labels).size, labels.length);
    });

    test('puts no answer off, and pushes to none', () => {
      const words = UNFAIR[name];
      assert.ok(words, `tests/unit/locales/words.ts has no list for ${name}`);
      for (const key of ACTIONS) {
        assert.doesNotMatch(messages[key], words.later, key);
        assert.doesNotMatch(messages[key], words.nudging, key);
      }
    });

    test('says how long an answer is kept, and who asks', () => {
      assert.deepEqual(placeholders(messages.bannerText), ['{duration}', '{site}']);
    });
  });
}

describe('the English labels', () => {
  test('are among those that refusal tools press', () => {
    assert.match(en.messages.acceptAll, /^(accept|allow|agree)( to)? all$/i);
    assert.match(en.messages.rejectAll, /^(reject|decline|refuse|deny) all$/i);
  });

  test('hold no word that makes refusal tools stop', () => {
    assert.doesNotMatch(Object.values(en.messages).join(' '), /\b(pay|subscribe|over 18|18\+|age verification)\b/i);
  });
});

async function loadOnly<T>(path: string): Promise<T> {
  const module = (await import(`../../../src/locales/${path}.js`)) as Record<string, T>;
  const [only, ...more] = Object.values(module);
  assert.ok(only && !more.length, `${path}.ts exports one thing`);
  return only;
}

for (const part of PARTS) {
  describe(`the texts of the part ${part}`, async () => {
    const english = await loadOnly<Texts>(`en/${part}`);

    test('have keys that nothing else has', () => {
      const keys = Object.keys(english);
      assert.deepEqual(
        keys.filter((key) => key in en.messages),
        [],
      );
    });

    for (const language of names.filter((name) => name !== 'en')) {
      test(`are there in ${language}, each with what it fills in, and without markup`, async () => {
        const { lang, part: own, messages } = await loadOnly<PartLocale<Texts>>(`${language}/${part}`);
        assert.deepEqual([lang, own], [language, part]);
        assert.deepEqual(Object.keys(messages).sort(), Object.keys(english).sort());
        for (const [key, text] of Object.entries(messages)) {
          assert.ok(text && text === text.trim() && !/[<>&]/.test(text), key);
          assert.deepEqual(placeholders(text), placeholders(english[key] ?? ''), key);
        }
      });
    }
  });
}
