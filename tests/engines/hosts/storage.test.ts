/** A strict page: what scripts write under the declared names of services that are not allowed does not come to be. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onEveryEngine, type Stage } from '../stage.js';
import { open, type Sheet } from './shop.js';

const SERVICE = {
  id: 'counter',
  category: 'analytics',
  name: 'Counter',
  storage: [
    { kind: 'cookie', name: '_ga*' },
    { kind: 'local', name: 'visits' },
    { kind: 'session', name: 'visit' },
  ],
};

const TAGS = '<script src="/dist/fairsay.js"></script><script src="/dist/fairsay-strict.js"></script>';

const openStrict = (stage: Stage, sheet: Sheet = {}): Promise<void> =>
  open(stage, { services: [SERVICE], gate: { strict: true }, tags: TAGS, ...sheet });

/** Writes in every way, beside what the shop writes for itself. Gives what is there then. */
const WRITE = `(async () => {
  document.cookie = '_ga=1; path=/'; document.cookie = '_gat=1; path=/; max-age=60'; document.cookie = 'basket=1; path=/';
  localStorage.setItem('visits', '1'); localStorage.setItem('basket', '1');
  sessionStorage.setItem('visit', '1'); sessionStorage.setItem('visits', '1');
  if (window.cookieStore) { await cookieStore.set('_ga_store', '1'); await cookieStore.set({ name: '_ga_other', value: '1' }) }
  const cookies = document.cookie.split('; ').filter((each) => !each.startsWith('fairsay')).map((each) => each.split('=')[0]);
  return [cookies.sort().join(), Object.keys(localStorage).filter((key) => !key.startsWith('fairsay')).sort().join(), Object.keys(sessionStorage).sort().join()];
})()`;

const CLEAR = `(() => { for (const name of ['_ga', '_gat', '_ga_store', '_ga_other', 'basket']) document.cookie = name + '=; Max-Age=0; path=/' })()`;

/** Everything that {@link WRITE} writes. WebKit makes every cookie of the newer way a secure one, and keeps none of those without https. */
const all = async ({ name, session }: Stage): Promise<string[]> => {
  const hasStore = name !== 'webkit' && (await session.evaluate<boolean>('!!window.cookieStore'));
  return [hasStore ? '_ga,_ga_other,_ga_store,_gat,basket' : '_ga,_gat,basket', 'basket,visits', 'visit,visits'];
};

onEveryEngine('what scripts store on a strict page', (stage) => {
  it('is there without a strict configuration, and in report-only mode, which tells it', async () => {
    for (const gate of [{}, { strict: true, reportOnly: true }]) {
      await openStrict(stage, { gate });
      await stage.session.evaluate('console.info = (...said) => warnings.push(said.slice(0, 3).join(" "))');
      assert.deepEqual(await stage.session.evaluate(WRITE), await all(stage));
      const told = await stage.session.evaluate<string[]>('warnings.filter((each) => each.includes("REPORT"))');
      const first = '[fairsay] REPORT gate.reportOnly: would have refused cookie _ga';
      assert.equal(told[0], 'reportOnly' in gate ? first : undefined);
      await stage.session.evaluate(`(${CLEAR}, localStorage.clear(), sessionStorage.clear())`);
    }
  });

  it('is refused before a yes and after a no, and there after a yes; what is not declared is there all the time', async () => {
    await openStrict(stage);
    assert.deepEqual(await stage.session.evaluate(WRITE), ['basket', 'basket', 'visits']);
    await stage.session.evaluate('fairsay.rejectAll()');
    await stage.session.waitFor('fairsay.state.decision');
    assert.deepEqual(await stage.session.evaluate(WRITE), ['basket', 'basket', 'visits']);
    await stage.session.evaluate('fairsay.acceptAll()');
    await stage.session.waitFor(`fairsay.allows('analytics')`);
    assert.deepEqual(await stage.session.evaluate(WRITE), await all(stage));
    assert.deepEqual(await stage.session.evaluate('errors'), []);
    await stage.session.evaluate(CLEAR);
  });

  it('can be taken away at any time', async () => {
    stage.site.pages.set('/set.html', {
      html: '<!doctype html>',
      headers: { 'set-cookie': '_ga=1; Path=/' },
    });
    await stage.session.goto(`${stage.site.shopUrl}/set.html`);
    await openStrict(stage);
    assert.equal(await stage.session.evaluate(`document.cookie.includes('_ga=1')`), true);
    await stage.session.evaluate(CLEAR);
    assert.equal(await stage.session.evaluate(`document.cookie.includes('_ga=')`), false);
  });

  it('is patched only while something is refused, with names and errors as they were', async () => {
    await openStrict(stage, {
      tags: `<script>window.before = [Storage.prototype.setItem, Object.getOwnPropertyDescriptor(Document.prototype, 'cookie').set]</script>${TAGS}`,
    });
    const same = `[Storage.prototype.setItem, Object.getOwnPropertyDescriptor(Document.prototype, 'cookie').set].map((each, index) => each === before[index])`;
    assert.deepEqual(await stage.session.evaluate(same), [false, false]);
    const errors = `[() => localStorage.setItem('visits'), () => Storage.prototype.setItem.call({}, 'visits', '1')]
      .map((act) => { try { act(); return 'none' } catch (error) { return error.name } })`;
    assert.deepEqual(await stage.session.evaluate(errors), ['TypeError', 'TypeError']);
    assert.deepEqual(
      await stage.session.evaluate('[Storage.prototype.setItem.name, Storage.prototype.setItem.length]'),
      ['setItem', 2],
    );
    await stage.session.evaluate('fairsay.acceptAll()');
    await stage.session.waitFor(`${same}.every(Boolean)`);
  });
});
