/** React 18 in StrictMode, which mounts everything twice: drawn by the client, and hydrated. */
import { expect, test, type Lab } from '../../support/lab.js';
import { expectNothing } from '../hosts/stage.js';
import { framed, tagsOf } from './stage.js';

/** A shop with two routes: a page with a film, a picture and a counter that an effect adds, and one with nothing. */
const APP = (party: string): string => `<script>
  const { createElement: h, StrictMode, useEffect, useState, useSyncExternalStore } = React;
  window.problems = [];
  const report = console.error;
  console.error = (...said) => { problems.push(String(said[0]).split('\\n')[0]); report(...said) };
  window.mounts = [];
  function useAllowed(what) {
    return useSyncExternalStore((told) => fairsay.subscribe(told), () => fairsay.allows(what), () => false);
  }
  function Film() {
    const [count, setCount] = useState(0);
    useEffect(() => {
      mounts.push('film');
      const script = document.createElement('script');
      script.src = '${party}/a.js?' + mounts.length;
      document.head.append(script);
      return () => script.remove();
    }, []);
    return h('section', null,
      h('img', { alt: '', src: '${party}/pixel.gif' }),
      h('iframe', { title: 'Film', src: '${party}/frame.html', width: 300, height: 200 }),
      h('button', { onClick: () => setCount(count + 1) }, 'Clicked ' + count));
  }
  function App() {
    const [route, setRoute] = useState('film');
    const allowed = useAllowed('analytics');
    window.route = (name) => { history.pushState({}, '', '?' + name); setRoute(name) };
    return h('main', null, h('p', { id: 'allowed' }, allowed ? 'Allowed' : 'Held'),
      route === 'film' ? h(Film) : h('p', null, 'Nothing here'));
  }
  window.app = h(StrictMode, null, h(App));
</script>`;

const SECTION = (party: string): string =>
  `<div id="root"><main><p id="allowed">Held</p><section><img alt="" src="${party}/pixel.gif"/>` +
  `<iframe title="Film" src="${party}/frame.html" width="300" height="200"></iframe><button>Clicked 0</button></section></main></div>`;

/** Opens the shop, drawn by the client or hydrated. */
async function openApp(lab: Lab, hydrated = false): Promise<void> {
  const { partyUrl } = lab.site;
  const draw = hydrated
    ? `ReactDOM.hydrateRoot(document.querySelector('#root'), app, { onRecoverableError: (error) => recovered.push(String(error)) })`
    : `ReactDOM.createRoot(document.querySelector('#root')).render(app)`;
  const body = `${hydrated ? SECTION(partyUrl) : '<div id="root"></div>'}<script>window.recovered = []; ${draw}</script>`;
  await lab.open(framed(lab, tagsOf(lab, 'react', 'react-dom') + APP(partyUrl), { body }));
  await expect(lab.page.getByRole('button', { name: 'Clicked 0' })).toBeVisible();
}

/** Everything of the film's page that goes to a third party is there. */
async function expectLoaded(lab: Lab): Promise<void> {
  await expect(lab.page.frameLocator('iframe').getByText('A film.')).toBeVisible();
  await expect.poll(async () => [...new Set(await lab.ran())]).toEqual(['a']);
  const asked = new Set(lab.requested().map((url) => url.split('?')[0]));
  expect([...asked].sort()).toEqual(['/a.js', '/frame.html', '/pixel.gif']);
}

test('in StrictMode nothing is asked for before a yes, and all of it after, each once', async ({ lab, page }) => {
  await openApp(lab);
  await expect(page.locator('fairsay-embed')).toBeVisible();
  await expectNothing(lab);
  await page.getByRole('button', { name: 'Clicked 0' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Clicked 1' })).toBeVisible();
  await lab.decide('acceptAll');
  await expectLoaded(lab);
  await expect(page.getByText('Allowed')).toBeVisible();
  // StrictMode mounts twice; the script of the first mount was taken out again and does not run.
  expect(await page.evaluate('mounts.length')).toBe(2);
  expect(lab.requested().sort()).toEqual(['/a.js?2', '/frame.html', '/pixel.gif']);
  expect(await page.evaluate('problems')).toEqual([]);
});

test('a route that goes takes its placeholder along, and what waited there is never asked for', async ({
  lab,
  page,
}) => {
  await openApp(lab);
  await expect(page.locator('fairsay-embed')).toBeVisible();
  await page.evaluate(`route('empty')`);
  await expect(page.getByText('Nothing here')).toBeVisible();
  await expect(page.locator('fairsay-embed')).toHaveCount(0);
  await lab.decide('acceptAll');
  await expectNothing(lab);
  await page.evaluate(`route('film')`);
  await expectLoaded(lab);
  expect(await page.evaluate('problems')).toEqual([]);
});

test('after a withdrawal the next route holds again, and React goes on drawing', async ({ lab, page }) => {
  await openApp(lab);
  await lab.decide('acceptAll');
  await expectLoaded(lab);
  await lab.decide('withdraw');
  await expect(page.getByText('Held')).toBeVisible();
  await page.evaluate(`route('empty')`);
  await expect(page.getByText('Nothing here')).toBeVisible();
  lab.site.clearLog();
  await page.evaluate(`route('film')`);
  await expect(page.locator('fairsay-embed')).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(lab.requested()).toEqual([]);
  expect(await page.evaluate('problems')).toEqual([]);
});

test('what a server drew is hydrated, held until a yes, and works', async ({ lab, page }) => {
  await openApp(lab, true);
  await expect(page.locator('fairsay-embed')).toHaveCount(1);
  await page.getByRole('button', { name: 'Clicked 0' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Clicked 1' })).toBeVisible();
  expect(await lab.ran()).toEqual([]);
  await lab.decide('acceptAll');
  await expectLoaded(lab);
  await expect(page.getByText('Allowed')).toBeVisible();
  await lab.warned('UNMARKED img');
  await lab.warned('UNMARKED iframe');
});
