import assert from 'node:assert/strict';
import { it } from 'node:test';
import { cookieOf } from '../support/door.js';
import { ASKED, eventually, onEveryEngine, SETTLED, type Stage } from './stage.js';

const PAGES = ['/', '/basket.html', '/product.html'];

/** What the shop keeps for itself: the answers, the record of them, and the basket. */
const OWN = /^(fairsay(-log|-history|-age)?|bagsok\.basket)$/;

const STORED = `indexedDB.databases().then((databases) => ({
  local: Object.keys(localStorage),
  session: Object.keys(sessionStorage),
  databases: databases.map(({ name }) => name),
}))`;

type Stored = Record<'local' | 'session' | 'databases', string[]>;

/** Everything that a third party was asked for, or left in the browser on the shop's site, by name. */
async function traces({ session, requested }: Stage) {
  const { local, session: tab, databases } = await session.evaluate<Stored>(STORED);
  const cookies = (await session.cookies()).map(({ name }) => name);
  const foreign = (names: string[]) => names.filter((name) => !OWN.test(name)).sort();
  return {
    requests: requested(),
    cookies: foreign(cookies),
    local: foreign(local),
    session: foreign(tab),
    databases: foreign(databases),
  };
}

const NOTHING = { requests: [], cookies: [], local: [], session: [], databases: [] };

/** What the product page's third parties leave. Those whose hosts are other sites keep what a browser lets them there. */
const EVERYTHING = {
  requests: ['/ads.js', '/analytics.js', '/collect', '/pixel.gif', '/player.css', '/player.js', '/video/embed/satchel'],
  cookies: ['_ads', '_visits', '_visits_session'],
  local: ['ads.id', 'visits.queue'],
  session: ['visits.page'],
  databases: ['visits'],
};

/** A browser that has just been started, in which an adult has confirmed the age that the shop asks for. */
async function renew(stage: Stage): Promise<void> {
  await stage.renew();
  await stage.session.evaluate(`(document.cookie = "fairsay-age=${cookieOf('adult')}; Path=/")`);
}

async function open({ site, session }: Stage, path: string): Promise<void> {
  await session.goto(site.shopUrl + path);
  await session.evaluate(SETTLED);
}

/** Presses a button of the banner, and waits until its answer holds and what it lets go has begun. */
async function answer(stage: Stage, action: 'accept-all' | 'reject-all'): Promise<void> {
  const { session } = stage;
  await session.waitFor(ASKED);
  await session.click('fairsay-banner', `button[data-action="${action}"]`);
  await session.waitFor('fairsay.state.decision');
  await session.evaluate(SETTLED);
}

/** Says yes on the product page, and waits until every third party has done its work. */
async function acceptOnProduct(stage: Stage): Promise<void> {
  await open(stage, '/product.html');
  await answer(stage, 'accept-all');
  await stage.session.waitFor('window.__ads && window.__visits');
  await stage.session.waitFor(
    `fetch('/__log').then((response) => response.json()).then((log) => {
      const urls = log.map(({ url }) => url.split('?')[0]);
      return ${JSON.stringify(EVERYTHING.requests)}.every((url) => urls.includes(url));
    })`,
  );
  await stage.session.waitFor(`indexedDB.databases().then((databases) => databases.length)`);
}

/** The cookies of the third parties' own site, in the same browser. */
async function partyCookies({ site, session }: Stage): Promise<string[]> {
  site.partyPages.set('/blank.html', { html: '<!doctype html><title>Third party</title>' });
  await session.goto(`${site.partyUrl}/blank.html`);
  return (await session.cookies()).map(({ name }) => name);
}

function definePromise(stage: Stage): void {
  it('holds everything of a third party back before an answer', async () => {
    await renew(stage);
    for (const path of PAGES) {
      await open(stage, path);
      await stage.session.waitFor(ASKED);
      assert.deepEqual(await traces(stage), NOTHING);
    }
    assert.deepEqual(await partyCookies(stage), []);
  });

  it('holds everything back after a no, there and across three navigations', async () => {
    await renew(stage);
    await open(stage, '/product.html');
    await answer(stage, 'reject-all');
    assert.deepEqual(await traces(stage), NOTHING);
    for (const path of PAGES) {
      await open(stage, path);
      assert.equal(await stage.session.evaluate('!!document.querySelector("fairsay-banner")'), false);
      assert.deepEqual(await traces(stage), NOTHING);
    }
    assert.deepEqual(await partyCookies(stage), []);
  });

  it('lets everything go after a yes', async () => {
    await renew(stage);
    await acceptOnProduct(stage);
    assert.deepEqual(await traces(stage), EVERYTHING);
  });

  defineLater(stage);
}

function defineLater(stage: Stage): void {
  it('runs everything for a shopper who returns, and fetches the guard and the file at the door alone', async () => {
    await renew(stage);
    await acceptOnProduct(stage);
    const record = await stage.session.evaluate<string>('document.cookie.match(/fairsay=[^;]*/)[0]');
    // A browser with the answer, and nothing in its cache that could hide a request.
    await renew(stage);
    await stage.session.evaluate(`document.cookie = '${record}; Path=/'`);
    for (const path of PAGES) {
      stage.site.clearLog();
      await open(stage, path);
      await stage.session.waitFor('window.__ads && window.__visits');
      const library = stage.site.log.filter(({ url }) => url.startsWith('/dist/')).map(({ url }) => url);
      assert.deepEqual(library, ['/dist/fairsay-door.js', '/dist/fairsay.js']);
      assert.equal(await stage.session.evaluate('customElements.get("fairsay-banner") === undefined'), true);
    }
    // The last of them is the page with the film.
    await eventually(() => stage.requested(), EVERYTHING.requests);
    assert.equal(await stage.session.evaluate('!!document.querySelector("fairsay-link > a")'), true);
  });

  it('lets nothing happen after a withdrawal, and cleans up what was declared alone', async () => {
    await renew(stage);
    await acceptOnProduct(stage);
    await stage.session.evaluate(`(localStorage.setItem('bagsok.basket', '[]'), document.cookie = 'own=1; Path=/')`);
    await stage.session.evaluate(
      `(document.addEventListener('fairsay-cleanup', ({ detail }) => { window.cleaned = detail; }), 0)`,
    );
    await stage.session.click('fairsay-link', 'a');
    await stage.session.click('fairsay-preferences', '[data-action="reject-all"]');
    // What the film's own site keeps is out of reach, and told.
    const kept = `window.cleaned && cleaned.kept.map(({ service, why }) => service + ', ' + why.split(':')[0])`;
    assert.deepEqual(await stage.session.waitFor(kept), ['video, another site']);
    await stage.session.waitFor(`!!document.querySelector('fairsay-embed + iframe:not([src])')`);
    for (const path of PAGES) {
      stage.site.clearLog();
      await open(stage, path);
      assert.deepEqual(await traces(stage), { ...NOTHING, cookies: ['own'] });
    }
    assert.equal(await stage.session.evaluate(`localStorage.getItem('bagsok.basket')`), '[]');
  });
}

onEveryEngine('the main promise', definePromise);
