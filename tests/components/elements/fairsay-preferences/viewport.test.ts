import { expect } from '@open-wc/testing';
import { PreferencesHarness } from '../../../support/harness/preferences-harness.js';
import { resetPage, resizeTo } from '../../../support/harness/page-harness.js';
import { SHOP } from '../../../support/shop.js';

describe('<fairsay-preferences> on a small screen', () => {
  beforeEach(resetPage);

  after(async () => {
    await resizeTo(800, 600);
  });

  it('needs no scrolling to the side at 320 pixels', async () => {
    await resizeTo(320, 640);
    const preferences = await PreferencesHarness.open({ settings: SHOP });
    await preferences.openServices(2);
    const { dialog } = preferences;
    expect(dialog.scrollWidth).to.be.at.most(dialog.clientWidth);
    expect(dialog.getBoundingClientRect().right).to.be.at.most(innerWidth);
  });
});
