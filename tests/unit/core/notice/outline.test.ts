import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Section } from '../../../../src/core/notice/facts.js';
import { ANCHORS } from '../../../support/notice.js';
import { lineOf, NOTICE, outline, sectionOf, SITE, textsIn } from './shop.js';

const authored = (id: string, text = 'Written by hand.'): Section => ({ id, title: `Own ${id}`, blocks: [{ text }] });
const idsOf = (sections: readonly { readonly id: string }[]): string[] => sections.map(({ id }) => id);

describe('the outline of a notice', () => {
  test('has every section, in its order', () => {
    assert.deepEqual(idsOf(outline({ site: SITE, notice: NOTICE }).sections), ANCHORS);
  });

  test('has the same anchors whatever the headings are', () => {
    const sections = ANCHORS.map((id) => ({ id, title: `Another ${id}` }));
    const renamed = outline({ site: SITE, notice: { ...NOTICE, sections } });
    assert.deepEqual(idsOf(renamed.sections), ANCHORS);
    assert.deepEqual(
      renamed.sections.map(({ title }) => title),
      ANCHORS.map((id) => `Another ${id}`),
    );
  });

  test('leaves out what nothing is declared for', () => {
    assert.deepEqual(idsOf(outline({ services: [] }).sections), ['why', 'kept', 'rights']);
  });

  test('names the version in force, or none', () => {
    assert.equal(outline({ notice: NOTICE }).version, '2');
    assert.equal(outline().version, '');
  });

  test('says in which language it is', () => {
    assert.equal(outline().lang, 'en');
  });
});

describe('sections of the shop’s own', () => {
  test('stand before what has changed and where to ask, once each', () => {
    const notice = { ...NOTICE, sections: [{ id: 'letters', title: 'Letters', text: ['Weekly.'] }] };
    const made = outline({ site: SITE, notice }, { authored: [authored('cards'), authored('letters')] });
    assert.deepEqual(idsOf(made.sections).slice(-4), ['letters', 'cards', 'changes', 'contact']);
  });

  test('are left out without a text', () => {
    const made = outline({ notice: { sections: [{ id: 'letters', title: 'Letters' }] } });
    assert.ok(!idsOf(made.sections).includes('letters'));
  });

  test('are called by their id without a title', () => {
    const made = outline({ notice: { sections: [{ id: 'letters', text: ['Weekly.'] }] } });
    assert.equal(sectionOf(made, 'letters').title, 'letters');
  });

  test('may be called like a method of objects', () => {
    const made = outline({ notice: { sections: [{ id: 'constructor', title: 'Who builds', text: ['We.'] }] } });
    assert.equal(sectionOf(made, 'constructor').title, 'Who builds');
  });

  test('stand for the first paragraph of a built-in one, and leave its data', () => {
    const sections = [{ id: 'what', text: ['First.', 'Second.'] }];
    const { blocks } = sectionOf(outline({ notice: { ...NOTICE, sections } }), 'what');
    assert.deepEqual(textsIn(blocks), ['First.', 'Second.']);
    assert.ok(blocks.some((block) => 'table' in block));
  });

  test('have a line in the first layer if they bring one', () => {
    const sections = [
      { id: 'letters', title: 'Letters', text: ['Weekly.'], summary: 'By e-mail' },
      { id: 'who', summary: 'We' },
    ];
    const made = outline({ site: SITE, notice: { sections } });
    assert.equal(lineOf(made, 'letters'), 'By e-mail');
    assert.equal(lineOf(made, 'who'), 'We');
    assert.equal(lineOf(made, 'kept')?.startsWith('Your privacy choices'), true);
  });
});

describe('a section in the page’s own markup', () => {
  test('takes the place of the built-in one', () => {
    const made = outline({ notice: NOTICE }, { authored: [authored('rights')] });
    assert.deepEqual(sectionOf(made, 'rights'), authored('rights'));
    assert.equal(lineOf(made, 'rights'), 'Written by hand.');
  });

  test('keeps what is live about storage after it', () => {
    const { blocks } = sectionOf(outline({}, { authored: [authored('storage')] }), 'storage');
    assert.deepEqual(blocks[0], { text: 'Written by hand.' });
    assert.ok(blocks.some((block) => 'group' in block && block.group === 'Counter'));
    assert.equal(textsIn(blocks).length, 1);
  });

  test('is named by its own heading where changes name it', () => {
    const made = outline({ notice: NOTICE }, { authored: [authored('storage')] });
    assert.match(JSON.stringify(sectionOf(made, 'changes')), /Added: Own storage/);
  });
});

describe('the first layer', () => {
  test('says who, why, who else, how long, which rights and where to ask', () => {
    const made = outline({ site: SITE, notice: NOTICE });
    assert.deepEqual(idsOf(made.summary), ['who', 'why', 'recipients', 'kept', 'rights', 'contact']);
    assert.equal(lineOf(made, 'who'), 'Shop is run by Shop Ltd, who is answerable for your data.');
    assert.match(lineOf(made, 'why') ?? '', /^Necessary, .* and /);
    assert.equal(lineOf(made, 'recipients'), 'Carriers and Courts');
    assert.match(lineOf(made, 'rights') ?? '', /^You can ask/);
    assert.equal(lineOf(made, 'contact'), 'For anything about your data, write to: a@shop.example');
  });

  test('writes out six names, and counts the rest', () => {
    const recipients = Array.from('ABCDEFGH', (name) => ({ name, purpose: 'P' }));
    assert.equal(lineOf(outline({ notice: { recipients } }), 'recipients'), 'A, B, C, D, E, F, and 2 more');
    assert.equal(
      lineOf(outline({ notice: { recipients: recipients.slice(0, 6) } }), 'recipients'),
      'A, B, C, D, E, and F',
    );
  });

  test('names nobody twice', () => {
    const recipients = ['A', 'A', 'B'].map((name) => ({ name, purpose: 'P' }));
    assert.equal(lineOf(outline({ notice: { recipients } }), 'recipients'), 'A and B');
  });

  test('has no line for a section without words', () => {
    const made = outline({}, { authored: [{ id: 'who', title: 'We', blocks: [] }] });
    assert.equal(lineOf(made, 'who'), undefined);
  });
});
