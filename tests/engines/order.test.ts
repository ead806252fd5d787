/** When and in which order the gate lets scripts go, and how a page can keep them back. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { ASKED, eventually, onEveryEngine, pageOf, scriptOf, SETTLED, type Stage } from './stage.js';

const inline = (text: string, expression = 'analytics'): string =>
  `<script type="text/plain" data-fairsay="${expression}">${text}</script>`;

/** An external script of the third party, by its name. */
const external = ({ site }: Stage, name: string, more = ''): string =>
  `<script type="text/plain" data-fairsay="analytics" ${more} src="${site.partyUrl}/${name}.js"></script>`;

/** Makes the third party answer with scripts that tell their names. */
function serve({ site }: Stage, ...names: string[]): void {
  names.forEach((name) => site.partyPages.set(`/${name}.js`, scriptOf(name)));
}

/** Makes the third party answer for a script only when told to. Gives what tells it. */
function serveLate({ site }: Stage, name: string): () => void {
  let answer = (): void => undefined;
  const delay = new Promise<void>((resolve) => {
    answer = resolve;
  });
  site.partyPages.set(`/${name}.js`, scriptOf(name, { delay }));
  return answer;
}

const ran = ({ session }: Stage): Promise<string[]> => session.evaluate<string[]>('ran');

/** Answers, and waits until the answer holds. */
const ACCEPT = '(fairsay.acceptAll(), fairsay.whenAllowed("analytics"))';

function defineOrder(stage: Stage): void {
  it('starts scripts in the order of the page, also past one that is slow and one that fails', async () => {
    const { session, site } = stage;
    serve(stage, 'second', 'sixth', 'eighth');
    site.partyPages.set('/second.js', scriptOf('second', { delay: 200 }));
    site.partyPages.set('/missing.js', { html: '', status: 404 });
    const parts = [
      inline(`ran.push('first')`),
      external(stage, 'second'),
      inline(`ran.push('third')`),
      external(stage, 'missing'),
      inline(`ran.push('fourth')`),
      inline(`ran.push('fifth'); throw new Error('its own')`),
      external(stage, 'sixth', 'data-fairsay-type="module"'),
      inline(`ran.push('seventh')`),
      external(stage, 'eighth'),
    ];
    await stage.open(pageOf(parts.join('<p></p>')));
    await session.evaluate('fairsay.acceptAll()');
    const order = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];
    await eventually(() => ran(stage), order);
  });

  it('fetches ahead while an earlier script is awaited', async () => {
    serve(stage, 'quick');
    const answer = serveLate(stage, 'slow');
    await stage.open(pageOf(external(stage, 'slow') + external(stage, 'quick')));
    await stage.session.evaluate(ACCEPT);
    await eventually(() => stage.requested(), ['/quick.js', '/slow.js']);
    assert.deepEqual(await ran(stage), []);
    answer();
    await eventually(() => ran(stage), ['slow', 'quick']);
  });

  it('keeps an inline script waiting for the external ones before it, and no frame or image', async () => {
    const { partyUrl } = stage.site;
    const answer = serveLate(stage, 'slow');
    const image = `<img data-fairsay="analytics" data-src="${partyUrl}/image.gif" alt="">`;
    await stage.open(pageOf(external(stage, 'slow') + inline(`ran.push('after')`) + image));
    await stage.session.evaluate(ACCEPT);
    await eventually(() => stage.requested(), ['/image.gif', '/slow.js']);
    await stage.session.evaluate(SETTLED);
    assert.deepEqual(await ran(stage), []);
    answer();
    await eventually(() => ran(stage), ['slow', 'after']);
  });

  it('never waits for an async script', async () => {
    serve(stage, 'next');
    const answer = serveLate(stage, 'late');
    await stage.open(pageOf(external(stage, 'late', 'async') + external(stage, 'next') + inline(`ran.push('last')`)));
    await stage.session.evaluate(ACCEPT);
    await eventually(() => ran(stage), ['next', 'last']);
    answer();
    await eventually(() => ran(stage), ['next', 'last', 'late']);
  });

  it('goes on past a script that is not what its integrity says, and one that CORS denies', async () => {
    serve(stage, 'changed', 'last');
    stage.site.partyPages.set('/closed.js', {
      html: `ran.push('closed')`,
      headers: { 'content-type': 'text/javascript' },
    });
    const changed = external(
      stage,
      'changed',
      'crossorigin integrity="sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="',
    );
    const parts = [
      changed,
      external(stage, 'closed', 'crossorigin'),
      external(stage, 'last'),
      inline(`ran.push('end')`),
    ];
    await stage.open(pageOf(parts.join('')));
    await stage.session.evaluate('fairsay.acceptAll()');
    await eventually(() => ran(stage), ['last', 'end']);
  });

  it('starts what a running script inserts after what was there before', async () => {
    const insert = `ran.push('first'); document.body.append(held.content)`;
    await stage.open(
      pageOf(
        inline(insert) + inline(`ran.push('second')`) + `<template id="held">${inline(`ran.push('new')`)}</template>`,
      ),
    );
    await stage.session.evaluate('fairsay.acceptAll()');
    await eventually(() => ran(stage), ['first', 'second', 'new']);
  });
}

