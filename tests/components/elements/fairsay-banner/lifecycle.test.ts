import { expect, oneEvent } from '@open-wc/testing';
import { shareFake } from '../../../support/fakes/fake-store.js';
import { BannerHarness } from '../../../support/harness/banner-harness.js';
import {
  addInShadow,
  addLongPage,
  addPageButton,
  addToPage,
  announced,
  expectFocus,
  openPageModal,
  painted,
  resetPage,
  watchListeners,
} from '../../../support/harness/page-harness.js';

describe('<fairsay-banner>', () => {
  beforeEach(resetPage);

  describe('lifecycle', () => {
    it('waits for a store that comes later', async () => {
      const banner = addToPage(document.createElement('fairsay-banner'));
      await banner.updateComplete;
      expect(banner.matches(':popover-open')).to.equal(false);
      const shown = oneEvent(banner, 'fairsay-show');
      shareFake();
      await shown;
    });

    it('draws nothing where nothing is asked', async () => {
      const banner = await BannerHarness.create({ answers: { functional: false, analytics: false, marketing: false } });
      expect(banner.shown).to.equal(false);
    });

    it('goes where another tab has answered, and comes back where the answer is forgotten', async () => {
      const banner = await BannerHarness.create();
      banner.store.answer({ functional: false, analytics: false, marketing: false });
      await banner.settled();
      expect(banner.shown).to.equal(false);
      banner.store.forget();
      await banner.settled();
      expect(banner.shown).to.equal(true);
    });

    it('stays away where nothing is open, even when asked to come', async () => {
      const banner = await BannerHarness.create({ answers: { functional: true, analytics: true, marketing: true } });
      banner.element.show();
      await banner.settled();
      expect(banner.shown).to.equal(false);
    });

    it('comes back when asked to after it was closed', async () => {
      const banner = await BannerHarness.create();
      await banner.close();
      banner.element.show();
      await banner.settled();
      expect(banner.shown).to.equal(true);
    });

    it('believes no event, only the store', async () => {
      const banner = await BannerHarness.create();
      document.dispatchEvent(new CustomEvent('fairsay-consent', { detail: { state: { asking: [] } } }));
      await banner.settled();
      expect(banner.shown).to.equal(true);
    });

    it('follows a store that takes the place of another', async () => {
      const banner = await BannerHarness.create();
      shareFake({ answers: { functional: false, analytics: false, marketing: false } });
      await banner.settled();
      expect(banner.shown).to.equal(false);
    });

    it('comes back after it was moved, and keeps what was closed closed', async () => {
      const banner = await BannerHarness.create();
      const place = addToPage(document.createElement('div'));
      place.append(banner.element);
      await banner.settled();
      expect(banner.shown).to.equal(true);
      await banner.close();
      document.body.append(banner.element);
      await banner.settled();
      expect(banner.shown).to.equal(false);
    });

    it('leaks no listener when it is taken out and put back ten times', async () => {
      const listeners = watchListeners();
      const banner = await BannerHarness.create();
      const once = listeners.count;
      for (let time = 0; time < 10; time += 1) {
        banner.element.remove();
        expect(listeners.count).to.equal(0);
        document.body.append(banner.element);
      }
      await banner.settled();
      expect(listeners.count).to.equal(once);
      expect(banner.shown).to.equal(true);
      banner.element.remove();
      listeners.end();
    });

    it('shows one of two copies, and the other where the first has gone', async () => {
      const first = await BannerHarness.create();
      const second = new BannerHarness(addToPage(document.createElement('fairsay-banner')), first.store);
      await second.settled();
      expect([first.shown, second.shown]).to.deep.equal([true, false]);
      first.element.remove();
      await second.settled();
      expect(second.shown).to.equal(true);
    });

    it('shows itself inside a shadow root', async () => {
      const store = shareFake();
      const banner = new BannerHarness(addInShadow(document.createElement('fairsay-banner')), store);
      await banner.settled();
      expect(banner.shown).to.equal(true);
    });

    for (const where of ['page', 'shadow'] as const) {
      it(`gives way to a modal dialog in the ${where}, and returns when it closes`, async () => {
        const banner = await BannerHarness.create();
        const gone = banner.next('hide');
        const dialog = openPageModal(where);
        await gone;
        banner.button('accept-all').click();
        banner.store.change('signal');
        await banner.settled();
        expect(banner.shown).to.equal(false);
        expect(banner.store.calls).to.deep.equal([]);
        const back = banner.next('show');
        dialog.close();
        await back;
        expect(banner.shown).to.equal(true);
      });
    }

    it('does not come over a modal dialog that is open already', async () => {
      const dialog = openPageModal();
      const banner = await BannerHarness.create();
      expect(banner.shown).to.equal(false);
      const back = banner.next('show');
      dialog.remove();
      await back;
      expect(banner.shown).to.equal(true);
    });

    it('says once what was saved, and never moves the focus for it', async () => {
      const button = addPageButton();
      const banner = await BannerHarness.create();
      button.focus();
      const said = announced();
      await banner.accept();
      expect(await said).to.equal('Your choices are saved.');
      expectFocus(button);
    });

    it('tells the page where something hides it', async () => {
      const parent = addToPage(document.createElement('div'));
      const store = shareFake();
      const told = oneEvent(document, 'fairsay-suppressed');
      parent.style.display = 'none';
      parent.append(document.createElement('fairsay-banner'));
      expect((await told).detail).to.deep.equal({ what: 'banner', why: 'hidden' });
      expect(store.calls).to.deep.equal([]);
    });
  });

  describe('place', () => {
    it('stands at the side where reading starts', async () => {
      const start = await BannerHarness.create();
      expect(start.box.left).to.be.below(innerWidth - start.box.right);
      start.element.remove();
      document.documentElement.dir = 'rtl';
      const banner = await BannerHarness.create();
      expect(banner.box.left).to.be.above(innerWidth - banner.box.right);
    });

    it('scrolls what has the focus out from under it', async () => {
      await addLongPage();
      const button = addPageButton();
      button.style.cssText = `position: absolute; inset: ${innerHeight - 60}px auto auto 30px`;
      const banner = await BannerHarness.create();
      button.focus();
      await painted();
      expect(button.getBoundingClientRect().bottom).to.be.at.most(banner.box.top);
    });

    it('moves to the other edge where the page cannot scroll', async () => {
      const button = addPageButton();
      button.style.cssText = 'position: fixed; inset: auto auto 30px 30px';
      const banner = await BannerHarness.create();
      button.focus();
      await painted();
      expect(banner.box.bottom).to.be.at.most(button.getBoundingClientRect().top);
      button.style.cssText = 'position: fixed; inset: 30px auto auto 30px';
      button.blur();
      button.focus();
      await painted();
      expect(banner.box.top).to.be.at.least(button.getBoundingClientRect().bottom);
    });
  });
});
