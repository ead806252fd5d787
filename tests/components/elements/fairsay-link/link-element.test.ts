import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { de } from '../../../../src/locales/de.js';
import { shareFake } from '../../../support/fakes/fake-store.js';
import { LinkHarness } from '../../../support/harness/link-harness.js';
import {
  addPageStyles,
  addToPage,
  painted,
  resetPage,
  setScheme,
  sizeOf,
  watchListeners,
} from '../../../support/harness/page-harness.js';

describe('<fairsay-link>', () => {
  beforeEach(resetPage);

  describe('accessibility', () => {
    for (const scheme of ['light', 'dark']) {
      it(`has no violation, ${scheme}`, async () => {
        setScheme(scheme);
        const link = await LinkHarness.create({ gpc: true });
        await expect(link.element).to.be.accessible();
      });
    }

    it('is a button with a name', async () => {
      const { control } = await LinkHarness.create();
      expect(control.textContent.trim()).to.equal('Privacy choices');
    });

    it('has a target of at least 24 pixels', async () => {
      const { control } = await LinkHarness.create();
      expect(sizeOf(control).height).to.be.at.least(24);
    });
  });

  describe('properties', () => {
    it('says that Global Privacy Control is honoured', async () => {
      const { signal } = await LinkHarness.create({ gpc: true });
      expect(signal?.textContent).to.contain('Global Privacy Control');
    });

    it('says nothing of a signal that is not there', async () => {
      const { signal } = await LinkHarness.create();
      expect(signal).to.equal(null);
    });

    it('leaves the line out where the page says it elsewhere', async () => {
      const link = await LinkHarness.create({ gpc: true });
      link.element.noSignal = true;
      await link.settled();
      expect(link.signal).to.equal(null);
      link.element.noSignal = false;
      link.element.setAttribute('no-signal', '');
      await link.settled();
      expect(link.signal).to.equal(null);
    });
  });

  describe('slots', () => {
    it('opens the choices from a link of the shop’s own, and does not follow it', async () => {
      const link = await LinkHarness.create({}, html`<a href="#elsewhere">Cookies</a>`);
      link.own?.click();
      expect(link.store.callsOf('show')).to.deep.equal([['preferences']]);
      expect(location.hash).to.equal('');
    });

    it('leaves what is marked to the guard', async () => {
      const link = await LinkHarness.create({}, html`<button data-fairsay-show="preferences">Cookies</button>`);
      link.own?.click();
      expect(link.store.callsOf('show')).to.deep.equal([]);
    });
  });

  describe('events', () => {
    it('opens the choices', async () => {
      const link = await LinkHarness.create();
      link.control.click();
      expect(link.store.callsOf('show')).to.deep.equal([['preferences']]);
    });
  });

  describe('keyboard', () => {
    it('opens the choices by Enter', async () => {
      const link = await LinkHarness.create();
      link.control.focus();
      await sendKeys({ press: 'Enter' });
      expect(link.store.callsOf('show')).to.deep.equal([['preferences']]);
    });
  });

  describe('parts and tokens', () => {
    it('draws the parts that its comment lists', async () => {
      const { parts } = await LinkHarness.create({ gpc: true });
      expect(parts).to.deep.equal(['control', 'signal']);
    });

    it('has the colour of the text around it, or that of its token', async () => {
      addPageStyles('body { color: rgb(4, 5, 6) }');
      const { control } = await LinkHarness.create();
      expect(getComputedStyle(control).color).to.equal('rgb(4, 5, 6)');
      addPageStyles(':root { --fairsay-color-text: rgb(1, 2, 3) }');
      expect(getComputedStyle(control).color).to.equal('rgb(1, 2, 3)');
    });
  });

  describe('lifecycle', () => {
    it('draws itself once there is a store', async () => {
      const element = addToPage(document.createElement('fairsay-link'));
      await element.updateComplete;
      expect(sizeOf(element).width).to.equal(0);
      const link = new LinkHarness(element, shareFake());
      await painted();
      expect(link.control.textContent.trim()).to.equal('Privacy choices');
    });

    it('leaks no listener when it is moved ten times', async () => {
      const listeners = watchListeners();
      const link = await LinkHarness.create();
      const once = listeners.count;
      for (let time = 0; time < 10; time += 1) {
        addToPage(document.createElement('p')).append(link.element);
      }
      expect(listeners.count).to.equal(once);
      listeners.end();
    });
  });

  describe('localisation', () => {
    it('speaks the page’s language, and follows its change', async () => {
      const link = await LinkHarness.create({ gpc: true, locales: [de] });
      document.documentElement.lang = 'de';
      await painted();
      expect(link.control.textContent.trim()).to.equal(de.messages.privacyChoices);
      expect(link.control.lang).to.equal('de');
    });
  });
});