function defineOnce(stage: Stage): void {
  const BOTH = inline(`ran.push('one')`) + inline(`ran.push('two')`);

  it('runs each script once per page, whatever the shopper thinks of', async () => {
    const { session } = stage;
    serve(stage, 'three');
    await stage.open(pageOf(BOTH + external(stage, 'three')));
    await session.evaluate(ACCEPT);
    await eventually(() => ran(stage), ['one', 'two', 'three']);
    await session.evaluate('fairsay.withdraw()');
    await session.evaluate(SETTLED);
    await session.evaluate(ACCEPT);
    await session.evaluate(SETTLED);
    assert.deepEqual(await ran(stage), ['one', 'two', 'three']);
  });

  it('runs each script once where a yes, a no and a yes come at once', async () => {
    const { session } = stage;
    await stage.open(pageOf(BOTH));
    await session.evaluate('(fairsay.acceptAll(), fairsay.withdraw(), fairsay.acceptAll())');
    await eventually(() => ran(stage), ['one', 'two']);
    await session.evaluate(SETTLED);
    assert.deepEqual(await ran(stage), ['one', 'two']);
  });

  it('runs nothing where a no follows a yes at once', async () => {
    const { session } = stage;
    await stage.open(pageOf(BOTH));
    await session.evaluate('(fairsay.acceptAll(), fairsay.withdraw())');
    await session.waitFor('fairsay.state.decision');
    await session.evaluate(SETTLED);
    assert.deepEqual(await ran(stage), []);
  });

  it('starts no script whose turn comes after a withdrawal', async () => {
    const { session } = stage;
    const answer = serveLate(stage, 'slow');
    await stage.open(pageOf(external(stage, 'slow') + BOTH));
    await session.evaluate(ACCEPT);
    await eventually(() => stage.requested(), ['/slow.js']);
    await session.evaluate('fairsay.withdraw()');
    answer();
    await eventually(() => ran(stage), ['slow']);
    await session.evaluate(SETTLED);
    assert.deepEqual(await ran(stage), ['slow']);
  });

  it('takes a frame out again after a withdrawal, and puts the same one back after a yes', async () => {
    const { session, site } = stage;
    site.partyPages.set('/frame.html', { html: 'A frame.' });
    const frame = `<iframe data-fairsay="analytics" data-src="${site.partyUrl}/frame.html" title="Frame"></iframe>`;
    await stage.open(pageOf(frame));
    await session.evaluate(`(window.frame = document.querySelector('iframe'), ${ACCEPT})`);
    await eventually(() => stage.requested(), ['/frame.html']);
    await session.evaluate('fairsay.withdraw()');
    await session.waitFor(`!frame.hasAttribute('src') && !!document.querySelector('fairsay-embed')?.checkVisibility()`);
    await session.evaluate(ACCEPT);
    await eventually(() => stage.requested(), ['/frame.html', '/frame.html']);
    assert.equal(await session.evaluate(`frame === document.querySelector('iframe') && frame.checkVisibility()`), true);
  });
}

