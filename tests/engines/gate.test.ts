/** What the gate holds and lets go, whatever it is and however it came into the page. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { it } from 'node:test';
import { ASKED, eventually, onEveryEngine, pageOf, scriptOf, SETTLED, type Stage } from './stage.js';

const SCRIPTS = ['async', 'crossorigin', 'external', 'integrity', 'module'];
const FILES = [
  'audio.mp3',
  'frame.html',
  'image.gif',
  'picture.gif',
  'set.gif',
  'source.mp4',
  'style.css',
  'video.mp4',
];

const RAN = ['inline', 'inline-module', 'nonce', ...SCRIPTS].sort();
const REQUESTS = [...FILES, ...SCRIPTS.map((name) => `${name}.js`)].map((file) => `/${file}`).sort();

const HASH = `sha256-${createHash('sha256').update(scriptOf('integrity').html).digest('base64')}`;

/** One of everything that can be held. */
function everything(party: string): string {
  const script = (attributes: string, text = '') =>
    `<script type="text/plain" data-fairsay="analytics" ${attributes}>${text}</script>`;
  return `
${script('', "ran.push('inline')")}
${script(`src="${party}/external.js"`)}
${script('data-fairsay-type="module"', "ran.push('inline-module')")}
${script(`data-fairsay-type="module" src="${party}/module.js"`)}
${script(`async src="${party}/async.js"`)}
${script('nonce="its-own"', "ran.push('nonce')")}
${script(`crossorigin src="${party}/crossorigin.js"`)}
${script(`integrity="${HASH}" crossorigin="anonymous" src="${party}/integrity.js"`)}
<iframe data-fairsay="analytics" data-src="${party}/frame.html" title="Frame"></iframe>
<img data-fairsay="analytics" data-src="${party}/image.gif" alt="">
<img data-fairsay="analytics" data-srcset="${party}/set.gif 1x" alt="">
<picture><source data-fairsay="analytics" data-srcset="${party}/picture.gif 1x"><img alt=""></picture>
<video data-fairsay="analytics" data-src="${party}/video.mp4" preload="auto" muted></video>
<video preload="auto" muted><source data-fairsay="analytics" data-src="${party}/source.mp4"></video>
<audio data-fairsay="analytics" data-src="${party}/audio.mp3" preload="auto"></audio>
<link rel="stylesheet" data-fairsay="analytics" data-href="${party}/style.css">`;
}

/** How a page brings in what is in its template. Each is the body of a function of the template's content. */
const WAYS = {
  'node by node': '[...content.childNodes].forEach((node) => document.body.appendChild(node))',
  'before other nodes': '[...content.childNodes].forEach((node) => document.body.insertBefore(node, held))',
  'as a fragment': 'document.body.append(content)',
  'as clones': 'document.body.append(content.cloneNode(true))',
  'within another element': `const box = document.createElement('div'); box.append(content); document.body.append(box)`,
  'made by script': `const remake = (node) => {
    if (node.nodeType !== 1) return node.cloneNode();
    const made = document.createElement(node.localName);
    for (const { name, value } of node.attributes) made.setAttribute(name, value);
    made.append(...[...node.childNodes].map(remake));
    return made;
  };
  document.body.append(...[...content.childNodes].map(remake))`,
};

const insertion = (way: keyof typeof WAYS): string => `((content) => { ${WAYS[way]} })(held.content)`;
const template = (party: string): string => `<template id="held">${everything(party)}</template>`;

function serveEverything({ site }: Stage): void {
  SCRIPTS.forEach((name) => site.partyPages.set(`/${name}.js`, scriptOf(name)));
  FILES.forEach((file) => site.partyPages.set(`/${file}`, { html: '' }));
}

/** What has run and what was asked for. Media may be asked for in parts. */
async function done({ session, requested }: Stage) {
  const ran = await session.evaluate<string[]>('ran');
  return { ran: ran.sort(), requests: [...new Set(requested())] };
}

async function assertHeld(stage: Stage): Promise<void> {
  await stage.session.evaluate(SETTLED);
  assert.deepEqual(await done(stage), { ran: [], requests: [] });
}

const assertReleased = (stage: Stage): Promise<void> => eventually(() => done(stage), { ran: RAN, requests: REQUESTS });

