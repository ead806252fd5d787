/** Pages at work while something is held: reading back, frameworks, placeholders and marks. */
import { expect, test } from '../../support/lab.js';
import { addScript, COUNTER, expectNothing, held, run } from './stage.js';

test('an address that waits reads back as it was set', async ({ lab }) => {
  await lab.open(held(lab));
  const found = await run<unknown[]>(
    lab,
    `const make = (tag, name, value) => Object.assign(document.createElement(tag), { [name]: value });
     const image = make('img', 'src', party + '/pixel.gif'), set = make('img', 'srcset', party + '/pixel.gif 2x');
     const frame = make('iframe', 'src', '//' + new URL(party).host + '/frame.html'), script = make('script', 'src', party + '/a.js');
     document.body.append(image, set, frame, script);
     return [image.src === party + '/pixel.gif', image.getAttribute('src') === image.src, set.srcset, frame.src === party + '/frame.html',
       script.src === party + '/a.js', document.querySelector('script[src$="a.js"]') === script]`,
  );
  expect(found).toEqual([true, true, `${lab.site.partyUrl}/pixel.gif 2x`, true, true, true]);
  // The chunk, once it has come, leaves it so.
  await expectNothing(lab);
  expect(await run(lab, `return document.querySelector('iframe').src === party + '/frame.html'`)).toBe(true);
});

test('an address that a page takes away, or replaces with one of its own, is not let go', async ({ lab, page }) => {
  await lab.open(held(lab));
  await run(
    lab,
    `const [gone, other, frame] = ['img', 'img', 'iframe'].map((tag) => document.body.appendChild(document.createElement(tag)));
     frame.title = 'Own'; gone.src = other.src = party + '/pixel.gif'; frame.src = party + '/frame.html'; window.parts = { gone, other, frame }`,
  );
  await expect(page.locator('fairsay-embed')).toBeVisible();
  await page.evaluate(
    `(parts.gone.removeAttribute('src'), parts.other.src = '/favicon.ico', parts.frame.src = '/blank.html', 0)`,
  );
  await expect(page.locator('fairsay-embed')).toHaveCount(0);
  await lab.decide('acceptAll');
  await expectNothing(lab);
  expect(
    await page.evaluate(
      `[parts.gone.hasAttribute('src'), new URL(parts.other.src).pathname, parts.frame.hasAttribute('data-fairsay')]`,
    ),
  ).toEqual([false, '/favicon.ico', false]);
});

test('a frame that a script makes gets a placeholder that loads it once', async ({ lab, page }) => {
  await lab.open(held(lab));
  await run(
    lab,
    `document.body.append(Object.assign(document.createElement('iframe'), { src: party + '/frame.html', title: 'Film', width: 400, height: 300 }))`,
  );
  await expect(page.locator('fairsay-embed')).toBeVisible();
  await expectNothing(lab);
  await page.locator('fairsay-embed').getByRole('button', { name: 'Load once' }).click();
  await expect(page.frameLocator('iframe').getByText('A film.')).toBeVisible();
  expect((await lab.state()).decision).toBeUndefined();
});

test('a tracker that a script frames in one pixel gets no placeholder in sight', async ({ lab, page }) => {
  await lab.open(held(lab));
  await run(
    lab,
    `document.body.append(Object.assign(document.createElement('iframe'), { src: party + '/frame.html', width: 1, height: 1 }))`,
  );
  await expect(page.locator('fairsay-embed')).toBeAttached();
  await expect(page.locator('fairsay-embed')).toBeHidden();
  await expectNothing(lab);
});

test('a mark decides in place of a host that services share', async ({ lab }) => {
  const services = [COUNTER, { ...COUNTER, id: 'ads', category: 'marketing' }];
  await lab.open(held(lab, { config: { services } }));
  await lab.decide('save', { analytics: true, marketing: false });
  await addScript(lab, 'a.js');
  await run(
    lab,
    `const marked = Object.assign(document.createElement('script'), { src: party + '/b.js' });
     marked.setAttribute('data-fairsay', 'counter'); document.head.append(marked)`,
  );
  await lab.warned('NOT-HELD script[data-fairsay="counter"]');
  await expect.poll(() => lab.ran()).toEqual(['b']);
  await lab.page.waitForLoadState('networkidle');
  expect(lab.requested()).toEqual(['/b.js']);
});

