import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { HideEvent } from '../../../../src/events/hide-event.js';
import type { ShowEvent } from '../../../../src/events/show-event.js';
import { ar } from '../../../../src/locales/ar.js';
import { reloadAr } from '../../../../src/locales/ar/reload.js';
import { de } from '../../../../src/locales/de.js';
import { reloadDe } from '../../../../src/locales/de/reload.js';
import { offer } from '../../../../src/ui/offer.js';
import { shareFake } from '../../../support/fakes/fake-store.js';
import {
  addPageButton,
  addPageStyles,
  addToPage,
  announced,
  expectSameSize,
  painted,
  resetPage,
  setScheme,
  sizeOf,
  watchListeners,
} from '../../../support/harness/page-harness.js';
import { ReloadHarness } from '../../../support/harness/reload-harness.js';

describe('<fairsay-reload>', () => {
  beforeEach(resetPage);

  describe('accessibility', () => {
    for (const scheme of ['light', 'dark']) {
      it(`has no violation, ${scheme}`, async () => {
        setScheme(scheme);
        const { element } = await ReloadHarness.create();
        await expect(element).to.be.accessible();
      });
    }

    it('is a region with a name, and not modal', async () => {
      const { box, element } = await ReloadHarness.create();
      expect(box.localName).to.equal('section');
      expect(box.querySelector('#title')?.textContent).to.equal('Your choice is in force');
      expect(element.matches(':modal')).to.equal(false);
    });

    it('is said politely', async () => {
      await ReloadHarness.create();
      expect(await announced()).to.contain('may still run');
    });

    it('leaves the focus where it is', async () => {
      const button = addPageButton();
      button.focus();
      await ReloadHarness.create();
      expect(document.activeElement).to.equal(button);
    });

    it('draws both buttons alike, at least 44 pixels high', async () => {
      const reload = await ReloadHarness.create();
      expectSameSize(reload.button('reload'), reload.button('close'));
      expect(sizeOf(reload.button('close')).height).to.be.at.least(44);
    });
  });

  describe('properties', () => {
    it('has none but those of every element: hidden hides it', async () => {
      const { element } = await ReloadHarness.create();
      element.hidden = true;
      expect(sizeOf(element).height).to.equal(0);
    });
  });

  describe('slots', () => {
    it('has none: what a page puts inside is not drawn', async () => {
      const { element } = await ReloadHarness.create();
      expect(element.renderRoot.querySelector('slot')).to.equal(null);
    });
  });

  describe('events', () => {
    it('tells that it has come and that it has gone', async () => {
      shareFake();
      const element = document.createElement('fairsay-reload');
      const shown = oneEvent<ShowEvent>(element, 'fairsay-show');
      addToPage(element);
      expect((await shown).detail.what).to.equal('reload');
      const hidden = oneEvent<HideEvent>(element, 'fairsay-hide');
      new ReloadHarness(element, shareFake()).button('close').click();
      expect((await hidden).detail.what).to.equal('reload');
      expect(element.isConnected).to.equal(false);
    });

    it('is put on a page once, even after it was closed', () => {
      shareFake();
      offer();
      const element = document.querySelector('fairsay-reload');
      expect(element).to.not.equal(null);
      element?.remove();
      offer();
      expect(document.querySelector('fairsay-reload')).to.equal(null);
    });
  });

  describe('keyboard', () => {
    for (const end of ['close', 'remove'] as const) {
      it(`waits for a modal dialog of the page to be gone: ${end}`, async () => {
        const dialog = addToPage(document.createElement('dialog'));
        dialog.showModal();
        shareFake();
        const element = addToPage(document.createElement('fairsay-reload'));
        await element.updateComplete;
        await painted();
        expect(element.matches(':popover-open')).to.equal(false);
        const shown = oneEvent(element, 'fairsay-show');
        dialog[end]();
        await shown;
        expect(element.matches(':popover-open')).to.equal(true);
      });
    }

    it('is closed by Enter on its button', async () => {
      const reload = await ReloadHarness.create();
      reload.button('close').focus();
      await sendKeys({ press: 'Enter' });
      expect(reload.element.isConnected).to.equal(false);
    });
  });

  describe('parts and tokens', () => {
    it('draws the parts that its comment lists', async () => {
      const { parts } = await ReloadHarness.create();
      expect(parts).to.deep.equal(['box', 'title', 'text']);
    });

    it('reads the tokens of the page', async () => {
      addPageStyles(':root { --fairsay-color-surface: rgb(1, 2, 3); --fairsay-color-text: rgb(250, 251, 252) }');
      const { box } = await ReloadHarness.create();
      expect(getComputedStyle(box).backgroundColor).to.equal('rgb(1, 2, 3)');
      expect(getComputedStyle(box).color).to.equal('rgb(250, 251, 252)');
    });

    it('stays where it is on a page that unsets everything', async () => {
      addPageStyles('* { all: unset !important } fairsay-reload { display: none !important }');
      const { element } = await ReloadHarness.create();
      expect(getComputedStyle(element).position).to.equal('fixed');
      expect(sizeOf(element).height).to.be.at.least(44);
    });
  });

  describe('lifecycle', () => {
    it('waits while the banner asks', async () => {
      const banner = addToPage(document.createElement('fairsay-banner'));
      banner.popover = 'manual';
      banner.textContent = 'A question';
      banner.showPopover();
      shareFake();
      const element = addToPage(document.createElement('fairsay-reload'));
      await element.updateComplete;
      await painted();
      expect(element.matches(':popover-open')).to.equal(false);
      const shown = oneEvent(element, 'fairsay-show');
      banner.hidePopover();
      await shown;
    });

    it('draws itself once there is a store', async () => {
      const element = addToPage(document.createElement('fairsay-reload'));
      await element.updateComplete;
      expect(element.matches(':popover-open')).to.equal(false);
      const shown = oneEvent(element, 'fairsay-show');
      shareFake();
      await shown;
    });

    it('leaks no listener when it is moved ten times', async () => {
      const listeners = watchListeners();
      const { element } = await ReloadHarness.create();
      const once = listeners.count;
      for (let time = 0; time < 10; time += 1) {
        addToPage(document.createElement('p')).append(element);
      }
      expect(listeners.count).to.equal(once);
      listeners.end();
    });
  });

  describe('localisation', () => {
    it('stands at the bottom, where a line begins: at the left, and at the right of a page from right to left', async () => {
      const { element } = await ReloadHarness.create();
      const { clientWidth, clientHeight } = document.documentElement;
      const stands = () => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        return [left < clientWidth - right, top > clientHeight - bottom];
      };
      expect(stands()).to.deep.equal([true, true]);
      document.documentElement.dir = 'rtl';
      expect(stands()).to.deep.equal([false, true]);
    });

    it('speaks English where the texts of its part cannot be had', async () => {
      document.documentElement.lang = 'de';
      const reload = await ReloadHarness.create({ locales: [de] });
      await painted();
      expect(reload.button('reload').textContent).to.equal('Reload the page');
    });

    it('speaks German, and Arabic from right to left', async () => {
      for (const [lang, part, dir, name] of [
        [de, reloadDe, 'ltr', 'Seite neu laden'],
        [ar, reloadAr, 'rtl', 'إعادة تحميل الصفحة'],
      ] as const) {
        document.documentElement.lang = lang.lang;
        const reload = await ReloadHarness.create({ locales: [lang, part] });
        await waitUntil(() => reload.button('reload').textContent === name);
        expect([reload.box.lang, reload.box.dir]).to.deep.equal([lang.lang, dir]);
        reload.element.remove();
      }
    });

    it('says what the shop says instead', async () => {
      const texts = { en: { reloadNow: 'Start over' } };
      const reload = await ReloadHarness.create({ settings: { texts } });
      expect(reload.button('reload').textContent).to.equal('Start over');
    });
  });
});
