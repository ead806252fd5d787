/** Where the record stands: on this host, or shared with every subdomain, and once. See *Storage* in docs/faults.md. */
import { expect, test, type Lab } from '../../support/lab.js';
import { cookiesOf, openAt } from '../../support/pages/domains.js';

const AUTO = { config: { record: { domain: 'auto' } } };

const domains = async (lab: Lab) => (await cookiesOf(lab, 'fairsay')).map(({ domain }) => domain);

for (const [host, domain] of [
  ['www.example.test', '.example.test'],
  ['a.b.c.example.test', '.example.test'],
  ['example.test', '.example.test'],
  // The ending `co.uk` is public: no shop may write there, and counting labels would.
  ['shop.example.co.uk', '.example.co.uk'],
] as const) {
  test(`with the domain found out, ${host} keeps the record for ${domain}`, async ({ lab }) => {
    await openAt(lab, `https://${host}/lab.html`, AUTO);
    await lab.decide('rejectAll');
    expect(await domains(lab)).toEqual([domain]);
    expect(await cookiesOf(lab, /probe/)).toEqual([]);
  });
}

test('with the domain found out an answer on one subdomain holds on another', async ({ lab }) => {
  await openAt(lab, 'https://www.example.test/lab.html', AUTO);
  await lab.decide('acceptAll');
  await openAt(lab, 'https://other.example.test/lab.html', AUTO);
  await expect.poll(() => lab.causes()).toEqual(['restored']);
  await lab.decide('withdraw');
  await openAt(lab, 'https://www.example.test/lab.html', AUTO);
  expect(await lab.allows('analytics')).toBe(false);
});

test('with the domain found out, a trial that another page has left open misleads nobody', async ({ lab, page }) => {
  const left = { name: 'fairsay-probe', value: '1', domain: 'shop.example.co.uk', path: '/' };
  await page.context().addCookies([left]);
  await openAt(lab, 'https://shop.example.co.uk/lab.html', AUTO);
  await lab.decide('rejectAll');
  expect(await domains(lab)).toEqual(['.example.co.uk']);
});

test('with the domain found out, localhost keeps the record for itself', async ({ lab }) => {
  await lab.ask(AUTO);
  await lab.decide('rejectAll');
  expect(await domains(lab)).toEqual(['localhost']);
});

test('a domain that is not this page’s keeps nothing: this host stands in, and the console says so', async ({
  lab,
}) => {
  await openAt(lab, 'https://www.example.test/lab.html', { config: { record: { domain: 'shop.example' } } });
  await lab.decide('rejectAll');
  await lab.warned('NOT-KEPT record.domain: ');
  expect(await domains(lab)).toEqual(['www.example.test']);
  expect((await lab.state()).persisted).toBe(true);
});

test('an answer removes every other cookie of our name: on this host, on its parents and on every path', async ({
  lab,
  page,
}) => {
  const url = 'https://www.example.test/shop/lab.html';
  await openAt(lab, url, AUTO);
  await lab.decide('acceptAll');
  const [{ value: yes = '' } = {}] = await cookiesOf(lab, 'fairsay');
  await lab.decide('rejectAll');
  const [{ value: no = '' } = {}] = await cookiesOf(lab, 'fairsay');
  const places = [
    { domain: 'www.example.test', path: '/' },
    { domain: 'www.example.test', path: '/shop' },
    { domain: '.www.example.test', path: '/shop/' },
    { domain: '.example.test', path: '/' },
  ];
  for (const [index, place] of places.entries()) {
    // The newest is a refusal, wherever it stands among older permissions.
    const older = places.map((other) => ({
      name: 'fairsay',
      secure: true,
      ...other,
      value: other === place ? no : yes,
    }));
    await page.context().clearCookies();
    await page.context().addCookies(older);
    await openAt(lab, url, AUTO);
    expect(await lab.allows('analytics'), String(index)).toBe(false);
    await lab.decide('save', { functional: true });
    const left = await cookiesOf(lab, 'fairsay');
    expect(left).toMatchObject([{ domain: '.example.test', path: '/' }]);
    expect(left[0]?.value).toMatch(/^1\.3\..*functional:g:.*analytics:d:/);
  }
});

test('to forget removes the record on this host and on its parents', async ({ lab, page }) => {
  await openAt(lab, 'https://www.example.test/lab.html', AUTO);
  await lab.decide('acceptAll');
  const [{ value = '' } = {}] = await cookiesOf(lab, 'fairsay');
  await page.context().addCookies([{ name: 'fairsay', value, domain: 'www.example.test', path: '/' }]);
  await lab.decide('forget');
  expect(await cookiesOf(lab, 'fairsay')).toEqual([]);
});

test('with the code that keeps answers blocked a withdrawal drops a shared record too', async ({ lab, page }) => {
  await openAt(lab, 'https://www.example.test/lab.html', AUTO);
  await lab.decide('acceptAll');
  await page.route(/chunks\/actions-/, (route) => route.abort());
  await page.goto('https://www.example.test/lab.html');
  expect(await lab.allows('analytics')).toBe(true);
  await lab.call('withdraw');
  await lab.warned('NOT-DECIDED save: ');
  expect(await lab.allows('analytics')).toBe(false);
  expect(await cookiesOf(lab, 'fairsay')).toEqual([]);
});
