/** What the whole-page tests of holding by host have in common. */
import { expect, SCRIPT, TAG, type Lab, type Sheet } from '../../support/lab.js';

export const SECOND = '<script src="/dist/fairsay-hosts.js"></script>';
export const COUNTER = { id: 'counter', category: 'analytics', name: 'Counter', hosts: ['127.0.0.1'] };

/** A page with both tags, on which the third parties' host is declared and nothing is marked. */
export function held(lab: Lab, sheet: Sheet & { gate?: object } = {}): Sheet {
  putFiles(lab);
  const { gate = {}, ...rest } = sheet;
  return { config: { services: [COUNTER], gate }, tag: TAG + SECOND, body: '', ...rest };
}

/** Puts files at the third parties: scripts that write down that they ran, a picture and a page. */
export function putFiles({ site }: Lab): void {
  for (const name of ['a', 'b', 'c']) {
    site.partyPages.set(`/${name}.js`, { html: `ran.push('${name}')`, headers: SCRIPT });
  }
  site.partyPages.set('/data.json', { html: '{}', headers: { 'access-control-allow-origin': '*' } });
  site.partyPages.set('/frame.html', { html: '<!doctype html><title>Film</title><p>A film.</p>' });
  site.partyPages.set('/pixel.gif', { html: '', headers: { 'content-type': 'image/gif' } });
}

/** Evaluates in the page, with the third parties' origin as `party`. */
export const run = <T>(lab: Lab, body: string): Promise<T> =>
  lab.page.evaluate<T>(`(async (party) => { ${body} })('${lab.site.partyUrl}')`);

/** Adds a script of a third party, as a tag manager does. */
export const addScript = (lab: Lab, file = 'a.js'): Promise<unknown> =>
  run(lab, `document.head.append(Object.assign(document.createElement('script'), { src: party + '/${file}' }))`);

/** Nothing was asked of a third party, and nothing of it ran, once the page is quiet. */
export async function expectNothing(lab: Lab): Promise<void> {
  await lab.page.waitForLoadState('networkidle');
  await lab.settle();
  expect([await lab.ran(), lab.requested()]).toEqual([[], []]);
}
