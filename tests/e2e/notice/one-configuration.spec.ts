/** One configuration feeds everything: whatever is declared is enforced and told, whatever its names. */
import { randomBytes } from 'node:crypto';
import type { ServiceConfig } from '../../../src/config/types.js';
import { SCRIPT, type Lab } from '../../support/lab.js';
import { DECLARED, expect, flat, test, type NoticePage } from './stage.js';

/** A word that stands nowhere yet. */
const word = (): string => `x${randomBytes(6).toString('hex')}`;

/** A service that nobody has heard of, in a category that asks. */
function inventService(): ServiceConfig & Required<Pick<ServiceConfig, 'provider' | 'hosts' | 'storage'>> {
  const asking = (DECLARED.categories ?? []).filter(({ basis }) => basis !== 'necessary');
  const { id: category } = asking[randomBytes(1).readUInt8() % asking.length] ?? { id: 'no category' };
  const storage = [
    { kind: 'cookie' as const, name: word(), purpose: word(), days: 30 },
    { kind: 'local' as const, name: word(), purpose: word() },
  ];
  return {
    id: word(),
    category,
    name: word(),
    provider: word(),
    purpose: word(),
    hosts: [`${word()}.example`],
    storage,
  };
}

/** What a shopper reads of a service, and nothing else does. */
const wordsOf = ({ name, provider, purpose, hosts, storage }: ReturnType<typeof inventService>): string[] => [
  name as string,
  provider,
  purpose as string,
  ...hosts,
  ...storage.flatMap((item) => [item.name, item.purpose as string]),
];

/** What is told on the three pages of it: the notice, the notice as a server sends it, and the preferences. */
async function readAll(lab: Lab, notice: NoticePage): Promise<Record<string, string>> {
  const drawn = await notice.all.innerText();
  const sent = await (await lab.page.request.get(`${lab.site.shopUrl}/privacy.html`)).text();
  await lab.call('show', 'preferences');
  const dialog = lab.preferences;
  await expect(dialog).toBeVisible();
  for (const details of await dialog.locator('details > summary').all()) {
    await details.click();
  }
  await expect(dialog.locator('details:not([open])')).toHaveCount(0);
  const preferences = await dialog.innerText();
  await lab.page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  return { drawn, sent: sent.slice(sent.indexOf('<main')), preferences };
}

/** How many of the words each of them has. */
const countIn = (texts: Record<string, string>, words: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    Object.entries(texts).map(([where, text]) => [where, words.filter((each) => flat(text).includes(each)).length]),
  );

test('a service that is added to the configuration is held, released, cleaned up after and told everywhere', async ({
  lab,
  notice,
  page,
  site,
}) => {
  const service = inventService();
  const [words, [cookie, local]] = [wordsOf(service), service.storage.map(({ name }) => name)];
  const path = `/${word()}.js`;
  site.partyPages.set(path, {
    html: `document.cookie = '${cookie}=1; path=/'; localStorage.setItem('${local}', '1')`,
    headers: SCRIPT,
  });
  /** Marks a script of the service, as the shop's own markup would. */
  const mark = () =>
    page.evaluate(
      ([id, src]) => {
        const script = Object.assign(document.createElement('script'), { type: 'text/plain', src });
        script.dataset['fairsay'] = id;
        document.body.append(script);
      },
      [service.id, site.partyUrl + path],
    );
  const requested = () => site.log.filter(({ url }) => url === path).length;
  const stored = async () => {
    const names = (await page.context().cookies(site.shopUrl)).map(({ name }) => name);
    return [...names, ...(await page.evaluate(() => Object.keys(localStorage)))].filter((name) => words.includes(name));
  };

  // Before: whoever has allowed everything has not allowed what is not declared, and nobody is told of it.
  await notice.open();
  await lab.button('Accept all').click();
  await expect(lab.button('Accept all')).toBeHidden();
  await mark();
  await lab.warned('UNKNOWN ');
  expect(countIn(await readAll(lab, notice), words)).toEqual({ drawn: 0, sent: 0, preferences: 0 });
  expect(requested()).toBe(0);

  // After: the question is open again, everything is told, and nothing runs before a yes to it.
  site.config = { ...DECLARED, services: [...(DECLARED.services ?? []), service] };
  await notice.open();
  await expect(lab.button('Accept all')).toBeVisible();
  await mark();
  const all = words.length;
  expect(countIn(await readAll(lab, notice), words)).toEqual({ drawn: all, sent: all, preferences: all });
  expect([requested(), await stored()]).toEqual([0, []]);
  await lab.button('Accept all').click();
  await expect.poll(stored).toEqual([cookie, local]);
  expect(requested()).toBe(1);

  // What is taken back leaves nothing that was declared.
  await page.getByRole('contentinfo').getByRole('link', { name: 'Privacy choices' }).click();
  await lab.preferences.getByRole('button', { name: 'Reject all', exact: true }).click();
  await expect.poll(stored).toEqual([]);
});
