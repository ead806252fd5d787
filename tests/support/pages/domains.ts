/** Pages of the shop under other names than `localhost`, over https: what a browser makes of domains is part of the test. */
import type { Lab, Sheet } from '../lab.js';

/** Hosts that stand for the shop. No name is looked up, and no certificate is needed. */
const HOSTS = /^https:\/\/[^/]*\bexample\.(test|co\.uk)\//;

/** Opens a page at an address of one of the hosts. */
export async function openAt(lab: Lab, url: string, sheet: Sheet = {}): Promise<void> {
  const { pathname } = new URL(url);
  lab.put({ body: '', ...sheet, path: pathname });
  await lab.page.route(HOSTS, async (route) => {
    const answer = await fetch(lab.site.shopUrl + new URL(route.request().url()).pathname);
    const body = Buffer.from(await answer.arrayBuffer());
    // A page that is being closed takes no answer any more.
    await route.fulfill({ status: answer.status, headers: headersOf(answer), body }).catch(() => undefined);
  });
  await lab.page.goto(url);
}

/** The cookies of a name in the whole browser, as domain, path and value. */
export async function cookiesOf(
  lab: Lab,
  name: string | RegExp,
): Promise<{ domain: string; path: string; value: string }[]> {
  const cookies = await lab.page.context().cookies();
  return cookies
    .filter((cookie) => (typeof name === 'string' ? cookie.name === name : name.test(cookie.name)))
    .map(({ domain, path, value }) => ({ domain, path, value }));
}

/** What is sent is sent as it is, whatever it was packed in on the way. */
function headersOf({ headers }: Response): Record<string, string> {
  return Object.fromEntries(
    [...headers].filter(([name]) => !/^(content-(encoding|length)|transfer-encoding)$/.test(name)),
  );
}
