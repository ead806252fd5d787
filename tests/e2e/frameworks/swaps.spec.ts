/** Pages whose body is swapped for the next one's, by Turbo and by view transitions as Astro does. */
import { expect, test, type Lab } from '../../support/lab.js';
import { addScript, expectNothing, run } from '../hosts/stage.js';
import { framed, marked, tagsOf } from './stage.js';

/** Two pages that lead to each other. */
async function openPair(lab: Lab, head: string): Promise<void> {
  const page = (name: string, other: string): string =>
    `<h2>Page ${name}</h2><a href="/${other}.html">To ${other}</a>${marked(name)}`;
  lab.put(framed(lab, head, { path: '/two.html', body: page('two', 'one') }));
  await lab.ask(framed(lab, head, { path: '/one.html', body: page('one', 'two') }));
}

/** Goes to the other page, and is there without a load. */
async function go(lab: Lab, name: string): Promise<void> {
  await lab.page.evaluate('window.same = true');
  await lab.page.getByRole('link', { name: `To ${name}` }).click();
  await expect(lab.page.getByRole('heading', { name: `Page ${name}` })).toBeVisible();
  expect(await lab.page.evaluate('window.same')).toBe(true);
}

/** Swaps the body as Astro's router does: for one that was read elsewhere, inside a view transition. */
const SWAP = `<script>
  addEventListener('click', async (event) => {
    const link = event.target.closest('a');
    if (!link) return;
    event.preventDefault();
    const next = new DOMParser().parseFromString(await (await fetch(link.href)).text(), 'text/html');
    document.startViewTransition(() => {
      history.pushState({}, '', link.href);
      document.body.replaceWith(next.body);
    });
  });
</script>`;

const WAYS: Readonly<Record<string, (lab: Lab) => string>> = {
  Turbo: (lab) => tagsOf(lab, 'turbo'),
  'a view transition': () => SWAP,
};

for (const [name, headOf] of Object.entries(WAYS)) {
  test(`with ${name} the banner is there on the next page, once, and what is held there waits for its answer`, async ({
    lab,
  }) => {
    await openPair(lab, headOf(lab));
    await go(lab, 'two');
    await expect(lab.banner).toBeVisible();
    expect(await lab.page.locator('fairsay-banner').count()).toBe(1);
    await addScript(lab);
    await expectNothing(lab);
    await lab.button('Accept all').click();
    await expect.poll(async () => (await lab.ran()).sort()).toEqual(['a', 'two']);
    await expect(lab.banner).toBeHidden();
  });

  test(`with ${name} an answer holds on the next page, and a no is no there too`, async ({ lab }) => {
    await openPair(lab, headOf(lab));
    await lab.button('Reject all').click();
    await expect(lab.banner).toBeHidden();
    await go(lab, 'two');
    await addScript(lab);
    await expectNothing(lab);
    expect(await lab.page.locator('fairsay-banner:popover-open').count()).toBe(0);
    await lab.decide('acceptAll');
    await expect.poll(async () => (await lab.ran()).sort()).toEqual(['a', 'two']);
    await go(lab, 'one');
    // Turbo shows what it has of a page before it comes, and runs scripts of both, held or not.
    await expect.poll(async () => [...new Set(await lab.ran())].sort()).toEqual(['a', 'one', 'two']);
  });

  test(`with ${name} the way back in the footer of the next page opens the preferences`, async ({ lab }) => {
    await openPair(lab, headOf(lab));
    await lab.button('Accept all').click();
    await go(lab, 'two');
    await lab.page.getByRole('button', { name: 'Privacy choices' }).first().click();
    await expect(lab.preferences).toBeVisible();
  });
}

test('with Turbo a page that comes back from its cache asks once, and asks nothing that was answered', async ({
  lab,
}) => {
  await openPair(lab, tagsOf(lab, 'turbo'));
  await go(lab, 'two');
  await expect(lab.banner).toBeVisible();
  await lab.page.goBack();
  await expect(lab.page.getByRole('heading', { name: 'Page one' })).toBeVisible();
  await expect(lab.banner).toBeVisible();
  expect(await lab.page.locator('fairsay-banner').count()).toBe(1);
  await lab.button('Reject all').click();
  await lab.page.goForward();
  await expect(lab.page.getByRole('heading', { name: 'Page two' })).toBeVisible();
  await expectNothing(lab);
  expect(await lab.page.locator('fairsay-banner:popover-open').count()).toBe(0);
});

test('with Turbo the patches stay, and one event tells of one choice, after ten pages', async ({ lab }) => {
  await openPair(lab, tagsOf(lab, 'turbo'));
  for (let visit = 0; visit < 5; visit += 1) {
    await go(lab, 'two');
    await go(lab, 'one');
  }
  await run(lab, `void fetch(party + '/data.json')`);
  await expectNothing(lab);
  const told = (await lab.heard()).length;
  await lab.button('Accept all').click();
  await expect.poll(() => lab.requested()).toEqual(['/data.json']);
  expect((await lab.heard()).length).toBe(told + 1);
});

test('a banner that the page loses without a new body comes back, and answers', async ({ lab }) => {
  await lab.ask(framed(lab, ''));
  await lab.page.evaluate(`document.body.replaceChildren(document.createElement('p'))`);
  await lab.button('Reject all').click();
  await expect.poll(async () => (await lab.causes()).at(-1)).toBe('choice');
  await expect(lab.banner).toBeHidden();
});

test('a page that takes the banner out again and again has its way after three times, and nothing is granted', async ({
  lab,
  page,
}) => {
  await lab.ask(framed(lab, ''));
  const taken = await page.evaluate<number>(`new Promise((resolve) => {
    let taken = 0;
    const take = () => {
      const banner = document.querySelector('fairsay-banner');
      if (banner) {
        banner.remove();
        taken += 1;
      }
      // Four times: the first, and three more. Then a hundred more tasks bring no other.
      if (taken === 4) {
        let tasks = 0;
        const next = () => (tasks++ < 100 ? setTimeout(next) : resolve(taken));
        next();
      }
    };
    new MutationObserver(take).observe(document, { childList: true, subtree: true });
    take();
  })`);
  expect(taken).toBe(4);
  expect(await page.locator('fairsay-banner').count()).toBe(0);
  await addScript(lab);
  await expectNothing(lab);
});