/** Keeps what every release event tells: the ids of its elements. */
const LISTEN = `<script>window.released = [];
  document.addEventListener('fairsay-release', (event) => {
    released.push(event.detail.elements.map(({ id }) => id));
    if (window.keep) event.preventDefault();
  });</script>`;

const named = (id: string): string =>
  `<script type="text/plain" data-fairsay="analytics" id="${id}">ran.push('${id}')</script>`;

function defineEvent(stage: Stage): void {
  it('tells of each batch once, before it runs', async () => {
    const { session } = stage;
    const head = `${LISTEN}<script src="/dist/fairsay.js"></script>`;
    await stage.open(
      pageOf(`${named('a')}${named('b')}<template id="held">${named('c')}${named('d')}</template>`, { head }),
    );
    await session.evaluate('fairsay.acceptAll()');
    await eventually(() => ran(stage), ['a', 'b']);
    await session.evaluate('document.body.append(held.content)');
    await eventually(() => ran(stage), ['a', 'b', 'c', 'd']);
    assert.deepEqual(await session.evaluate('released'), [
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('keeps a batch that the page would not have, until the next change', async () => {
    const { session } = stage;
    const head = `<script>window.keep = true</script>${LISTEN}<script src="/dist/fairsay.js"></script>`;
    await stage.open(pageOf(named('a') + named('b'), { head }));
    await session.evaluate('fairsay.acceptAll()');
    await eventually(() => session.evaluate('released.length'), 1);
    await session.evaluate(SETTLED);
    assert.deepEqual(await ran(stage), []);
    await session.evaluate('(window.keep = false, fairsay.save({ functional: false }))');
    await eventually(() => ran(stage), ['a', 'b']);
    assert.deepEqual(await session.evaluate('released'), [
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });
}

/** Tells, when the first held script runs, what the shopper has seen since the press. */
const WATCH = `<script>addEventListener('click', () => {
  window.frames_ = 0;
  const count = () => setTimeout(() => { window.frames_ += 1; });
  requestAnimationFrame(count);
}, true)</script>`;

function defineTiming(stage: Stage): void {
  it('runs the first script once the banner is gone and a frame without it was painted', async () => {
    const { session } = stage;
    const look = inline(`ran.push(frames_, document.querySelectorAll('fairsay-banner:popover-open').length)`);
    await stage.open(pageOf(WATCH + look));
    await session.waitFor(ASKED);
    await session.click('fairsay-banner', 'button[data-action="accept-all"]');
    await session.waitFor('ran.length');
    assert.deepEqual(await session.evaluate('ran'), [1, 0]);
  });

  it('runs them all the same where no frame is painted, as in a hidden tab, 200 ms later', async () => {
    const { session } = stage;
    const head = `<script>window.requestAnimationFrame = () => 0</script><script src="/dist/fairsay.js"></script>`;
    await stage.open(pageOf(inline(`ran.push(performance.now() - decided)`), { head }));
    await session.evaluate(
      `(document.addEventListener('fairsay-consent', () => { window.decided = performance.now(); }), fairsay.acceptAll())`,
    );
    await session.waitFor('ran.length');
    const [waited = 0] = await session.evaluate<number[]>('ran');
    assert.ok(waited > 190, `${waited} ms`);
  });
}

onEveryEngine('how the gate lets go', (stage) => {
  defineOrder(stage);
  defineOnce(stage);
  defineEvent(stage);
  defineTiming(stage);
});
