/** A withdrawal in a shop with a log. See *Withdrawal* in docs/faults.md. */
import { arrived, expect, expectAllTaken, expectTried, LOGGED, test, waiting } from '../../support/log/log-lab.js';

/** A service that has declared more than is its own. */
const GREEDY = {
  id: 'greedy',
  category: 'analytics',
  name: 'Greedy',
  storage: (['cookie', 'local', 'session', 'indexeddb', 'cache'] as const).map((kind) => ({ kind, name: 'fair*' })),
};

test('a withdrawal is on record once, and its clean-up leaves alone what the log keeps', async ({
  lab,
  page,
  site,
}) => {
  await lab.ask({ ...LOGGED, config: { log: { endpoint: '/choices' }, services: [GREEDY] } });
  await lab.decide('acceptAll');
  await expect.poll(() => arrived(site)).toHaveLength(1);
  await expectAllTaken(page);
  site.treat({ status: 500 });
  await page.evaluate(() => {
    document.cookie = 'fairground=1';
  });
  await lab.decide('withdraw');
  await expectTried(page);
  await expect.poll(() => lab.heard('cleanup')).toMatchObject([{ removed: ['fairground'], kept: [] }]);
  expect(await waiting(page)).not.toBeNull();
  expect(await lab.cookie()).toMatch(/^1\.2\./);
  const kept = () => Object.keys(localStorage).sort();
  expect(await page.evaluate(kept)).toEqual(['fairsay-history', 'fairsay-log']);
  const withdrawals = arrived(site).filter(({ seq }) => seq === 2);
  expect(new Set(withdrawals.map(({ id }) => id)).size).toBe(1);
  expect(withdrawals[0]).toMatchObject({ choices: { analytics: false }, previous: { analytics: true } });
});
