import { expect } from '@open-wc/testing';
import { NewsletterHarness } from '../../../support/harness/newsletter-harness.js';
import { resetPage, resizeTo, sizeOf } from '../../../support/harness/page-harness.js';

describe('<fairsay-newsletter> on a small screen', () => {
  beforeEach(resetPage);

  after(async () => {
    await resizeTo(800, 600);
  });

  for (const [width, height] of [
    [320, 640],
    [320, 256],
  ] as const) {
    it(`needs no scrolling to the side at ${width} × ${height}`, async () => {
      await resizeTo(width, height);
      const panel = await NewsletterHarness.open();
      await panel.press('stop-all');
      await panel.server.refuse('failed');
      await panel.quiet();
      expect(panel.box.scrollWidth).to.be.at.most(panel.box.clientWidth);
      expect(panel.box.getBoundingClientRect().right).to.be.at.most(innerWidth);
      for (const action of ['save', 'stop-all', 'pause'] as const) {
        expect(sizeOf(panel.button(action)).height).to.be.at.least(44);
      }
    });
  }
});
