/** Pages that take names, override what is built in, throw and forge. See *Hostile pages* in docs/faults.md. */
import { expect, test } from '../../support/lab.js';

test('an attribute and a property set before the code came are kept', async ({ lab, page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));
  await lab.ask({
    body: `<fairsay-link no-signal></fairsay-link><fairsay-link id="by-script"></fairsay-link>
      <script>document.querySelector('#by-script').noSignal = true</script><fairsay-link></fairsay-link>`,
  });
  await expect(page.locator('fairsay-link').getByRole('button', { name: 'Privacy choices' })).toHaveCount(3);
  await expect(page.getByText('Global Privacy Control is on, and honoured.')).toHaveCount(1);
});

test('a banner moved a hundred times still asks, and an answer is one decision', async ({ lab, page }) => {
  await lab.ask();
  await page.locator('fairsay-banner').evaluate((banner) => {
    for (let index = 0; index < 100; index += 1) {
      document.body[index % 2 ? 'append' : 'prepend'](banner);
    }
  });
  await expect(lab.banner).toBeVisible();
  await lab.button('Accept all').click();
  await lab.expectReleased();
  expect(await lab.causes()).toEqual(['unasked', 'choice']);
  expect((await lab.state()).decision).toMatchObject({ seq: 1 });
});

/** Markup whose names stand in the way of a name on `window` or on `document`. */
const CLOBBERS = {
  'names on window': `<form id="fairsay"><input name="q"><input name="start"></form><img name="dataLayer" alt="">
    <a id="config"></a><a id="Event"></a><form name="gtag"></form><a id="customElements"></a>`,
  'names on document': '<form name="getElementById"></form><form name="cookie"></form><img name="readyState" alt="">',
};

for (const [kind, markup] of Object.entries(CLOBBERS)) {
  test(`markup that takes ${kind} is no configuration and no grant`, async ({ lab, page }) => {
    await lab.open({ tag: '', body: `${markup}<p>Shop</p>` });
    await page.addScriptTag({ url: '/dist/fairsay.js' });
    await expect(lab.banner).toBeVisible();
    await lab.expectHeld();
    await lab.button('Reject all').click();
    await expect(lab.banner).toBeHidden();
    expect(await lab.allows('analytics')).toBe(false);
  });
}

/** What a page can break before anything else runs. */
const OVERRIDES = {
  'JSON.parse': () => {
    JSON.parse = () => ({ categories: null });
  },
  'Array.prototype.push': () => {
    Array.prototype.push = () => 0;
  },
  Event: () => {
    window.Event = class {
      constructor() {
        throw new Error('No events here.');
      }
    } as never;
  },
  'document.cookie': () => {
    Object.defineProperty(document, 'cookie', { get: () => ({ split: () => ['fairsay=1'] }), set: () => undefined });
  },
};

for (const [name, override] of Object.entries(OVERRIDES)) {
  test(`with ${name} overridden nothing is granted by mistake`, async ({ lab, page }) => {
    await lab.open({ before: `<script>(${override.toString()})()</script>`, config: { lang: 'en' } });
    await page.waitForLoadState('networkidle');
    expect(await lab.allows('analytics')).toBe(false);
    await lab.expectHeld();
    // What is broken may be said; without events not even that can be told quietly.
    lab.expectsWarnings();
    if (name === 'Event') {
      lab.errors.length = 0;
    }
  });
}

test('a subscriber that throws is a warning, and everyone else hears, after the answer is stored', async ({
  lab,
  page,
}) => {
  await lab.ask();
  await page.evaluate(() => {
    window.fairsay?.subscribe?.(({ cause }) => {
      if (cause === 'choice') {
        throw new Error('Not today.');
      }
    });
    window.fairsay?.subscribe?.(({ cause }) =>
      window.ran.push(`${cause} ${String(/fairsay=1/.test(document.cookie))}`),
    );
  });
  await lab.button('Reject all').click();
  await expect.poll(() => lab.ran()).toEqual(['unasked false', 'choice true']);
  await lab.warned('LISTENER subscribe: ');
});

test('a page listener that throws leaves the answer as it is', async ({ lab, page }) => {
  await lab.ask();
  await page.evaluate(() => {
    document.addEventListener('fairsay-consent', () => {
      throw new Error('Not today.');
    });
  });
  await lab.button('Accept all').click();
  await lab.expectReleased();
  expect(await lab.cookie()).toBeDefined();
  expect(lab.errors.splice(0)).toEqual(['Error: Not today.']);
});

test('a forged event grants nothing and answers nothing', async ({ lab, page }) => {
  await lab.ask();
  await page.evaluate(() => {
    const all = { state: 'granted', allowed: true, why: 'choice' };
    const state = { categories: { analytics: all, marketing: all, functional: all }, services: {}, asking: [] };
    const detail = { cause: 'choice', state, previous: state, changed: ['analytics'], persisted: true, elements: [] };
    for (const type of ['fairsay-consent', 'fairsay-release', 'fairsay-hide']) {
      document.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
    }
    postMessage({ fairsay: detail }, '*');
  });
  await lab.expectHeld();
  await expect(lab.banner).toBeVisible();
  expect(await lab.allows('analytics')).toBe(false);
  expect(await lab.cookie()).toBeUndefined();
});
