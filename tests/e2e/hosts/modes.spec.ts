/** Report-only, strict, and what is undone. */
import { expect, test, TAG } from '../../support/lab.js';
import { addScript, COUNTER, expectNothing, held, run, SECOND } from './stage.js';

const REPORT = `window.reports = []; document.addEventListener('fairsay-report', ({ detail }) => reports.push(...detail.items));`;

test('report-only lets everything pass, and tells once what would have waited', async ({ lab, page }) => {
  const lines: string[] = [];
  page.on('console', (message) => {
    if (message.text().startsWith('[fairsay] REPORT')) {
      lines.push(message.text());
    }
  });
  const head = `<script>${REPORT}</script>`;
  await lab.open(
    held(lab, { head, gate: { reportOnly: true }, body: `<img alt="" src="${lab.site.partyUrl}/pixel.gif">` }),
  );
  await addScript(lab);
  await run(
    lab,
    `new Image().src = '/own.gif'; new Image().src = party + '/pixel.gif'; await fetch(party + '/data.json')`,
  );
  await expect.poll(() => lab.ran()).toEqual(['a']);
  await expect.poll(() => page.evaluate('reports.length')).toBe(3);
  const items = await page.evaluate<{ url: string; kind: string; host: string; services: string }[]>('reports');
  expect(items.map(({ kind, url }) => `${kind} ${new URL(url).pathname}`).sort()).toEqual([
    'fetch /data.json',
    'img /pixel.gif',
    'script /a.js',
  ]);
  expect(new Set(items.map(({ host, services }) => `${host} ${services}`))).toEqual(new Set(['127.0.0.1 counter']));
  expect(lines.length).toBeGreaterThan(0);
});

test('a strict page holds a host that nobody declares, and lets pass what a necessary service declares', async ({
  lab,
}) => {
  const gate = { strict: true };
  await lab.open(held(lab, { config: { services: [], gate } }));
  await addScript(lab);
  await run(lab, `window.settled = false; void fetch(party + '/data.json').finally(() => { settled = true })`);
  await expectNothing(lab);
  await lab.decide('acceptAll');
  await expectNothing(lab);
  expect(await lab.page.evaluate('settled')).toBe(false);

  const shop = { ...COUNTER, id: 'shop', category: 'necessary' };
  await lab.open(held(lab, { config: { services: [shop], gate } }));
  await addScript(lab);
  await expect.poll(() => lab.ran()).toEqual(['a']);
});

test('with hosts switched off nothing is held by host', async ({ lab }) => {
  await lab.open(held(lab, { gate: { hosts: false, strict: true } }));
  await addScript(lab);
  await expect.poll(() => lab.ran()).toEqual(['a']);
});

/** What a page compares: the functions themselves, wherever we patch. */
const BUILT_IN = `[fetch, WebSocket, EventSource, XMLHttpRequest.prototype.send, Node.prototype.appendChild, Element.prototype.setAttribute,
  Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src').set, Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src').get,
  Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML').set, document.write, navigator.sendBeacon, Range.prototype.insertNode]`;

/** Whether each of them is what it was before our tags. */
const same = `${BUILT_IN}.map((each, index) => each === before[index])`;

test('what is built in is patched while something is held, put back after a yes, and patched again after a withdrawal', async ({
  lab,
  page,
}) => {
  await lab.open(held(lab, { before: `<script>window.before = ${BUILT_IN}</script>` }));
  const all = async (value: boolean): Promise<void> => {
    const expected = (await page.evaluate<unknown[]>('before')).map(() => value);
    await expect.poll(() => page.evaluate(same)).toEqual(expected);
  };
  await all(false);
  await lab.decide('acceptAll');
  await all(true);
  await lab.decide('withdraw');
  await all(false);
  await addScript(lab);
  await expectNothing(lab);
});

test('for a shopper who allowed everything nothing is patched', async ({ lab, page }) => {
  const sheet = held(lab, { before: `<script>window.before = ${BUILT_IN}</script>` });
  await lab.open(sheet);
  await lab.decide('acceptAll');
  await lab.again();
  expect(await page.evaluate(`${same}.includes(false)`)).toBe(false);
  await addScript(lab);
  await expect.poll(() => lab.ran()).toEqual(['a']);
});

test('a frame that a script made is taken back at a withdrawal', async ({ lab, page }) => {
  await lab.open(held(lab));
  await lab.decide('acceptAll');
  await run(
    lab,
    `document.body.append(Object.assign(document.createElement('iframe'), { src: party + '/frame.html', title: 'Film' }))`,
  );
  await expect(page.frameLocator('iframe').getByText('A film.')).toBeVisible();
  await lab.decide('withdraw');
  await expect(page.locator('fairsay-embed')).toBeVisible();
  await expect(page.locator('iframe')).not.toHaveAttribute('src');
});

test('the joined file does what the two do', async ({ lab }) => {
  await lab.ask(held(lab, { tag: '<script src="/dist/fairsay-all.js"></script>' }));
  await addScript(lab);
  await expectNothing(lab);
  await lab.button('Accept all').click();
  await expect.poll(() => lab.ran()).toEqual(['a']);
});

test('a strict tag waits with everything until the configuration has come', async ({ lab }) => {
  let answer: (value?: unknown) => void = () => undefined;
  const delay = new Promise((resolve) => (answer = resolve));
  lab.site.pages.set('/late.json', {
    html: JSON.stringify({ services: [] }),
    headers: { 'content-type': 'application/json' },
    delay,
  });
  const tag =
    TAG.replace('<script', '<script data-config="/late.json"') + SECOND.replace('<script', '<script data-strict');
  await lab.open(held(lab, { config: undefined, tag }));
  await addScript(lab);
  // The page is not quiet before its configuration has come. What it asks for later is asked for.
  await run(lab, `void fetch(party + '/data.json'); await fetch('/own.json')`);
  expect([await lab.ran(), lab.requested()]).toEqual([[], []]);
  answer();
  await expect(lab.banner).toBeVisible();
  await expectNothing(lab);
  await lab.warned('HOSTS-LATE');
});