function defineKinds(stage: Stage): void {
  it('holds everything that stands in the page, and lets it go after a yes', async () => {
    serveEverything(stage);
    await stage.open(pageOf(everything(stage.site.partyUrl)));
    await assertHeld(stage);
    await stage.session.evaluate('fairsay.acceptAll()');
    await assertReleased(stage);
  });

  for (const way of Object.keys(WAYS) as (keyof typeof WAYS)[]) {
    it(`holds everything that is inserted ${way}, and lets it go after a yes`, async () => {
      serveEverything(stage);
      await stage.open(pageOf(template(stage.site.partyUrl)));
      await stage.session.evaluate(insertion(way));
      await assertHeld(stage);
      await stage.session.evaluate('fairsay.acceptAll()');
      await assertReleased(stage);
    });
  }

  it('lets everything go that is inserted after a yes', async () => {
    serveEverything(stage);
    await stage.open(pageOf(template(stage.site.partyUrl)));
    await stage.session.evaluate('(fairsay.acceptAll(), fairsay.whenAllowed("analytics"))');
    await stage.session.evaluate(insertion('as clones'));
    await assertReleased(stage);
  });

  it('lets everything go at once on a later visit', async () => {
    serveEverything(stage);
    await stage.open(pageOf(''));
    await stage.session.evaluate('(fairsay.acceptAll(), fairsay.whenAllowed("analytics"))');
    await stage.open(pageOf(everything(stage.site.partyUrl)));
    await assertReleased(stage);
  });

  it('runs no script that innerHTML brought, as plain HTML does not, and keeps none waiting for it', async () => {
    serveEverything(stage);
    const { partyUrl } = stage.site;
    const last = `<script type="text/plain" data-fairsay="analytics">ran.push('after')</script>`;
    await stage.open(pageOf(`${SOON}<div id="box"></div>${last}${template(partyUrl)}`));
    await stage.session.evaluate('(box.innerHTML = held.innerHTML, 0)');
    await assertHeld(stage);
    await stage.session.evaluate('fairsay.acceptAll()');
    await eventually(() => done(stage), { ran: ['after'], requests: FILES.map((file) => `/${file}`) });
  });
}

/** Makes long waits short: what is waited for is not coming. */
const SOON = `<script>((set) => {
  window.setTimeout = (action, delay = 0, ...more) => set(action, delay > 1000 ? 50 : delay, ...more);
})(setTimeout)</script>`;

function defineNodes(stage: Stage): void {
  const SCRIPT = `<script id="one" type="text/plain" class="a b" data-fairsay="analytics" data-key="7" nonce="its-own"
    referrerpolicy="origin" fetchpriority="low">window.same = document.currentScript === window.one;
    window.seen = { nonce: one.nonce, key: one.dataset.key }; ran.push('one')</script>`;

  it('activates the same script, with its attributes and its place', async () => {
    const { session } = stage;
    await stage.open(pageOf(`<p id="left"></p>${SCRIPT}<p id="right"></p>`));
    const attributes = `[...one.attributes].filter(({ name }) => name !== 'type').map(({ name, value }) => name + value)`;
    await session.evaluate(`(window.one = document.getElementById('one'), window.before = ${attributes}, 0)`);
    await session.evaluate('fairsay.acceptAll()');
    await session.waitFor('ran.length');
    assert.deepEqual(await session.evaluate('[same, seen]'), [true, { nonce: 'its-own', key: '7' }]);
    assert.equal(await session.evaluate(`JSON.stringify(before) === JSON.stringify(${attributes})`), true);
    assert.equal(await session.evaluate('left.nextSibling === one && one.nextSibling === right'), true);
  });

  it('gives a script the type it was held from', async () => {
    const module = `<script type="text/plain" data-fairsay="analytics" data-fairsay-type="module">
      ran.push(String(document.currentScript), import.meta.url)</script>`;
    await stage.open(pageOf(module));
    await stage.session.evaluate('fairsay.acceptAll()');
    await eventually(() => stage.session.evaluate('ran'), ['null', `${stage.site.shopUrl}/page.html`]);
  });

  it('covers a held frame, and uncovers it when it is let go', async () => {
    const { session, site } = stage;
    serveEverything(stage);
    await stage.open(
      pageOf(`<iframe data-fairsay="analytics" data-src="${site.partyUrl}/frame.html" title="Frame"></iframe>`),
    );
    await session.waitFor(`!!document.querySelector('fairsay-embed + iframe:not([src])')`);
    assert.equal(await session.evaluate(`document.querySelector('iframe').checkVisibility()`), false);
    await session.evaluate(`(window.frame = document.querySelector('iframe'), fairsay.acceptAll(), 0)`);
    await session.waitFor(`!document.querySelector('fairsay-embed')?.checkVisibility() && frame.checkVisibility()`);
    assert.equal(await session.evaluate(`frame === document.querySelector('iframe') && frame.src`), frameOf(site));
  });

  it('finds what is held in a shadow root once it is told of the root', async () => {
    const { session } = stage;
    const held = `<script type="text/plain" data-fairsay="analytics">ran.push('in the shadow')</script>`;
    await stage.open(pageOf(`<div id="host"></div><template id="held">${held}</template>`));
    await session.evaluate(`host.attachShadow({ mode: 'open' }).append(held.content)`);
    await session.evaluate('(fairsay.acceptAll(), fairsay.whenAllowed("analytics"))');
    await assertHeld(stage);
    await session.evaluate('fairsay.scan(host.shadowRoot)');
    await eventually(() => session.evaluate('ran'), ['in the shadow']);
  });

  it('lets go what is held in a shadow root that it was told of before the answer', async () => {
    const { session } = stage;
    const held = `<script type="text/plain" data-fairsay="analytics">ran.push('in the shadow')</script>`;
    await stage.open(pageOf(`<div id="host"></div><template id="held">${held}</template>`));
    await session.evaluate(`host.attachShadow({ mode: 'open' }).append(held.content)`);
    await session.evaluate('fairsay.scan(host.shadowRoot)');
    await assertHeld(stage);
    await session.evaluate('fairsay.acceptAll()');
    await eventually(() => session.evaluate('ran'), ['in the shadow']);
  });
}

