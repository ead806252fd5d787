/** Groups of ways to ask a third party for something, each with a test that it works, and one that it is held. */
import { it } from 'node:test';
import type { EngineName } from '../../../scripts/browsers.mjs';
import type { Stage } from '../stage.js';
import { assertDone, assertHeld, open, serve, type Sheet } from './shop.js';

/**
 * What a script does to ask for a file, by the file's name. It finds the file's address as `url`, its markup's parts as in
 * {@link PRELUDE}, and may wait.
 */
export type Ways = Readonly<Record<string, string>>;

/** What every way can use. */
const PRELUDE = `
  const SVG = 'http://www.w3.org/2000/svg', XLINK = 'http://www.w3.org/1999/xlink';
  const box = (tag = 'div') => document.body.appendChild(document.createElement(tag));
  const script = (url) => '<script src="' + url + '"><\\/script>';
  const image = (url) => '<img alt="" src="' + url + '">';`;

/** What an engine does not take in some way, against the standard. */
export type Never = Partial<Record<EngineName, readonly string[]>>;

/** Runs every way in the page. An address of its own for each page: no cache then has it. */
export async function act({ session, site }: Stage, ways: Ways, page: string): Promise<void> {
  const acts = Object.entries(ways).map(
    ([file, way]) => `(async (url) => { ${way} })('${site.partyUrl}/${file}?${page}')
      .catch((error) => errors.push('${file} ' + error));`,
  );
  await session.evaluate(`(() => { ${PRELUDE} ${acts.join('\n')} })()`);
}

/** Defines the two tests of a group. */
export function defineWays(
  stage: Stage,
  group: string,
  ways: Ways,
  { never = {}, sheet = {} }: { never?: Never; sheet?: Sheet } = {},
): void {
  const files = Object.keys(ways);

  it(`goes its way without the second file: ${group}`, async () => {
    serve(stage, ...files);
    await open(stage, { ...sheet, tags: '<script src="/dist/fairsay.js"></script>' });
    await act(stage, ways, 'free');
    await assertDone(
      stage,
      files.filter((file) => !never[stage.name]?.includes(file)),
    );
  });

  it(`is held, and goes its way after a yes: ${group}`, async () => {
    serve(stage, ...files);
    await open(stage, sheet);
    await act(stage, ways, 'held');
    await assertHeld(stage);
    await stage.session.evaluate('fairsay.acceptAll()');
    await assertDone(stage, files);
  });
}
