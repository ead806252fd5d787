/** Reading the notice: coming to a section, finding how things stand, changing that, and taking it along. */
import { DECLARED, expect, FACTS, flat, test, type NoticePage } from './stage.js';

const SOON = '2026-10-01T12:00:00Z';

/** What is told of a service. */
const toldOf = (notice: NoticePage, service: string) =>
  notice
    .section('storage')
    .locator('div')
    .filter({ has: notice.page.getByRole('heading', { name: service }) });

test('a link to any section opens the notice there, and marks it in the contents', async ({ notice, page }) => {
  await notice.open();
  for (const anchor of await notice.anchors()) {
    await page.goto('about:blank');
    await notice.open({ anchor });
    await expect(notice.section(anchor).getByRole('heading').first()).toBeInViewport();
    await expect(notice.all.locator('nav [aria-current="location"]')).toHaveAttribute('href', `#${anchor}`);
  }
});

test('the first layer and the contents lead to each section', async ({ notice, page }) => {
  await notice.open();
  for (const list of ['#fairsay-summary', '#fairsay-contents']) {
    for (const link of await notice.all.locator(list).getByRole('link').all()) {
      await link.click();
      const { hash } = new URL(page.url());
      expect(hash).toBe(await link.getAttribute('href'));
      await expect(notice.section(hash.slice(1)).getByRole('heading').first()).toBeInViewport();
    }
  }
});

test('the anchors are the same in each version of the notice, and in each language', async ({ notice, site }) => {
  await notice.open();
  const anchors = await notice.anchors();
  const [newest, ...older] = DECLARED.notice?.versions ?? [];
  const next = {
    id: '3.0',
    date: '2026-11-01',
    changes: [{ kind: 'changed', section: 'rights', text: 'All.' }],
  } as const;
  const rights = { id: 'rights', title: 'What you can ask of us', text: ['Everything.'] };
  for (const versions of [older, [{ ...next, changes: [...next.changes] }, ...(newest ? [newest] : []), ...older]]) {
    const sections = [...(DECLARED.notice?.sections ?? []), rights];
    site.config = { ...DECLARED, notice: { ...DECLARED.notice, versions, sections } };
    await notice.open();
    expect(await notice.anchors()).toEqual(anchors);
  }
  await notice.open({ lang: 'de' });
  expect(await notice.anchors()).toEqual(anchors);
});

test('the notice says how each service stands for this visitor, and a button in it changes that', async ({
  lab,
  notice,
  page,
}) => {
  await notice.open();
  await expect(toldOf(notice, 'Your basket')).toContainText('Always on');
  await expect(toldOf(notice, 'Visit counter')).toContainText('Off until you allow it');
  await lab.button('Accept all').click();
  await expect(toldOf(notice, 'Visit counter')).toContainText('On, as you chose');
  await notice.section('storage').getByRole('button', { name: 'Change your choices' }).click();
  await lab.preferences.getByRole('switch', { name: 'Visits' }).uncheck();
  await lab.preferences.getByRole('button', { name: 'Save' }).click();
  await expect(lab.preferences).toBeHidden();
  await expect(toldOf(notice, 'Visit counter')).toContainText('Off, as you chose');
  await expect(toldOf(notice, 'Product films')).toContainText('On, as you chose');
  await page.reload();
  await expect(toldOf(notice, 'Visit counter')).toContainText('Off, as you chose');
});

test('reading the notice and following its links answers nothing', async ({ lab, notice }) => {
  await notice.open();
  for (const link of await notice.all.locator('#fairsay-contents').getByRole('link').all()) {
    await link.click();
  }
  expect(await lab.cookie()).toBeUndefined();
  await expect(lab.button('Accept all')).toBeVisible();
});

test('whoever chose before the newest version is told what has changed since, and asked nothing', async ({
  lab,
  notice,
  page,
}) => {
  const note = notice.all.getByText('Changed since your choice on July 1, 2026:');
  await page.clock.install({ time: '2026-07-01T12:00:00Z' });
  await notice.open();
  await lab.button('Reject all').click();
  await expect(lab.button('Reject all')).toBeHidden();
  await expect(note).toBeHidden();
  await page.clock.setSystemTime(SOON);
  await notice.open();
  await expect(note).toBeVisible();
  await expect(notice.section('fairsay-summary')).toContainText('The video host that plays our films');
  await expect(notice.section('fairsay-summary')).not.toContainText('Each cookie by its name');
  await expect(lab.button('Reject all')).toBeHidden();
});

test('the notice is handed out as text, with every fact and every section', async ({ notice }) => {
  await notice.open();
  const text = await notice.download('Download as text');
  for (const word of FACTS.flatMap(({ names, words }) => [...names, ...words])) {
    expect(flat(text)).toContain(flat(word));
  }
  for (const anchor of await notice.anchors()) {
    expect(text).toContain(`(#${anchor})`);
  }
});

test('the notice is handed out as JSON, offline too, with its version and every section', async ({ notice, page }) => {
  await page.clock.install({ time: SOON });
  await notice.open({ lang: 'de' });
  await page.context().setOffline(true);
  const file = JSON.parse(await notice.download('Als Daten herunterladen (JSON)')) as {
    lang: string;
    version: string;
    sections: { id: string }[];
  };
  expect([file.lang, file.version]).toEqual(['de', '2.1']);
  expect(file.sections.map(({ id }) => id)).toEqual(await notice.anchors());
});
