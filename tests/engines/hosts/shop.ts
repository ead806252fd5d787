/** Pages that hold by host: the third parties' host is declared, and nothing on the page is marked. */
import assert from 'node:assert/strict';
import { eventually, pageOf, scriptOf, SETTLED, type Stage } from '../stage.js';

/** What a test can say of a page. */
export interface Sheet {
  /** The body. */
  readonly body?: string;
  /** What comes after the two tags in the head. */
  readonly head?: string;
  readonly gate?: object;
  readonly services?: readonly object[];
  /** The tags of the library. */
  readonly tags?: string;
  readonly headers?: Record<string, string>;
  readonly nonce?: string;
}

export const COUNTER = { id: 'counter', category: 'analytics', name: 'Counter', hosts: ['127.0.0.1'] };
export const ADS = { id: 'ads', category: 'marketing', name: 'Ads', hosts: ['127.0.0.1'] };

/** Opens a page with the guard and the second file. */
export async function open(stage: Stage, sheet: Sheet = {}): Promise<void> {
  const { body = '', head = '', gate = {}, services = [COUNTER], headers = {}, nonce = '' } = sheet;
  const own = nonce && ` nonce="${nonce}"`;
  const tags = `<script${own} src="/dist/fairsay.js"></script><script${own} src="/dist/fairsay-hosts.js"></script>`;
  const config = JSON.stringify({ services, gate });
  const page = pageOf(body, {
    nonce,
    head: `<script type="application/json" data-fairsay-config>${config}</script>${sheet.tags ?? tags}${head}`,
  });
  await stage.open(page, headers);
}

const TYPES: Record<string, string> = {
  js: 'text/javascript',
  css: 'text/css',
  gif: 'image/gif',
  html: 'text/html',
  mjs: 'text/javascript',
};

/** Serves files of the third parties. A script says that it ran, by its name without the ending. */
export function serve({ site }: Stage, ...files: readonly string[]): void {
  for (const file of files) {
    const [name = '', ending = ''] = file.split('.');
    const page =
      ending === 'js' ? scriptOf(name) : { html: '', headers: { 'content-type': TYPES[ending] ?? 'text/plain' } };
    site.partyPages.set(`/${file}`, { ...page, headers: { ...page.headers, 'access-control-allow-origin': '*' } });
  }
}

/** What has run, and what was asked of third parties, each once. */
export async function done({ session, requested }: Stage): Promise<{ ran: string[]; requests: string[] }> {
  const ran = await session.evaluate<string[]>('ran');
  return { ran: [...ran].sort(), requests: [...new Set(requested())] };
}

/** Nothing ran and nothing was asked for, and the page saw no error. */
export async function assertHeld(stage: Stage): Promise<void> {
  await stage.session.evaluate(SETTLED);
  assert.deepEqual(await done(stage), { ran: [], requests: [] });
  assert.deepEqual(await stage.session.evaluate('errors'), []);
}

/** These files are asked for, and of them the scripts run, and nothing else is or does; the page saw no error. */
export async function assertDone(stage: Stage, files: readonly string[]): Promise<void> {
  const ran = files.filter((file) => file.endsWith('.js')).map((file) => file.slice(0, -3));
  await eventually(() => done(stage), {
    ran: ran.sort(),
    requests: files.map((file) => `/${file}`).sort(),
  });
  assert.deepEqual(await stage.session.evaluate('errors'), []);
}
