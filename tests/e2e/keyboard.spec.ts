/** Whole journeys by keyboard alone, and what closing writes: nothing. */
import type { Locator } from '@playwright/test';
import { expect, test, type Lab } from '../support/lab.js';

/** Presses Tab until a control has the focus, and says how often. */
async function tabTo({ page }: Lab, control: Locator): Promise<number> {
  const hasFocus = () => control.evaluate((node) => node.matches(':focus'));
  for (let presses = 1; presses <= 30; presses += 1) {
    await page.keyboard.press('Tab');
    if (await hasFocus()) {
      return presses;
    }
  }
  throw new Error(`${String(control)} cannot be reached by Tab.`);
}

async function press(lab: Lab, control: Locator, key = 'Enter'): Promise<void> {
  await tabTo(lab, control);
  await lab.page.keyboard.press(key);
}

const toggle = (lab: Lab, name: string) => lab.preferences.getByRole('switch', { name });

/** Nothing was answered and nothing is kept. */
async function expectNothingWritten(lab: Lab): Promise<void> {
  expect(await lab.cookie()).toBeUndefined();
  expect(await lab.causes()).toEqual(['unasked']);
  expect(await lab.allows('analytics')).toBe(false);
}

for (const [name, released] of [
  ['Accept all', true],
  ['Reject all', false],
] as const) {
  test(`by keyboard alone: ${name}`, async ({ lab }) => {
    await lab.ask();
    await press(lab, lab.button(name));
    await expect(lab.banner).toBeHidden();
    await expect.poll(() => lab.causes()).toEqual(['unasked', 'choice']);
    await (released ? lab.expectReleased() : lab.expectHeld());
    await lab.again();
    await lab.page.waitForLoadState('networkidle');
    await expect(lab.banner).toHaveCount(0);
  });
}

test('by keyboard alone: choose a mix, come back, and take it back', async ({ lab, page }) => {
  await lab.ask();
  await press(lab, lab.button('Choose'));
  await expect(lab.preferences).toBeVisible();
  await press(lab, toggle(lab, 'Analytics'), 'Space');
  await press(lab, lab.preferences.getByRole('button', { name: 'Save choices' }));
  await expect(lab.preferences).toBeHidden();
  await expect(lab.banner).toBeHidden();
  await expect.poll(() => lab.ran()).toEqual(['analytics']);
  expect(lab.requested()).toEqual([]);
  expect((await lab.state()).categories).toMatchObject({
    functional: { state: 'denied' },
    analytics: { state: 'granted' },
    marketing: { state: 'denied' },
  });

  await lab.again();
  await press(lab, lab.button('Privacy choices'));
  await expect(toggle(lab, 'Analytics')).toBeChecked();
  await expect(toggle(lab, 'Marketing')).not.toBeChecked();
  await press(lab, lab.preferences.getByRole('button', { name: 'Reject all' }));
  await expect(lab.preferences).toBeHidden();
  await expect(lab.button('Privacy choices')).toBeFocused();
  await expect.poll(() => lab.causes()).toEqual(['restored', 'withdrawn']);
  await page.reload();
  await lab.expectHeld();
});

test('Escape closes the preferences and writes nothing, and the focus goes back to the banner', async ({
  lab,
  page,
}) => {
  await lab.ask();
  await press(lab, lab.button('Choose'));
  await expect(lab.preferences).toBeVisible();
  await press(lab, toggle(lab, 'Analytics'), 'Space');
  await page.keyboard.press('Escape');
  await expect(lab.preferences).toBeHidden();
  await expect(lab.banner).toBeVisible();
  await expect(lab.button('Choose')).toBeFocused();
  await expectNothingWritten(lab);
});

test('Escape closes the preferences, and the focus goes back to what opened them', async ({ lab, page }) => {
  await lab.ask();
  await lab.decide('rejectAll');
  await press(lab, lab.button('Privacy choices'));
  await expect(lab.preferences).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(lab.preferences).toBeHidden();
  await expect(lab.button('Privacy choices')).toBeFocused();
  expect(await lab.causes()).toEqual(['unasked', 'choice']);
});

test('what was switched and not saved is forgotten', async ({ lab, page }) => {
  await lab.ask();
  await lab.button('Choose').click();
  await toggle(lab, 'Analytics').check();
  await page.keyboard.press('Escape');
  await expect(lab.preferences).toBeHidden();
  await lab.button('Choose').click();
  await expect(toggle(lab, 'Analytics')).not.toBeChecked();
});

test('closing the banner writes nothing, and it comes back on the next page', async ({ lab }) => {
  await lab.ask();
  await press(lab, lab.button('Close, and leave it all off'));
  await expect(lab.banner).toBeHidden();
  await lab.expectHeld();
  await expectNothingWritten(lab);
  await lab.again();
  await expect(lab.banner).toBeVisible();
  await lab.expectHeld();
});

test('Escape on the banner writes nothing', async ({ lab, page }) => {
  await lab.ask();
  await tabTo(lab, lab.button('Accept all'));
  await page.keyboard.press('Escape');
  await expectNothingWritten(lab);
  await lab.expectHeld();
});

test('the banner takes no focus, and Tab leaves it', async ({ lab, page }) => {
  await lab.ask();
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  await tabTo(lab, lab.button('Choose'));
  await tabTo(lab, lab.button('Add to basket'));
  await page.keyboard.press('Enter');
  await expect(lab.button('In your basket')).toBeVisible();
});

test('a widget of the page that goes on taking the focus gets no tug of war, and the preferences can be closed', async ({
  lab,
  page,
}) => {
  await lab.ask({ body: '<input id="chat" aria-label="Chat">' });
  await lab.button('Privacy choices').click();
  await expect(lab.preferences).toBeVisible();
  const taken = await page.evaluate(async () => {
    let times = 0;
    document.querySelector('fairsay-preferences')?.shadowRoot?.addEventListener('focusin', () => {
      times += 1;
    });
    for (let frame = 0; frame < 30; frame += 1) {
      document.querySelector<HTMLElement>('#chat')?.focus();
      await new Promise(requestAnimationFrame);
    }
    return times;
  });
  expect(taken).toBeLessThanOrEqual(1);
  await page.keyboard.press('Escape');
  await expect(lab.preferences).toBeHidden();
  await expectNothingWritten(lab);
});
