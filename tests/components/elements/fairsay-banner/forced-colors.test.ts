import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { BannerHarness } from '../../../support/harness/banner-harness.js';
import { looks, resetPage } from '../../../support/harness/page-harness.js';
import { PreferencesHarness } from '../../../support/harness/preferences-harness.js';
import { SHOP } from '../../../support/shop.js';

describe('forced colours', () => {
  beforeEach(async () => {
    resetPage();
    await emulateMedia({ forcedColors: 'active' });
  });

  after(async () => {
    await emulateMedia({ forcedColors: 'none' });
  });

  it('leave the banner readable, and its buttons alike', async () => {
    const banner = await BannerHarness.create({ settings: SHOP });
    const { color, backgroundColor } = getComputedStyle(banner.button('reject-all'));
    expect(color).not.to.equal(backgroundColor);
    expect(looks(banner.button('accept-all'))).to.deep.equal(looks(banner.button('reject-all')));
    await expect(banner.element).to.be.accessible();
  });

  it('leave the preferences readable, and a switch that is on unlike one that is off', async () => {
    const preferences = await PreferencesHarness.open({ settings: SHOP, answers: { analytics: true } });
    const [off, on] = ['functional', 'analytics'].map((id) => preferences.switchOf(id) as HTMLElement);
    expect(getComputedStyle(on as HTMLElement).backgroundColor).not.to.equal(
      getComputedStyle(off as HTMLElement).backgroundColor,
    );
    await expect(preferences.element).to.be.accessible();
  });
});
