import { aTimeout, expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { NewsletterPatch } from '../../../../src/core/newsletter/state.js';
import { NewsletterHarness } from '../../../support/harness/newsletter-harness.js';
import { resetPage } from '../../../support/harness/page-harness.js';

/** What a shopper does, or the server. */
type Step =
  'News' | 'Sale' | 'Once a week' | 'Once a month' | 'E-mail' | 'stop' | 'saved' | 'refused' | 'lost' | 'elsewhere';

const STEPS = [
  'News',
  'Sale',
  'Once a week',
  'Once a month',
  'E-mail',
  'stop',
  'saved',
  'refused',
  'lost',
  'elsewhere',
] as const;
const steps = fc.array(fc.constantFrom<Step>(...STEPS), { maxLength: 12 });

/** Lets the server do a step, where something is on its way. */
async function serve({ server }: NewsletterHarness, step: Step): Promise<void> {
  if (step === 'elsewhere') {
    server.change({ frequency: server.state.frequency === 'weekly' ? 'monthly' : 'weekly' });
    await server.refuse('conflict', { state: server.state });
  } else if (step === 'lost') {
    server.change(server.patches.at(-1) as NewsletterPatch);
    await server.refuse('failed');
  } else {
    await (step === 'saved' ? server.answer() : server.refuse('offline'));
  }
}

async function take(panel: NewsletterHarness, step: Step): Promise<void> {
  if (['saved', 'refused', 'lost', 'elsewhere'].includes(step)) {
    if (panel.server.waiting) {
      await serve(panel, step);
    }
  } else if (step === 'stop') {
    panel.button('stop-all').click();
  } else {
    panel.choice(step).click();
  }
  await panel.settled();
  expect(panel.server.waiting).to.be.at.most(1);
}

/** Lets the server save whatever comes, until nothing more does. */
async function settle(panel: NewsletterHarness): Promise<void> {
  while (panel.box.getAttribute('aria-busy') === 'true') {
    await (panel.server.waiting ? panel.server.answer() : aTimeout(0));
  }
  // What was lost on the way is asked for once more.
  await panel.until(() => panel.element.state?.version === panel.server.state.version);
}

/** What the server holds, as a shopper would see it drawn. */
function held({ server: { state } }: NewsletterHarness): string[] {
  const labels = { news: 'News', sale: 'Sale', email: 'E-mail', sms: 'Text message' };
  const stopped = state.status === 'unsubscribed';
  const on = Object.entries({ ...state.topics, ...state.channels }).filter(([, yes]) => yes && !stopped);
  const frequency = state.frequency === 'weekly' ? 'Once a week' : 'Once a month';
  return [...on.map(([id]) => labels[id as keyof typeof labels]), frequency].sort();
}

describe('<fairsay-newsletter> whatever is pressed and answered', () => {
  beforeEach(resetPage);

  // Ten tests of twenty: each has to end in the time that any test has.
  for (let part = 1; part <= 10; part += 1) {
    it(`ends at what the server holds, one save at a time, the latest press counting: 20 of 200 interleavings, ${part}`, async () => {
      await fc.assert(
        fc.asyncProperty(steps, fc.constantFrom('News', 'Sale', 'E-mail'), async (all, last) => {
          resetPage();
          const panel = await NewsletterHarness.open({ offer: { save: 'change', pauses: [] } });
          for (const step of [...all, last]) {
            await take(panel, step);
          }
          const wanted = panel.choice(last).checked;
          await settle(panel);
          expect(panel.choice(last).checked).to.equal(wanted);
          expect([...panel.chosen].sort()).to.deep.equal(held(panel));
          const ids = panel.server.saves.map(({ record }) => record.id);
          expect(new Set(ids).size).to.equal(ids.length);
        }),
        { numRuns: 20 },
      );
    });
  }
});
