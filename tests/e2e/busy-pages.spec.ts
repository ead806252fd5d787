/** What busy scripts and busy pages cost: in the order of what happens, and in how often the page is searched. No times. */
import { expect, held, test } from '../support/lab.js';

const SCRIPTS = 20;
const NODES = 10_000;

/** A held script that keeps the page busy for 50 ms, and says whether the banner was still there. */
const BUSY = `<script type="text/plain" data-fairsay="analytics">
  ran.push(document.querySelector('fairsay-banner:popover-open') ? 'script, banner shown' : 'script');
  for (const end = performance.now() + 50; performance.now() < end; );
</script>`;

test('the banner is gone and a frame is painted before the first of twenty busy scripts runs', async ({ lab }) => {
  await lab.ask({ body: BUSY.repeat(SCRIPTS) });
  await lab.page.evaluate(() => {
    const note = (): void => {
      // A message that is sent inside a frame arrives once that frame is through.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.ran.push('frame');
      port2.postMessage(0);
    };
    document.addEventListener('click', () => requestAnimationFrame(note), { capture: true, once: true });
  });
  await lab.button('Accept all').click();
  await expect.poll(() => lab.ran()).toHaveLength(SCRIPTS + 1);
  expect(await lab.ran()).toEqual(['frame', ...Array.from({ length: SCRIPTS }, () => 'script')]);
});

test('the browser gets a turn between busy scripts', async ({ lab }) => {
  await lab.ask({ body: BUSY.repeat(SCRIPTS) });
  await lab.page.evaluate(() => {
    // Each message is a task of its own: as many as there are turns.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const { ran } = window;
      if (ran.length && ran.at(-1) !== 'turn') {
        ran.push('turn');
      }
      if (ran.filter((each) => each === 'script').length < 20) {
        port2.postMessage(0);
      }
    };
    port2.postMessage(0);
  });
  await lab.button('Accept all').click();
  const turns = Array.from({ length: SCRIPTS }, () => ['script', 'turn']).flat();
  await expect.poll(() => lab.ran()).toEqual(turns);
});

test('a storm of nodes is searched once for each batch that comes, and each node once', async ({ lab }) => {
  // What a developer is told searches the document too, once.
  const told = lab.page.waitForEvent('console', (message) => message.text().startsWith('[fairsay] {held'));
  await lab.ask({ body: `<template>${held('analytics')}</template>` });
  await told;
  await lab.decide('acceptAll');
  const found = await lab.page.evaluate(async (nodes) => {
    const searched = new Map<Node, number>();
    let documents = 0;
    const { querySelectorAll } = Element.prototype;
    Element.prototype.querySelectorAll = function (this: Element, selector: string) {
      searched.set(this, (searched.get(this) ?? 0) + 1);
      return querySelectorAll.call(this, selector);
    };
    const all = Document.prototype.querySelectorAll;
    Document.prototype.querySelectorAll = function (this: Document, selector: string) {
      documents += 1;
      return all.call(this, selector);
    };
    // Ten batches, each a task of its own, and a held script in the last.
    for (let batch = 0; batch < 10; batch += 1) {
      const added = Array.from({ length: nodes / 10 }, () => document.createElement('p'));
      if (batch === 9) {
        added.at(-1)?.append(document.querySelector('template')?.content ?? '');
      }
      document.body.append(...added);
      await new Promise((resolve) => {
        setTimeout(resolve);
      });
    }
    return { documents, most: Math.max(0, ...searched.values()), nodes: searched.size };
  }, NODES);
  await expect.poll(() => lab.ran()).toEqual(['analytics']);
  // Never the whole page again for some nodes, and never a node twice. The one more is the script, which is put back.
  expect(found.documents).toBe(0);
  expect(found.most).toBeLessThanOrEqual(1);
  expect(found.nodes).toBeLessThanOrEqual(NODES + 1);
});
