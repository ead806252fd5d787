import fc from 'fast-check';
import type { NoticeConfig } from '../../../../../src/config/notice.js';
import type { LocalText } from '../../../../../src/config/types.js';

/** A notice that uses every key once, and in which nothing is wrong. */
export function fullNotice(): NoticeConfig {
  return {
    data: [
      {
        id: 'address',
        label: { en: 'Address', de: 'Anschrift' },
        source: 'Your order',
        required: true,
        without: 'We cannot deliver.',
        purpose: 'Delivery',
        kept: 'Ten years',
      },
    ],
    recipients: [
      { name: 'Carriers', purpose: 'Delivery', data: ['address'], country: 'US', safeguard: 'Standard clauses' },
    ],
    security: ['A locked room.'],
    children: ['From 18 years.'],
    rights: [{ label: 'Copy', text: 'Ask for it.' }],
    sections: [{ id: 'letters', title: 'Newsletter', text: ['By e-mail.'], summary: 'By e-mail' }],
    versions: [
      { id: '2', date: '2026-03-01', changes: [{ kind: 'added', section: 'letters', text: 'A newsletter.' }] },
      { id: '1', date: '2009-03-01' },
    ],
    reviewed: '2026-04-01',
  };
}

const day = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** Notices in which nothing is wrong. Whatever names a piece of data names one that is there. */
export function noticeOf(
  localText: fc.Arbitrary<LocalText>,
  id: fc.Arbitrary<string>,
  shown: fc.Arbitrary<string>,
): fc.Arbitrary<NoticeConfig> {
  const texts = fc.array(localText, { maxLength: 2 });
  const change = fc.record({ kind: fc.constantFrom('added', 'removed', 'changed'), section: id, text: localText });
  const versions = fc
    .uniqueArray(fc.record({ id: shown, date: day, changes: fc.array(change, { maxLength: 2 }) }), {
      maxLength: 3,
      selector: (version) => version.id,
    })
    .map((list) => list.sort((one, other) => (one.date < other.date ? 1 : -1)));
  return fc.uniqueArray(id, { maxLength: 4 }).chain((ids) =>
    fc.record(
      {
        data: fc.tuple(
          ...ids.map((name) =>
            fc.record(
              { id: fc.constant(name), label: localText, source: localText, required: fc.boolean(), kept: localText },
              { requiredKeys: ['id', 'label', 'source'] },
            ),
          ),
        ),
        recipients: fc.array(
          fc.record({ name: localText, purpose: localText, data: fc.subarray(ids), country: fc.constant('DE') }),
          { maxLength: 2 },
        ),
        security: texts,
        children: texts,
        rights: fc.array(fc.record({ label: localText, text: localText }), { maxLength: 2 }),
        sections: fc.uniqueArray(fc.record({ id, title: localText, text: texts }), {
          maxLength: 2,
          selector: (section) => section.id,
        }),
        versions,
        reviewed: day,
      },
      { requiredKeys: ['data'] },
    ),
  );
}
