import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { de } from '../../../../src/locales/de.js';
import { ar } from '../../../../src/locales/ar.js';
import { shareFake } from '../../../support/fakes/fake-store.js';
import { BannerHarness } from '../../../support/harness/banner-harness.js';
import {
  addInShadow,
  addPageButton,
  expectFocus,
  painted,
  resetPage,
  setScheme,
  sizeOf,
} from '../../../support/harness/page-harness.js';
import { SHOP } from '../../../support/shop.js';

describe('<fairsay-banner>', () => {
  beforeEach(resetPage);

  describe('accessibility', () => {
    for (const [name, scheme, dir] of [
      ['light', 'light', 'ltr'],
      ['dark', 'dark', 'ltr'],
      ['right to left', 'light', 'rtl'],
    ] as const) {
      it(`has no violation, ${name}`, async () => {
        setScheme(scheme);
        document.documentElement.dir = dir;
        const banner = await BannerHarness.create({ settings: SHOP });
        await expect(banner.element).to.be.accessible();
      });
    }

    it('is a region that is named by what it is about', async () => {
      const { region } = await BannerHarness.create();
      expect(region.localName).to.equal('section');
      expect(region.ariaLabel).to.contain('Cookies');
    });

    it('leaves the page usable: it is not modal, and takes no focus', async () => {
      const button = addPageButton();
      button.focus();
      await BannerHarness.create();
      expectFocus(button);
      expect(document.querySelector(':modal')).to.equal(null);
    });

    it('locks no scrolling', async () => {
      await BannerHarness.create();
      expect(getComputedStyle(document.body).overflow).to.equal('visible');
      expect(getComputedStyle(document.documentElement).overflow).to.equal('visible');
    });

    it('says every purpose before the buttons', async () => {
      const banner = await BannerHarness.create();
      const purposes = banner.part('purposes');
      for (const button of [banner.closeButton, banner.button('accept-all').assignedSlot as HTMLElement]) {
        expect(purposes.compareDocumentPosition(button)).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
      }
    });

    it('names the button that closes by its effect', async () => {
      const { closeButton } = await BannerHarness.create();
      expect(closeButton.ariaLabel).to.contain('off');
    });

    it('has targets of at least 44 pixels', async () => {
      const banner = await BannerHarness.create();
      for (const button of [...banner.buttons, banner.closeButton]) {
        expect(sizeOf(button).height).to.be.at.least(44);
        expect(sizeOf(button).width).to.be.at.least(44);
      }
    });
  });

  describe('properties', () => {
    it('draws a category as the shop words it', async () => {
      const categories = [{ id: 'ads', basis: 'opt-in', label: 'Adverts', purpose: 'Pays for us.' }] as const;
      const banner = await BannerHarness.create({ settings: { categories } });
      expect(banner.purposes).to.deep.equal(['Adverts Pays for us.']);
    });

    it('asks about the open questions alone', async () => {
      const banner = await BannerHarness.create({ answers: { functional: true, analytics: false } });
      expect(banner.purposes).to.have.lengthOf(1);
      expect(banner.purposes[0]).to.contain('Marketing');
    });

    it('says who asks, for how long, that others are behind it, and that it can be changed', async () => {
      const { text } = await BannerHarness.create({ settings: SHOP });
      expect(text).to.contain('BagsOK').and.contain('182 days').and.contain('other companies').and.contain('change');
    });

    it('draws a site without a name, and junk in its place', async () => {
      const site = { name: undefined, links: { privacy: 7 } } as never;
      const banner = await BannerHarness.create({ settings: { site } });
      expect(banner.text).to.contain('This site');
      expect(banner.link?.getAttribute('href')).to.equal('7');
    });

    for (const address of ['javascript:alert(1)', ' java\nscript:alert(1)', 'data:text/html,x', 'https://[']) {
      it(`drops the address ${JSON.stringify(address)}`, async () => {
        const banner = await BannerHarness.create({ settings: { site: { links: { privacy: address } } } });
        expect(banner.link).to.equal(null);
      });
    }

    it('draws markup in a text as text', async () => {
      const banner = await BannerHarness.create({ settings: { site: { name: '<img src=x onerror=alert(1)>' } } });
      expect(banner.text).to.contain('<img src=x onerror=alert(1)>');
    });
  });

  describe('slots', () => {
    it('keeps its three buttons in the page, where tools that refuse find them', async () => {
      const banner = await BannerHarness.create();
      expect(banner.buttons.map((button) => button.dataset['action'])).to.deep.equal([
        'accept-all',
        'reject-all',
        'open-preferences',
      ]);
      expect(banner.buttons.map((button) => button.textContent)).to.deep.equal(['Accept all', 'Reject all', 'Choose']);
    });

    it('draws nothing that the page puts into it', async () => {
      const banner = await BannerHarness.create();
      const stranger = document.createElement('button');
      banner.element.append(stranger);
      expect(stranger.assignedSlot).to.equal(null);
    });

    it('has each button once after it was copied with its content', async () => {
      const banner = await BannerHarness.create();
      const copy = banner.element.cloneNode(true) as typeof banner.element;
      banner.element.replaceWith(copy);
      const copied = new BannerHarness(copy, banner.store);
      await copied.settled();
      expect(copied.buttons).to.have.lengthOf(3);
      copy.remove();
    });

    it('survives a translation that wraps the text of a button', async () => {
      const banner = await BannerHarness.create({ locales: [de] });
      const font = document.createElement('font');
      font.append(...banner.button('accept-all').childNodes);
      banner.button('accept-all').append(font);
      font.click();
      expect(banner.store.callsOf('acceptAll')).to.have.lengthOf(1);
    });
  });

  describe('events', () => {
    it('says that it has come and gone', async () => {
      const banner = await BannerHarness.create();
      const hidden = banner.next('hide');
      banner.button('reject-all').click();
      expect(await hidden).to.have.nested.property('detail.what', 'banner');
      const shown = banner.next('show');
      banner.store.forget();
      expect(await shown).to.have.nested.property('detail.what', 'banner');
    });

    it('accepts and refuses by the same number of presses', async () => {
      for (const [action, call] of [
        ['accept-all', 'acceptAll'],
        ['reject-all', 'rejectAll'],
      ] as const) {
        const banner = await BannerHarness.create();
        banner.button(action).click();
        expect(banner.store.calls).to.deep.equal([[call, 'script']]);
        banner.element.remove();
      }
    });

    it('is gone in the same task as the press', async () => {
      const banner = await BannerHarness.create();
      banner.button('reject-all').click();
      expect(banner.shown).to.equal(false);
    });

    it('is gone in the same task even where the decision takes its time', async () => {
      const banner = await BannerHarness.create();
      banner.store.rejectAll = () => undefined;
      banner.button('reject-all').click();
      expect(banner.shown).to.equal(false);
    });

    it('takes two presses for one decision', async () => {
      const banner = await BannerHarness.create();
      banner.button('accept-all').click();
      banner.button('accept-all').click();
      banner.button('reject-all').click();
      expect(banner.store.calls).to.have.lengthOf(1);
    });

    it('opens the preferences', async () => {
      const banner = await BannerHarness.create();
      banner.button('open-preferences').click();
      expect(banner.store.calls).to.deep.equal([['show', 'preferences']]);
      expect(banner.shown).to.equal(true);
    });

    it('closes without a word to the store, and stays away', async () => {
      const banner = await BannerHarness.create();
      await banner.close();
      banner.store.change('signal');
      await banner.settled();
      expect(banner.shown).to.equal(false);
      expect(banner.store.calls).to.deep.equal([]);
      expect(banner.store.state.asking).to.have.lengthOf(3);
    });
  });

  describe('keyboard', () => {
    it('is passed through in order, and left', async () => {
      const banner = await BannerHarness.create({ settings: SHOP });
      const after = addPageButton('After');
      const order = [banner.link, banner.closeButton, ...banner.buttons, after];
      banner.part('body').focus();
      for (const [index, stop] of order.entries()) {
        if (index > 0) {
          await sendKeys({ press: 'Tab' });
        } else {
          banner.link?.focus();
        }
        expectFocus(stop);
      }
    });

    for (const key of ['Enter', ' ']) {
      it(`decides by ${key.trim() || 'Space'}, once, and says that it was a hand`, async () => {
        const banner = await BannerHarness.create();
        banner.button('reject-all').focus();
        await sendKeys({ press: key });
        expect(banner.store.calls).to.deep.equal([['rejectAll', 'button']]);
      });
    }

    it('does nothing at any other key', async () => {
      const banner = await BannerHarness.create();
      banner.button('accept-all').focus();
      await sendKeys({ press: 'a' });
      await sendKeys({ press: 'Escape' });
      expect(banner.store.calls).to.deep.equal([]);
      expect(banner.shown).to.equal(true);
    });

    for (const action of ['accept-all', 'reject-all'] as const) {
      it(`gives the focus back after ${action}`, async () => {
        const before = addPageButton();
        const banner = await BannerHarness.create();
        before.focus();
        banner.button(action).focus();
        await banner[action === 'accept-all' ? 'accept' : 'reject']();
        expectFocus(before);
      });
    }

    it('shows where the focus is', async () => {
      const banner = await BannerHarness.create();
      banner.button('accept-all').focus();
      await sendKeys({ press: 'Tab' });
      const { outlineStyle, outlineWidth } = getComputedStyle(banner.button('reject-all'));
      expect(outlineStyle).to.equal('solid');
      expect(parseFloat(outlineWidth)).to.be.at.least(2);
    });
  });

  describe('parts and tokens', () => {
    it('draws the parts that its comment lists', async () => {
      const { parts } = await BannerHarness.create({ settings: SHOP });
      expect(new Set(parts)).to.deep.equal(new Set(['box', 'title', 'body', 'text', 'purposes', 'link', 'close']));
    });

    it('gives no part to the buttons that decide, nor to what holds them', async () => {
      const banner = await BannerHarness.create();
      for (const button of banner.buttons) {
        expect(button.hasAttribute('part')).to.equal(false);
        expect(button.assignedSlot?.hasAttribute('part')).to.equal(false);
        expect(button.assignedSlot?.parentElement?.hasAttribute('part')).to.equal(false);
      }
    });
  });

  describe('localisation', () => {
    const labels = (banner: BannerHarness): (string | null)[] => banner.buttons.map((button) => button.textContent);

    it('has the language and the direction of its texts', async () => {
      document.documentElement.lang = 'ar';
      const banner = await BannerHarness.create({ locales: [ar] });
      expect(banner.region.lang).to.equal('ar');
      expect(banner.region.dir).to.equal('rtl');
      expect(banner.buttons.map((button) => button.lang)).to.deep.equal(['ar', 'ar', 'ar']);
    });

    it('follows a language that changes', async () => {
      const banner = await BannerHarness.create({ locales: [de] });
      document.documentElement.lang = 'de-AT';
      await painted();
      expect(labels(banner)[1]).to.equal(de.messages.rejectAll);
    });

    it('takes its own language before that of the configuration, and that before the page’s', async () => {
      document.documentElement.lang = 'ar';
      const banner = await BannerHarness.create({ settings: { lang: 'de' }, locales: [de, ar] });
      expect(banner.region.lang).to.equal('de');
      banner.element.lang = 'en';
      await painted();
      expect(banner.region.lang).to.equal('en');
    });

    it('takes the nearest language, and inside a shadow root that of the page', async () => {
      document.documentElement.lang = 'de';
      const store = shareFake({ locales: [de] });
      const banner = new BannerHarness(addInShadow(document.createElement('fairsay-banner')), store);
      await banner.settled();
      expect(banner.title).to.equal(de.messages.bannerTitle);
    });

    it('speaks English where it has no other language', async () => {
      document.documentElement.lang = 'xx';
      const banner = await BannerHarness.create();
      expect(labels(banner)[0]).to.equal('Accept all');
    });

    it('replaces a text by the shop’s own', async () => {
      const texts = { en: { rejectAll: 'Only necessary' }, 'en-GB': { acceptAll: 'Allow all' } };
      document.documentElement.lang = 'en-GB';
      const banner = await BannerHarness.create({ settings: { texts } });
      expect(labels(banner).slice(0, 2)).to.deep.equal(['Allow all', 'Only necessary']);
    });
  });
});
