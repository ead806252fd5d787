/** What can go wrong where hosts are held. See *Holding by host* in docs/faults.md. */
import { expect, SCRIPT, test, TAG } from '../../support/lab.js';
import { addScript, expectNothing, held, run, SECOND } from './stage.js';

test('without the guard before it the second file says so, and the shop sells', async ({ lab, page }) => {
  const lines: string[] = [];
  page.on('console', (message) => lines.push(message.text()));
  await lab.open(held(lab, { tag: SECOND + TAG }));
  await addScript(lab);
  await expect.poll(() => lab.ran()).toEqual(['a']);
  await lab.expectShop();
  await lab.warned('NO-GUARD fairsay-hosts.js: ');
  expect(lines.filter((line) => line.includes('NO-GUARD'))).toHaveLength(1);
});

test('with its chunk blocked what is held stays held, and the console says so', async ({ lab, page }) => {
  await page.route(/chunks\/hosts-/, (route) => route.abort());
  await lab.open(held(lab));
  await addScript(lab);
  await lab.warned('NOT-LOADED hosts: ');
  await lab.decide('acceptAll');
  await expectNothing(lab);
});

test('a configuration that comes late is said to come late', async ({ lab }) => {
  const headers = { 'content-type': 'application/json' };
  const config = { services: [{ id: 'counter', category: 'analytics', name: 'Counter', hosts: ['127.0.0.1'] }] };
  lab.site.pages.set('/late.json', { html: JSON.stringify(config), headers, delay: 50 });
  await lab.ask(
    held(lab, { config: undefined, tag: TAG.replace('<script', '<script data-config="/late.json"') + SECOND }),
  );
  await addScript(lab);
  await expectNothing(lab);
  await lab.warned('HOSTS-LATE');
});

test('what another script wraps around fetch goes on working, held and let go', async ({ lab, page }) => {
  const wrap = `<script>window.calls = []; window.fetch = ((inner) => (...args) => { calls.push(String(args[0])); return inner(...args) })(fetch)</script>`;
  await lab.open(held(lab, { before: wrap, head: wrap.replace('window.calls = [];', '') }));
  await run(lab, `void fetch(party + '/data.json').then(() => { window.came = true })`);
  await expectNothing(lab);
  await lab.decide('acceptAll');
  await expect.poll(() => page.evaluate('window.came')).toBe(true);
  await run(lab, `await fetch(party + '/data.json')`);
  expect(await page.evaluate('calls.filter((call) => call.includes("data.json")).length')).toBeGreaterThanOrEqual(3);
  await lab.decide('withdraw');
  lab.site.clearLog();
  await run(lab, `await fetch(party + '/data.json').catch(() => 0)`);
  await expectNothing(lab);
});

test('markup that takes names on window and document is held all the same', async ({ lab }) => {
  const names = ['fetch', 'Node', 'document', 'currentScript', 'body', 'implementation', 'readyState', 'defaultView'];
  const markup = names.map((name) => `<form name="${name}" id="${name}"><input name="getAttribute"></form>`).join('');
  await lab.open(held(lab, { body: `${markup}<script src="${lab.site.partyUrl}/b.js"></script>` }));
  await addScript(lab);
  await run(
    lab,
    `const box = document.createElement('div'); box.innerHTML = '<img alt="" src="' + party + '/pixel.gif">'`,
  );
  await lab.warned('UNMARKED script[data-fairsay="counter"]');
  expect(await lab.ran()).toEqual([]);
  // The browser may have asked for what stands in the page, and for nothing else.
  expect(lab.requested().filter((url) => url !== '/b.js')).toEqual([]);
});

test('ten thousand nodes come in, and what goes to a held host among them waits', async ({ lab, page }) => {
  await lab.open(held(lab));
  await run(
    lab,
    `for (let index = 0; index < 10_000; index++) {
       const made = document.createElement(index % 100 ? 'p' : 'img');
       if (index % 100 === 0) made.src = party + '/pixel.gif?' + index;
       document.body.appendChild(made);
     }
     document.body.append(new DOMParser().parseFromString('<p>text</p>'.repeat(10_000), 'text/html').body)`,
  );
  await expectNothing(lab);
  expect(await page.locator('p').count()).toBeGreaterThan(19_000);
  await lab.decide('acceptAll');
  await expect.poll(() => lab.requested().length).toBe(100);
});

/** How often each node was searched. */
interface Searching {
  readonly searched: Map<Node, number>;
}

test('a storm of nodes is searched by each of the three that look, each node once, and never the whole page', async ({
  lab,
  page,
}) => {
  // What a developer is told searches the document too, once.
  const told = page.waitForEvent('console', (message) => message.text().startsWith('[fairsay] {held'));
  await lab.ask(held(lab));
  await told;
  await page.evaluate(() => {
    const searched = new Map<Node, number>();
    for (const { prototype } of [Element, Document, DocumentFragment]) {
      const { querySelectorAll } = prototype;
      prototype.querySelectorAll = function (this: Element, selector: string) {
        searched.set(this, (searched.get(this) ?? 0) + 1);
        return querySelectorAll.call(this, selector);
      };
    }
    Object.assign(window, { searched });
  });
  // From here on the chunk looks too. As it starts it looks at the page as a whole, a last time after 200 ms.
  await addScript(lab);
  await page.waitForFunction(() => (window as unknown as Searching).searched.has(document));
  await lab.settle();
  await expectNothing(lab);
  const found = await page.evaluate(async (party) => {
    const { searched } = window as unknown as Searching;
    searched.clear();
    // Ten batches, each a task of its own, with some in each that are held.
    for (let batch = 0; batch < 10; batch += 1) {
      for (let index = 0; index < 1000; index += 1) {
        const node = document.createElement(index % 100 ? 'p' : 'img');
        node.setAttribute(index % 100 ? 'class' : 'src', `${party}/pixel.gif?${batch}-${index}`);
        document.body.append(node);
      }
      await new Promise((resolve) => {
        setTimeout(resolve);
      });
    }
    return { page: searched.get(document) ?? 0, most: Math.max(...searched.values()), nodes: searched.size };
  }, lab.site.partyUrl);
  expect(found.page).toBe(0);
  expect(found.most).toBeLessThanOrEqual(3);
  expect(found.nodes).toBe(10_000);
  await expectNothing(lab);
});

test('a held script that is not there stops no other', async ({ lab }) => {
  await lab.open(held(lab));
  lab.site.partyPages.set('/gone.js', { html: '', status: 404, headers: SCRIPT });
  for (const file of ['a.js', 'gone.js', 'b.js']) {
    await addScript(lab, file);
  }
  await expectNothing(lab);
  await lab.decide('acceptAll');
  await expect.poll(async () => (await lab.ran()).sort()).toEqual(['a', 'b']);
});

test('a second copy of the second file changes nothing', async ({ lab }) => {
  await lab.open(held(lab, { tag: TAG + SECOND + SECOND }));
  await addScript(lab);
  await run(lab, `void fetch(party + '/data.json')`);
  await expectNothing(lab);
  await lab.decide('acceptAll');
  await expect.poll(() => lab.requested().sort()).toEqual(['/a.js', '/data.json']);
});

test('a page that has frozen what is built in sells', async ({ lab }) => {
  await lab.open(
    held(lab, { before: '<script>Object.freeze(Element.prototype); Object.freeze(Node.prototype)</script>' }),
  );
  await lab.expectShop();
});
