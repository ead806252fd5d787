/** What scripts write into the page while it is read, by `document.write`. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { eventually, onEveryEngine, SETTLED, type Stage } from '../stage.js';
import { assertDone, assertHeld, open, serve } from './shop.js';

const FILES = ['one.js', 'two.js', 'split.js', 'image.gif', 'frame.html', 'line.js', 'head.js'];

const inline = (code: string): string => `<script>${code}</script>`;

/** Writes in as many ways as there are, each file once. */
const page = (url: string): string => `
  ${inline(`document.write('<script src="${url}/one.js"><\\/script>', '<script src="${url}/two.js"><\\/script>')`)}
  ${inline(`document.write('<script src="'); document.write('${url}/split.js'); document.write('"><\\/script>')`)}
  ${inline(`document.write('<div id="around"><p>Before</p><img alt="" src="${url}/image.gif">'); document.write('</div>')`)}
  ${inline(`document.write('<iframe src="${url}/frame.html"></iframe>')`)}
  ${inline(`document.writeln('<script src=${url}/line.js><\\/script>')`)}
  ${inline(`document.write('<p id="own">Own</p>', '<script>ran.push("own")<\\/script>')`)}`;

const head = (url: string): string => inline(`document.write('<script src="${url}/head.js"><\\/script>')`);

/** Opens the page. An address of its own for each: no cache then has it. */
async function openWritten(stage: Stage, query: string, tags?: string): Promise<void> {
  serve(stage, ...FILES);
  const { partyUrl } = stage.site;
  const add = (markup: string): string =>
    markup.replace(/\.(js|gif|html)(?=["> ])/g, `.$1?${query}`).replace(/\.js'/g, `.js?${query}'`);
  await open(stage, { body: add(page(partyUrl)), head: add(head(partyUrl)), ...(tags && { tags }) });
}

onEveryEngine('what scripts write', (stage) => {
  it('goes its way without the second file', async () => {
    await openWritten(stage, 'free', '<script src="/dist/fairsay.js"></script>');
    await stage.session.evaluate('ran.splice(ran.indexOf("own"), 1)');
    await assertDone(stage, FILES);
  });

  it('is held, and goes its way after a yes', async () => {
    await openWritten(stage, 'held');
    await eventually(() => stage.session.evaluate('ran.splice(0)'), ['own']);
    await assertHeld(stage);
    assert.deepEqual(
      await stage.session.evaluate(
        `[document.querySelector('#own').textContent, document.querySelector('#around p').textContent]`,
      ),
      ['Own', 'Before'],
    );
    await stage.session.evaluate('fairsay.acceptAll()');
    await assertDone(stage, FILES);
  });

  it('is released in the order in which it was written', async () => {
    serve(stage, 'one.js', 'two.js');
    const write = (file: string): string =>
      `document.write('<script src="${stage.site.partyUrl}/${file}"><\\/script>')`;
    await open(stage, { body: inline(`${write('one.js')}; ${write('two.js')}`) });
    await stage.session.evaluate(SETTLED);
    await stage.session.evaluate('fairsay.acceptAll()');
    await eventually(() => stage.session.evaluate('ran'), ['one', 'two']);
  });
});
