import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { NewsletterHarness } from '../../../support/harness/newsletter-harness.js';
import { looks, resetPage } from '../../../support/harness/page-harness.js';

describe('<fairsay-newsletter> in forced colours', () => {
  beforeEach(async () => {
    resetPage();
    await emulateMedia({ forcedColors: 'active' });
  });

  after(async () => {
    await emulateMedia({ forcedColors: 'none' });
  });

  it('can be read, and draws saving and stopping alike, each with an edge', async () => {
    const panel = await NewsletterHarness.open();
    const { color, backgroundColor, borderTopColor } = getComputedStyle(panel.button('stop-all'));
    expect(color).not.to.equal(backgroundColor);
    expect(borderTopColor).not.to.equal(backgroundColor);
    expect(looks(panel.button('save'))).to.deep.equal(looks(panel.button('stop-all')));
    await expect(panel.element).to.be.accessible();
  });
});