test('the guard lets go what is marked for it, though the host is shared and waits', async ({ lab }) => {
  const services = [COUNTER, { ...COUNTER, id: 'ads', category: 'marketing' }];
  const { partyUrl } = lab.site;
  const body = `<script type="text/plain" data-fairsay="counter" src="${partyUrl}/a.js"></script>
    <img alt="" data-fairsay="counter" data-src="${partyUrl}/pixel.gif">
    <script type="text/plain" data-fairsay="ads" src="${partyUrl}/b.js"></script>`;
  await lab.open(held(lab, { config: { services }, body }));
  await expectNothing(lab);
  await lab.decide('save', { analytics: true, marketing: false });
  await expect.poll(() => lab.ran()).toEqual(['a']);
  await expect.poll(() => lab.requested().sort()).toEqual(['/a.js', '/pixel.gif']);
});

/** A view that makes its nodes once and keeps them, as React does: it sets what changed, and moves what moved. */
const VIEW = `
  const nodes = new Map();
  window.render = (items) => {
    const list = document.querySelector('#list');
    items.forEach(({ key, src, tag }, index) => {
      const node = nodes.get(key) ?? document.createElement(tag);
      if (node.getAttribute('src') !== src) node.setAttribute('src', src);
      nodes.set(key, node);
      if (list.children[index] !== node) list.insertBefore(node, list.children[index] ?? null);
    });
    while (list.children.length > items.length) list.removeChild(list.lastChild);
    return [...list.children].map((node) => node.getAttribute('src').split('/').pop()).join();
  };`;

test('a view that is drawn again and again keeps its nodes, and what waits is let go where it is then', async ({
  lab,
  page,
}) => {
  await lab.open(held(lab, { body: `<div id="list"></div><script>${VIEW}</script>` }));
  const image = (key: string): string => `{ key: '${key}', tag: 'img', src: party + '/${key}.gif' }`;
  const draw = (...keys: string[]): Promise<string> => run<string>(lab, `return render([${keys.map(image).join()}])`);
  expect(await draw('a', 'b', 'c')).toBe('a.gif,b.gif,c.gif');
  expect(await draw('c', 'a')).toBe('c.gif,a.gif');
  await expectNothing(lab);
  expect(await draw('b', 'a', 'c')).toBe('b.gif,a.gif,c.gif');
  expect(await page.locator('#list img').count()).toBe(3);
  await expectNothing(lab);
  await lab.decide('acceptAll');
  await expect.poll(() => lab.requested().sort()).toEqual(['/a.gif', '/b.gif', '/c.gif']);
});

test('what Lit draws waits and is let go, and Lit goes on drawing', async ({ lab, page }) => {
  const head = `<script type="importmap">{ "imports": { "lit-html": "/node_modules/lit-html/lit-html.js" } }</script>
    <script type="module">
      import { html, render } from 'lit-html';
      window.draw = (items) => render(html\`<ul>\${items.map((src) => html\`<li><img alt="" src=\${src}><b>\${src.length}</b></li>\`)}</ul>\`, document.querySelector('#list'));
    </script>`;
  await lab.open(held(lab, { head, body: '<div id="list"></div>' }));
  await page.waitForFunction('window.draw');
  await run(lab, `draw([party + '/a.gif', party + '/b.gif'])`);
  await run(lab, `draw([party + '/b.gif', '/own.gif', party + '/c.gif'])`);
  await expectNothing(lab);
  expect(await page.locator('#list li').count()).toBe(3);
  await lab.decide('acceptAll');
  await expect.poll(() => lab.requested().sort()).toEqual(['/b.gif', '/c.gif']);
});

test('classes, names and errors of what is patched stay what they are', async ({ lab }) => {
  await lab.open(held(lab));
  const found = await run<unknown[]>(
    lab,
    `const name = (act) => { try { act(); return 'none' } catch (error) { return error.name } };
     const src = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src');
     return [
       new Image() instanceof HTMLImageElement, document.createElement('img').constructor === HTMLImageElement,
       fetch.name, fetch.length, /native code/.test(fetch), Element.prototype.setAttribute.length, src.set.name,
       name(() => src.set.call({}, party)), name(() => src.get.call({})), name(() => Element.prototype.setAttribute.call({}, 'src', party)),
       name(() => document.createElement('p').setAttribute('', party)), name(() => document.body.append(document)),
       name(() => document.createElement('p').insertAdjacentHTML('nowhere', '<img src="' + party + '">')),
       name(() => document.documentElement.outerHTML = '<img src="' + party + '">'),
       name(() => Node.prototype.appendChild.call({}, document.createElement('p'))), name(() => document.body.appendChild()),
     ]`,
  );
  expect(found).toEqual([
    ...[true, true, 'fetch', 1, true, 2, 'set src'],
    ...['TypeError', 'TypeError', 'TypeError', 'InvalidCharacterError', 'HierarchyRequestError'],
    ...['SyntaxError', 'NoModificationAllowedError', 'TypeError', 'TypeError'],
  ]);
});
