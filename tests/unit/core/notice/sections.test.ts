import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Category } from '../../../../src/config/settings.js';
import type { Basis, ServiceConfig } from '../../../../src/config/types.js';
import { factsIn, NOTICE, outline, sectionOf, SITE, tableIn, textsIn, WORDS } from './shop.js';

const BASES: readonly Basis[] = ['necessary', 'opt-in', 'opt-out', 'exempt'];
const CATEGORIES = BASES.map((basis): Category => ({ id: basis, basis, label: `By ${basis}`, purpose: 'P' }));

describe('who is answerable', () => {
  test('is said with the shop’s name', () => {
    const { blocks } = sectionOf(outline({ site: SITE }), 'who');
    assert.deepEqual(textsIn(blocks), ['Shop is run by Shop Ltd, who is answerable for your data.']);
  });

  test('is said of this site where it has no name', () => {
    const { blocks } = sectionOf(outline({ site: { controller: { name: 'Shop Ltd' } } }), 'who');
    assert.deepEqual(textsIn(blocks), ['This site is run by Shop Ltd, who is answerable for your data.']);
  });
});

describe('the data', () => {
  test('are told with their source, whether they are needed, and what is lost without them', () => {
    const { blocks } = sectionOf(outline({ notice: NOTICE }), 'what');
    assert.deepEqual(tableIn(blocks), [
      ['Data', 'Where it comes from', 'Needed'],
      ['Address', 'Your order', 'Required. Without it: No delivery.'],
      ['Birthday', 'Your membership', 'Optional. Without it: No card.'],
      ['Other', 'You', 'Optional'],
    ]);
    assert.deepEqual(textsIn(blocks), [WORDS.whatText]);
  });

  test('are told with their purpose where one has one', () => {
    const data = [
      { id: 'a', label: 'A', source: 'S', purpose: 'Delivery' },
      { id: 'b', label: 'B', source: 'S' },
    ];
    const { blocks } = sectionOf(outline({ notice: { data } }), 'what');
    assert.deepEqual(tableIn(blocks), [
      ['Data', 'Where it comes from', 'Purpose', 'Needed'],
      ['A', 'S', 'Delivery', 'Optional'],
      ['B', 'S', '', 'Optional'],
    ]);
  });

  test('have no section where the list is empty', () => {
    assert.throws(() => sectionOf(outline({ notice: { data: [] } }), 'what'));
  });
});

test('each purpose has its basis in this region', () => {
  const { blocks } = sectionOf(outline({ categories: CATEGORIES, services: [] }), 'why');
  assert.deepEqual(tableIn(blocks), [
    ['Use', 'Purpose', 'Legal basis'],
    ['By necessary', 'P', WORDS.basisNecessary],
    ['By opt-in', 'P', WORDS.basisOptIn],
    ['By opt-out', 'P', WORDS.basisOptOut],
    ['By exempt', 'P', WORDS.basisExempt],
  ]);
});

