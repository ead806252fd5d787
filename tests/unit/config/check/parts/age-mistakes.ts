import type { Mistake } from '../mistakes.js';

/** A question for an age in which nothing is wrong but what is given. */
function age(part: object): object {
  return { age: { minimum: 18, links: [{ label: 'Start', url: '/' }], ...part } };
}

export const AGE: readonly Mistake[] = [
  ['an age below nothing is found', age({ minimum: -1 }), ['NUMBER age.minimum']],
  ['half a year is found', age({ minimum: { DE: 16.5 } }), ['NUMBER age.minimum.DE']],
  ['an age is by region, or for the rest', age({ minimum: { UK: 18, '*': 21 } }), ['REGION age.minimum.UK']],
  ['more than 400 days are found for an age', age({ days: 401 }), ['NUMBER age.days']],
  ['an answer about an age may end with the browser', age({ days: 0 }), []],
  [
    'an address is no path',
    age({ areas: [{ path: 'https://a.example/', minimum: 18 }] }),
    ['ADDRESS age.areas[0].path'],
  ],
  ['a path begins with /', age({ areas: [{ path: 'knives/', minimum: 18 }] }), ['ADDRESS age.areas[0].path']],
  ['a link out is checked', age({ links: [{ label: 'Out', url: 'javascript:1' }] }), ['ADDRESS age.links[0].url']],
  ['an empty label of a link is told', age({ links: [{ label: '', url: '/' }] }), ['EMPTY age.links[0].label']],
  ['a mode that there is not is found', age({ mode: 'birthday' }), ['UNKNOWN-VALUE age.mode']],
  ['who asks for an age and shows no way out is told', { age: { minimum: 18 } }, ['NO-WAY-OUT age']],
  ['who asks for none needs no way out', { age: { mode: 'date' } }, []],
  [
    'a part of the site that an earlier one covers is told',
    age({ areas: ['/a/', '/b/', '/a/c/'].map((path) => ({ path, minimum: 18 })) }),
    ['AREA-COVERED age.areas[2].path'],
  ],
];

/** What the check and the JSON Schema agree is of the right shape. */
export const FITTING_AGE: readonly unknown[] = [
  { age: {} },
  { age: { minimum: -1, areas: [{ path: 'no path', minimum: {} }], days: 9999 } },
  { age: { minimum: { nowhere: 18 }, mode: 'date', scope: 'parts', accompanied: true, minors: 'protect' } },
  { age: { links: [{ label: { en: 'Out' }, url: 'javascript:1' }] } },
];

/** What they agree is not. */
export const BROKEN_AGE: readonly unknown[] = [
  { age: 18 },
  { age: { minimum: '18' } },
  { age: { minimum: [18] } },
  { age: { minimum: { DE: '18' } } },
  { age: { areas: [{ path: '/a/' }] } },
  { age: { areas: [{ minimum: 18 }] } },
  { age: { areas: {} } },
  { age: { mode: 'birthday' } },
  { age: { scope: 'site' } },
  { age: { accompanied: 'yes' } },
  { age: { minors: true } },
  { age: { days: '30' } },
  { age: { links: ['/'] } },
  { age: { links: [{ label: 'Out' }] } },
  { age: { verified: true } },
];
