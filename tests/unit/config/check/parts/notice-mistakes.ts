import type { Mistake } from '../mistakes.js';

const notice = (part: object): object => ({ notice: part });
const datum = (part: object): object => notice({ data: [{ id: 'a', label: 'A', source: 'S', ...part }] });

/** Mistakes in a notice, and a few things that look like one. */
export const NOTICE: readonly Mistake[] = [
  ['a piece of data needs an id', notice({ data: [{ label: 'A', source: 'S' }] }), ['MISSING-KEY notice.data[0].id']],
  ['required is true or false', datum({ required: 'yes' }), ['TYPE notice.data[0].required']],
  ['the id of a piece of data is checked', datum({ id: 'a b' }), ['ID notice.data[0].id']],
  [
    'two pieces of data of one id are found',
    notice({
      data: [
        { id: 'a', label: 'A', source: 'S' },
        { id: 'a', label: 'B', source: 'S' },
      ],
    }),
    ['DUPLICATE-ID notice.data[1].id'],
  ],
  [
    'a recipient of data that is not declared is found',
    notice({ recipients: [{ name: 'R', purpose: 'P', data: ['adress'] }] }),
    ['UNKNOWN-ID notice.recipients[0].data[0]'],
  ],
  [
    'a service that gets data that is not declared is found',
    {
      services: [
        { id: 's', category: 'analytics', name: 'S', provider: 'P', purpose: 'Q', hosts: ['a.example'], data: ['x'] },
      ],
    },
    ['UNKNOWN-ID services[0].data[0]'],
  ],
  [
    'the country of a recipient is checked',
    notice({ recipients: [{ name: 'R', purpose: 'P', country: 'UK' }] }),
    ['REGION notice.recipients[0].country'],
  ],
  [
    'a section of the shop’s own wants a title',
    notice({ sections: [{ id: 'letters' }] }),
    ['NO-LABEL notice.sections[0]'],
  ],
  ['a built-in section has one', notice({ sections: [{ id: 'who', text: ['We.'] }] }), []],
  [
    'two sections of one id are found',
    notice({ sections: [{ id: 'who' }, { id: 'who' }] }),
    ['DUPLICATE-ID notice.sections[1].id'],
  ],
  ...['2026-02-30', '2026-13-01', '1.3.2026', '2026-3-1', '2026-03-01T00:00', ''].map((date): Mistake => [
    `the day ${JSON.stringify(date)} is found`,
    notice({ versions: [{ id: '1', date }] }),
    ['DATE notice.versions[0].date'],
  ]),
  ['29 February of a leap year is a day', notice({ reviewed: '2024-02-29' }), []],
  ['29 February of another year is none', notice({ reviewed: '2026-02-29' }), ['DATE notice.reviewed']],
  [
    'an older version before a newer one is told',
    notice({
      versions: [
        { id: '1', date: '2009-03-01' },
        { id: '2', date: '2026-03-01' },
      ],
    }),
    ['ORDER notice.versions[1].date'],
  ],
  [
    'two versions of one day may stand in any order',
    notice({
      versions: [
        { id: '1', date: '2009-03-01' },
        { id: '2', date: '2009-03-01' },
      ],
    }),
    [],
  ],
  [
    'an unknown kind of change is found',
    notice({ versions: [{ id: '1', date: '2009-03-01', changes: [{ kind: 'new', section: 'who', text: 'T' }] }] }),
    ['UNKNOWN-VALUE notice.versions[0].changes[0].kind'],
  ],
];