const frameOf = ({ partyUrl }: Stage['site']): string => `${partyUrl}/frame.html`;

/** What an expression comes to while nobody has answered, after a yes to analytics alone, and after a yes to all. */
const GRAMMAR: Record<string, readonly [unasked: boolean, some: boolean, all: boolean]> = {
  necessary: [true, true, true],
  analytics: [false, true, true],
  'analytics marketing': [false, false, true],
  ' marketing   analytics ': [false, false, true],
  '!analytics': [true, false, false],
  'analytics !marketing': [false, true, false],
  '!analytics !marketing': [true, false, false],
  nobody: [false, false, false],
  '!nobody': [false, false, false],
  'analytics nobody': [false, false, false],
  '': [false, false, false],
  ' ': [false, false, false],
  '!': [false, false, false],
  '!!analytics': [false, false, false],
  'analytics,marketing': [false, false, false],
  'analytics || marketing': [false, false, false],
  Analytics: [false, false, false],
  __proto__: [false, false, false],
};

const ANSWERS = ['0', 'fairsay.save({ analytics: true, marketing: false })', 'fairsay.acceptAll()'];

function defineGrammar(stage: Stage): void {
  const expressions = Object.keys(GRAMMAR);
  const scripts = expressions.map(
    (expression, index) => `<script type="text/plain" data-fairsay="${expression}">ran.push(${index})</script>`,
  );

  for (const [column, when] of ['nobody has answered', 'some is allowed', 'all is allowed'].entries()) {
    it(`runs what its expression allows while ${when}`, async () => {
      const { session } = stage;
      await stage.open(pageOf(''));
      await session.waitFor(ASKED);
      // The answer is of an earlier page: an expression with `!` would have been met before it.
      await session.evaluate(ANSWERS[column] ?? '');
      await session.waitFor(column ? 'fairsay.state.decision' : 'true');
      await stage.open(pageOf(scripts.join('')));
      await session.evaluate(SETTLED);
      const allowed = expressions.filter((expression) => GRAMMAR[expression]?.[column]);
      const ran = await session.evaluate<number[]>('ran');
      assert.deepEqual(
        ran.map((index) => expressions[index]),
        allowed,
      );
    });
  }

  it('says which expressions name nothing', async () => {
    await stage.open(pageOf(scripts.join('')));
    const silent = expressions.filter((expression) => GRAMMAR[expression]?.includes(true)).length;
    await stage.session.waitFor(`warnings.length >= ${expressions.length - silent}`);
    const warnings = await stage.session.evaluate<string[]>('warnings');
    assert.equal(warnings.length, expressions.length - silent);
    assert.deepEqual(
      warnings.filter((warning) => !/^\[fairsay\] UNKNOWN script\[data-fairsay=".*"\]: /.test(warning)),
      [],
    );
  });
}

onEveryEngine('what the gate holds', (stage) => {
  defineKinds(stage);
  defineNodes(stage);
  defineGrammar(stage);
});
