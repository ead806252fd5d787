import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { ar } from '../../../../src/locales/ar.js';
import { de } from '../../../../src/locales/de.js';
import { BannerHarness } from '../../../support/harness/banner-harness.js';
import {
  addPageButton,
  addPageStyles,
  addToPage,
  announced,
  expectFocus,
  expectSameSize,
  looks,
  painted,
  resetPage,
  setScheme,
  sizeOf,
  watchListeners,
} from '../../../support/harness/page-harness.js';
import { PreferencesHarness } from '../../../support/harness/preferences-harness.js';
import { SHOP } from '../../../support/shop.js';

describe('<fairsay-preferences>', () => {
  beforeEach(resetPage);

  describe('accessibility', () => {
    for (const [name, scheme, dir] of [
      ['light', 'light', 'ltr'],
      ['dark', 'dark', 'ltr'],
      ['right to left', 'light', 'rtl'],
    ] as const) {
      it(`has no violation, ${name}, with services open`, async () => {
        setScheme(scheme);
        document.documentElement.dir = dir;
        const preferences = await PreferencesHarness.open({ settings: SHOP, answers: { analytics: true } });
        await preferences.openServices(2);
        await expect(preferences.element).to.be.accessible();
      });
    }

    it('is a modal dialog that is named by its heading', async () => {
      const { dialog, heading } = await PreferencesHarness.open();
      expect(dialog.matches(':modal')).to.equal(true);
      expect(dialog.getAttribute('aria-labelledby')).to.equal(heading.id);
    });

    it('begins at its heading', async () => {
      const { heading } = await PreferencesHarness.open();
      expectFocus(heading);
    });

    it('gives each switch the name and the purpose of what it switches', async () => {
      const preferences = await PreferencesHarness.open();
      const analytics = preferences.switchOf('analytics');
      expect(analytics?.labels?.[0]?.textContent).to.equal('Analytics');
      expect(analytics?.getAttribute('aria-describedby')).to.equal('about-analytics');
    });

    it('draws accepting, refusing and saving alike', async () => {
      const preferences = await PreferencesHarness.open();
      const [accept, reject] = [preferences.button('accept-all'), preferences.button('reject-all')];
      expect(looks(reject)).to.deep.equal(looks(accept));
      expectSameSize(reject, accept);
      expect(looks(preferences.button('save'))).to.deep.equal(looks(accept));
    });

    it('has targets of at least 24 pixels', async () => {
      const preferences = await PreferencesHarness.open({ settings: SHOP });
      for (const control of preferences.switches) {
        expect(Math.min(...Object.values(sizeOf(control)))).to.be.at.least(24);
      }
    });
  });

  describe('properties', () => {
    it('has nothing on that nobody allowed', async () => {
      const preferences = await PreferencesHarness.open({ settings: SHOP });
      await preferences.openServices(2);
      await preferences.openServices(3);
      expect(preferences.switches).to.have.lengthOf(6);
      expect(preferences.switches.filter(({ checked }) => checked)).to.deep.equal([]);
    });

    it('shows what holds', async () => {
      const preferences = await PreferencesHarness.open({ answers: { analytics: true, marketing: false } });
      expect(preferences.switchOf('analytics')?.checked).to.equal(true);
      expect(preferences.switchOf('marketing')?.checked).to.equal(false);
    });

    it('shows what is necessary as always on, with no switch for it or its services', async () => {
      const preferences = await PreferencesHarness.open({ settings: SHOP });
      await preferences.openServices(0);
      expect(preferences.notes[0]).to.equal('Always on');
      expect(preferences.switchOf('necessary')).to.equal(null);
      expect(preferences.switchOf('cart')).to.equal(null);
    });

    it('notes what is exempt, and has it on until it is switched off', async () => {
      const categories = [{ id: 'statistics', basis: 'exempt' }] as const;
      const preferences = await PreferencesHarness.open({ settings: { categories } });
      expect(preferences.notes[0]).to.contain('The law allows this');
      expect(preferences.switchOf('statistics')?.checked).to.equal(true);
    });

    it('notes what Global Privacy Control switched off', async () => {
      const categories = [{ id: 'sale', basis: 'opt-out' }] as const;
      const preferences = await PreferencesHarness.open({ settings: { categories }, gpc: true });
      expect(preferences.notes[0]).to.contain('Global Privacy Control');
      expect(preferences.switchOf('sale')?.checked).to.equal(false);
    });

    it('lists who gets what', async () => {
      const preferences = await PreferencesHarness.open({ settings: SHOP });
      await preferences.openServices(2);
      const [service = ''] = preferences.services;
      for (const fact of ['Counter', 'Counts visits.', 'Counter Ltd', 'counter.example, *.counter.example']) {
        expect(service).to.contain(fact);
      }
      expect(preferences.links[0]?.href).to.equal('https://counter.example/privacy');
    });

    it('lists each cookie with its kind, its purpose and how long it is kept', async () => {
      const preferences = await PreferencesHarness.open({ settings: SHOP });
      await preferences.openServices(2);
      expect(preferences.rowsOf(preferences.tables[0] as HTMLTableElement)).to.deep.equal([
        ['_count', 'Cookie', 'Tells visitors apart.', '730 days'],
        ['queue', 'Session storage', 'Waits to be sent.', 'Until you close the browser'],
        ['counter_id', 'Local storage', '', 'Until deleted'],
      ]);
    });

    it('draws the services of a category only once they are asked for', async () => {
      const preferences = await PreferencesHarness.open({ settings: SHOP });
      expect(preferences.services).to.deep.equal([]);
    });

    it('drops the address of a provider that is none', async () => {
      const services = [{ id: 'bad', category: 'analytics', name: 'Bad', privacyUrl: 'javascript:alert(1)' }];
      const preferences = await PreferencesHarness.open({ settings: { services } });
      await preferences.openServices(2);
      expect(preferences.links).to.deep.equal([]);
    });

    it('opens with 200 services and 1 000 cookies within 200 ms', async () => {
      const storage = [0, 1, 2, 3, 4].map((number) => ({ kind: 'cookie' as const, name: `c${number}`, days: 1 }));
      const services = Array.from({ length: 200 }, (_, number) => ({
        ...{ id: `s${number}`, category: 'analytics', name: `Service ${number}`, storage },
      }));
      const preferences = await PreferencesHarness.create({ settings: { services } });
      const start = performance.now();
      await preferences.show();
      expect(performance.now() - start).to.be.below(200);
    });
  });

  describe('events', () => {
    it('writes nothing when it opens and closes', async () => {
      const preferences = await PreferencesHarness.open();
      await preferences.switch('analytics');
      await preferences.press('close');
      expect(preferences.store.calls).to.deep.equal([]);
      await preferences.show();
      expect(preferences.switchOf('analytics')?.checked).to.equal(false);
    });

    it('saves a mix as exactly what is shown', async () => {
      const preferences = await PreferencesHarness.open({ settings: SHOP });
      await preferences.switch('analytics');
      await preferences.press('save');
      expect(preferences.store.calls).to.deep.equal([
        ['save', { functional: false, analytics: true, marketing: false }, 'script'],
      ]);
    });

    it('saves a service that differs from its category', async () => {
      const preferences = await PreferencesHarness.open({ settings: SHOP });
      await preferences.openServices(3);
      await preferences.switch('video');
      await preferences.press('save');
      expect(preferences.store.callsOf('save')[0]?.[0]).to.deep.equal({
        ...{ functional: false, analytics: false, marketing: false, video: true },
      });
    });

    it('takes back a service’s own answer when its category is switched', async () => {
      const preferences = await PreferencesHarness.open({ settings: SHOP, answers: { marketing: false, video: true } });
      await preferences.openServices(3);
      expect(preferences.switchOf('video')?.checked).to.equal(true);
      await preferences.switch('marketing');
      await preferences.switch('marketing');
      expect(preferences.switchOf('video')?.checked).to.equal(false);
      await preferences.press('save');
      expect(preferences.store.callsOf('save')[0]?.[0]).to.deep.equal({
        ...{ functional: false, analytics: false, marketing: false, video: false },
      });
    });

    for (const [action, call] of [
      ['accept-all', 'acceptAll'],
      ['reject-all', 'rejectAll'],
    ] as const) {
      it(`answers everything by ${action}, once`, async () => {
        const preferences = await PreferencesHarness.open();
        const gone = preferences.gone();
        const button = preferences.button(action);
        button.click();
        button.click();
        await gone;
        expect(preferences.store.calls).to.deep.equal([[call, 'script']]);
        expect(preferences.isOpen).to.equal(false);
      });
    }

    it('says what was saved', async () => {
      const preferences = await PreferencesHarness.open();
      const said = announced();
      await preferences.press('save');
      expect(await said).to.equal('Your choices are saved.');
    });

    it('reads again what another tab has answered', async () => {
      const preferences = await PreferencesHarness.open({ answers: { analytics: false } });
      preferences.store.answer({ analytics: true });
      await preferences.element.updateComplete;
      expect(preferences.switchOf('analytics')?.checked).to.equal(true);
      expect(preferences.isOpen).to.equal(true);
    });
  });

  describe('keyboard', () => {
    it('closes by Escape, and writes nothing', async () => {
      const preferences = await PreferencesHarness.open();
      await preferences.switch('analytics');
      const gone = preferences.gone();
      await sendKeys({ press: 'Escape' });
      await gone;
      expect(preferences.store.calls).to.deep.equal([]);
    });

    it('switches by Space', async () => {
      const preferences = await PreferencesHarness.open();
      preferences.switchOf('analytics')?.focus();
      await sendKeys({ press: ' ' });
      expect(preferences.switchOf('analytics')?.checked).to.equal(true);
    });

    it('gives the focus back to what opened it', async () => {
      const button = addPageButton();
      const preferences = await PreferencesHarness.create();
      button.focus();
      await preferences.show();
      await preferences.press('close');
      expectFocus(button);
    });

    it('gives the focus back to the banner that comes back', async () => {
      const banner = await BannerHarness.create();
      const element = addToPage(document.createElement('fairsay-preferences'));
      const preferences = new PreferencesHarness(element, banner.store);
      banner.store.view = element;
      banner.button('open-preferences').focus();
      await preferences.show();
      await painted();
      expect(banner.shown).to.equal(false);
      await preferences.press('close');
      await painted();
      expect(banner.shown).to.equal(true);
      expectFocus(banner.button('open-preferences'));
    });

    it('gives the focus back to before the banner where that has gone', async () => {
      const button = addPageButton();
      const banner = await BannerHarness.create();
      const element = addToPage(document.createElement('fairsay-preferences'));
      const preferences = new PreferencesHarness(element, banner.store);
      button.focus();
      banner.button('open-preferences').focus();
      await preferences.show();
      await preferences.press('save');
      await painted();
      expect(banner.shown).to.equal(false);
      expectFocus(button);
    });
  });

  describe('parts and tokens', () => {
    it('draws the parts that its comment lists', async () => {
      const preferences = await PreferencesHarness.open({ settings: SHOP });
      await preferences.openServices(2);
      expect(new Set(preferences.parts)).to.deep.equal(
        new Set(['box', 'title', 'close', 'text', 'category', 'note', 'services', 'service', 'link', 'storage']),
      );
    });

    for (const [token, action] of [
      ['color-accent', 'background-color'],
      ['color-on-accent', 'color'],
    ] as const) {
      it(`is themed by --fairsay-${token}, all three buttons together`, async () => {
        addPageStyles(`:root { --fairsay-${token}: rgb(1, 2, 3) }`);
        const preferences = await PreferencesHarness.open();
        for (const name of ['accept-all', 'reject-all', 'save'] as const) {
          const style = getComputedStyle(preferences.button(name));
          expect(style.getPropertyValue(action)).to.equal('rgb(1, 2, 3)');
        }
      });
    }
  });

  describe('lifecycle', () => {
    it('opens once for two calls', async () => {
      const preferences = await PreferencesHarness.create();
      preferences.element.show();
      await preferences.show();
      expect(preferences.isOpen).to.equal(true);
    });

    it('opens again, as often as one likes', async () => {
      const listeners = watchListeners();
      const preferences = await PreferencesHarness.create();
      const once = listeners.count;
      for (let time = 0; time < 10; time += 1) {
        await preferences.show();
        await preferences.press('close');
      }
      expect(preferences.isOpen).to.equal(false);
      expect(listeners.count).to.equal(once);
      listeners.end();
    });

    it('stays closed when the page changes before its event', async () => {
      const preferences = await PreferencesHarness.open();
      const gone = preferences.gone();
      preferences.element.hide();
      preferences.element.requestUpdate();
      await preferences.element.updateComplete;
      expect(preferences.isOpen).to.equal(false);
      await gone;
      expect(document.activeElement).to.equal(document.body);
    });

    it('leaves the page usable where it is taken out while it is open', async () => {
      const preferences = await PreferencesHarness.open();
      preferences.element.remove();
      expect(document.querySelector(':modal')).to.equal(null);
      addToPage(preferences.element);
      await preferences.element.updateComplete;
      expect(preferences.isOpen).to.equal(false);
    });

    it('does nothing without a store', async () => {
      const element = addToPage(document.createElement('fairsay-preferences'));
      element.show();
      await element.updateComplete;
      expect(document.querySelector(':modal')).to.equal(null);
    });
  });

  describe('localisation', () => {
    it('speaks the page’s language, in its direction', async () => {
      document.documentElement.lang = 'ar';
      const { dialog, heading } = await PreferencesHarness.open({ locales: [ar] });
      expect(heading.textContent).to.equal(ar.messages.preferencesTitle);
      expect([dialog.lang, dialog.dir]).to.deep.equal(['ar', 'rtl']);
    });

    it('picks the language of the shop’s own texts, and writes numbers in it', async () => {
      document.documentElement.lang = 'de';
      const preferences = await PreferencesHarness.open({ settings: SHOP, locales: [de] });
      await preferences.openServices(2);
      expect(preferences.services[0]).to.contain('Zählt Besuche.').and.contain('730 Tage');
    });
  });
});
