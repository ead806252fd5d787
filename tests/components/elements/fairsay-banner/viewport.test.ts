import { expect } from '@open-wc/testing';
import { ar } from '../../../../src/locales/ar.js';
import { de } from '../../../../src/locales/de.js';
import { BannerHarness, type BannerAction } from '../../../support/harness/banner-harness.js';
import { expectSameSize, looks, painted, resetPage, resizeTo } from '../../../support/harness/page-harness.js';

describe('<fairsay-banner> on screens of all sizes', () => {
  beforeEach(resetPage);

  after(async () => {
    await resizeTo(800, 600);
  });

  it('takes less than half of a small phone, with its buttons in view', async () => {
    await resizeTo(360, 640);
    const banner = await BannerHarness.create();
    expect(banner.box.height).to.be.below(320);
    for (const button of banner.buttons) {
      expect(button.getBoundingClientRect().bottom).to.be.at.most(innerHeight);
    }
    expect(banner.part('text').getBoundingClientRect().height).to.be.above(0);
  });

  it('is reached by scrolling up and down alone where there is almost no room', async () => {
    await resizeTo(320, 256);
    const banner = await BannerHarness.create();
    const { region } = banner;
    expect(banner.box.top).to.be.at.least(0);
    expect(banner.box.bottom).to.be.at.most(innerHeight);
    expect(region.scrollWidth).to.equal(region.clientWidth);
    for (const button of banner.buttons) {
      button.scrollIntoView();
      expect(button.getBoundingClientRect().bottom).to.be.at.most(banner.box.bottom);
    }
  });

  it('lets the keyboard scroll a text that does not fit', async () => {
    await resizeTo(360, 640);
    const banner = await BannerHarness.create();
    const body = banner.part('body');
    expect(body.scrollHeight).to.be.above(body.clientHeight);
    expect(body.tabIndex).to.equal(0);
  });

  it('fades out what goes on below the edge, until its end is reached or it fits', async () => {
    await resizeTo(360, 640);
    const banner = await BannerHarness.create();
    const body = banner.part('body');
    const isFaded = (): boolean => getComputedStyle(body).maskImage !== 'none';
    expect(isFaded()).to.equal(true);
    body.scrollTop = body.scrollHeight;
    await painted();
    expect(isFaded()).to.equal(false);
    body.scrollTop = 0;
    await painted();
    expect(isFaded()).to.equal(true);
    await resizeTo(1280, 900);
    await painted();
    expect(isFaded()).to.equal(false);
  });

  for (const [locale, width] of [de, ar].flatMap((each) => [320, 360, 768, 1280].map((w) => [each, w] as const))) {
    it(`draws accepting and refusing alike in ${locale.lang} at ${width} pixels`, async () => {
      await resizeTo(width, 640);
      document.documentElement.lang = locale.lang;
      const banner = await BannerHarness.create({ locales: [locale] });
      const [accept, reject] = (['accept-all', 'reject-all'] as BannerAction[]).map((action) => banner.button(action));
      expect(accept?.textContent).to.equal(locale.messages.acceptAll);
      expectSameSize(accept as Element, reject as Element);
      expect(looks(accept as Element)).to.deep.equal(looks(reject as Element));
    });
  }

  it('draws them alike however long their words are, and cuts none off', async () => {
    await resizeTo(320, 568);
    const texts = {
      en: { acceptAll: 'Ja', rejectAll: 'Ablehnungsmöglichkeitenübersichtsschaltfläche und noch viel mehr' },
    };
    const banner = await BannerHarness.create({ settings: { texts } });
    const [accept, reject] = [banner.button('accept-all'), banner.button('reject-all')];
    expectSameSize(accept, reject);
    expect(reject.scrollWidth).to.be.at.most(reject.clientWidth);
    expect(reject.scrollHeight).to.be.at.most(reject.clientHeight);
  });
});
