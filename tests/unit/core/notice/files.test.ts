import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Outline } from '../../../../src/core/notice/facts.js';
import { renderNotice } from '../../../../src/core/notice/markup.js';
import { writeData, writeText } from '../../../../src/core/notice/text.js';
import { SERVICES } from '../shop.js';
import { NOTICE, outline, SITE, WORDS } from './shop.js';

const made = outline({ site: SITE, notice: NOTICE });

/** Every text that a reader meets in a notice: not the addresses behind links, nor the names of tables. */
function textsOf(value: unknown, key = ''): string[] {
  if (typeof value === 'string') {
    return ['id', 'lang', 'version', 'url', 'table'].includes(key) ? [] : value.split('\n');
  }
  const entries = Array.isArray(value) ? value.map((item) => [key, item] as const) : Object.entries(value ?? {});
  return entries.flatMap(([name, item]) => textsOf(item, name));
}

describe('the notice as text', () => {
  const text = writeText(made);

  test('holds every text of the notice', () => {
    assert.ok(textsOf(made).length > 80);
    for (const each of textsOf(made)) {
      assert.ok(text.includes(each), each);
    }
  });

  test('names each section with its anchor', () => {
    for (const { id, title } of made.sections) {
      assert.ok(text.includes(`\n# ${title} (#${id})\n`), id);
    }
  });

  test('says of each cell what it is, and leaves out what is empty', () => {
    assert.ok(text.includes('- Recipient: Courts; Purpose: The law; When: Always\n'));
  });

  test('writes out addresses', () => {
    assert.ok(text.includes('a@shop.example: mailto:a@shop.example\n'));
    assert.ok(text.includes('Shop Ltd\n1 High Street\nLondon\n'));
  });

  test('ends with a line, and has no spaces around it', () => {
    assert.equal(text, `${text.trim()}\n`);
  });
});

describe('the notice as data', () => {
  test('is the outline, with the number of its form', () => {
    const { form, ...rest } = JSON.parse(writeData(made)) as Outline & { form: number };
    assert.equal(form, 1);
    assert.deepEqual(rest, JSON.parse(JSON.stringify(made)));
  });
});

describe('the notice as markup', () => {
  const config = { site: SITE, services: [...SERVICES], notice: NOTICE };
  const render = (part: object = {}): string =>
    renderNotice({ ...config, ...part }, { lang: 'en', words: WORDS, today: '2026-06-01' });
  const unescaped = (html: string): string =>
    html.replace(/<[^>]*>/g, '\n').replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));

  test('holds every text of the sections', () => {
    const html = unescaped(render());
    for (const each of textsOf(outline({ ...config, categories: [] }).sections.filter(({ id }) => id !== 'why'))) {
      assert.ok(html.includes(each), each);
    }
  });

  test('has an anchor and a heading for each section', () => {
    const found = [...render().matchAll(/<section id="(\w+)" lang="en" data-generated>\n<h2>/g)].map(([, id]) => id);
    assert.deepEqual(
      found,
      made.sections.map(({ id }) => id),
    );
  });

  test('leads to other pages by safe addresses alone', () => {
    const links = { imprint: 'javascript:alert(1)' };
    const html = render({ site: { ...SITE, links } });
    assert.ok(html.includes('<a href="mailto:a@shop.example">a@shop.example</a>'));
    assert.ok(!html.includes('javascript:'));
  });

  test('makes no markup of a text', () => {
    const bad = '"><img src=x onerror=alert(1)>&amp;\'';
    const sections = [{ id: 'letters', title: bad, text: [bad] }];
    const services = [
      { id: 'a', category: 'marketing', name: bad, provider: bad, storage: [{ kind: 'cookie', name: bad }] },
    ];
    const html = render({ notice: { sections }, services });
    assert.ok(!html.includes('<img'));
    assert.ok(unescaped(html).includes(bad));
  });
});