describe('the recipients', () => {
  test('are told with what they get, and where they are', () => {
    const { blocks } = sectionOf(outline({ notice: NOTICE }), 'recipients');
    assert.deepEqual(tableIn(blocks), [
      ['Recipient', 'Purpose', 'Data', 'When', 'Country and protection'],
      ['Carriers', 'Delivery', 'Address', 'Always', 'United States. Clauses'],
      ['Courts', 'The law', '', 'Always', ''],
    ]);
  });

  test('have the country as it was written where it is no code', () => {
    const recipients = [{ name: 'A', purpose: 'P', country: 'Atlantis' }];
    const { blocks } = sectionOf(outline({ notice: { recipients } }), 'recipients');
    assert.equal(tableIn(blocks)[1]?.[3], 'Atlantis');
  });

  const service = (category: string, more: Partial<ServiceConfig> = {}): ServiceConfig => ({
    id: `of-${category}`,
    category,
    name: category,
    provider: `${category} Ltd`,
    purpose: 'Q',
    ...more,
  });

  test('are the providers of the services too, each with when it gets data', () => {
    const services = [...BASES.map((basis) => service(basis)), service('nowhere')];
    const { blocks } = sectionOf(outline({ categories: CATEGORIES, services }), 'recipients');
    assert.deepEqual(tableIn(blocks), [
      ['Recipient', 'Purpose', 'When'],
      ['necessary Ltd', 'Q', 'Always'],
      ['opt-in Ltd', 'Q', 'Only if you allow it'],
      ['opt-out Ltd', 'Q', 'Until you object'],
      ['exempt Ltd', 'Q', 'Until you object'],
      ['nowhere Ltd', 'Q', 'Only if you allow it'],
    ]);
  });

  test('get what every host sees, and what the service names', () => {
    const services = [
      service('opt-in', { hosts: ['a.example'], data: ['address', 'birthday'] }),
      service('necessary', { hosts: [], data: ['other'] }),
    ];
    const { blocks } = sectionOf(
      outline({ categories: CATEGORIES, services, notice: { data: NOTICE.data ?? [] } }),
      'recipients',
    );
    assert.equal(tableIn(blocks)[1]?.[2], 'Your IP address and the address of the page, Address, and Birthday');
    assert.equal(tableIn(blocks)[2]?.[2], 'Other');
  });

  test('are not the shop itself', () => {
    const services = [service('opt-in', { provider: 'Shop Ltd' }), { id: 'b', category: 'opt-in', name: 'B' }];
    assert.throws(() => sectionOf(outline({ site: SITE, categories: CATEGORIES, services }), 'recipients'));
  });
});

describe('how long', () => {
  test('is said of the answer and of the longest cookie', () => {
    const services: ServiceConfig[] = [
      { id: 'a', category: 'necessary', name: 'A', storage: [{ kind: 'cookie', name: 'a', days: 30 }] },
      { id: 'b', category: 'necessary', name: 'B', storage: [{ kind: 'cookie', name: 'b', days: 730 }] },
      { id: 'c', category: 'necessary', name: 'C', storage: [{ kind: 'local', name: 'c', days: 9999 }] },
      { id: 'd', category: 'necessary', name: 'D' },
    ];
    const { blocks } = sectionOf(outline({ services }), 'kept');
    assert.deepEqual(textsIn(blocks), [
      'Your privacy choices for 182 days. Cookies for at most 730 days, and all storage as its table says.',
    ]);
  });

  test('is said of the answer alone where no cookie outlives the browser', () => {
    const services: ServiceConfig[] = [
      { id: 'a', category: 'necessary', name: 'A', storage: [{ kind: 'cookie', name: 'a' }] },
    ];
    assert.deepEqual(textsIn(sectionOf(outline({ services }), 'kept').blocks), ['Your privacy choices for 182 days.']);
  });

  test('is said of each piece of data that says it', () => {
    assert.deepEqual(factsIn(sectionOf(outline({ notice: NOTICE }), 'kept').blocks), [['Address', 'Ten years']]);
  });
});

test('the rights that the shop adds stand after those that everyone has', () => {
  const { blocks } = sectionOf(outline({ notice: NOTICE }), 'rights');
  assert.deepEqual(textsIn(blocks), [WORDS.rightsText]);
  assert.deepEqual(factsIn(blocks), [['Copy', 'Ask for it.']]);
});

test('security and children are paragraphs of the shop’s own', () => {
  const made = outline({ notice: NOTICE });
  assert.deepEqual(textsIn(sectionOf(made, 'security').blocks), ['A locked room.', 'Few keys.']);
  assert.deepEqual(textsIn(sectionOf(made, 'children').blocks), ['From 18 years.']);
});

describe('where to ask', () => {
  test('is told with each way there is, and the postal address as its country writes it', () => {
    assert.deepEqual(sectionOf(outline({ site: SITE }), 'contact').blocks, [
      { text: 'For anything about your data, write to:' },
      { link: 'a@shop.example', url: 'mailto:a@shop.example' },
      { link: '+44 20', url: 'tel:+4420' },
      { text: 'Shop Ltd\n1 High Street\nLondon' },
      { link: 'Imprint', url: '/imprint' },
    ]);
  });

  test('is told without a controller', () => {
    const { blocks } = sectionOf(outline({ site: { contact: { post: ['1 High Street'] } } }), 'contact');
    assert.deepEqual(blocks[1], { text: '1 High Street' });
  });
});
