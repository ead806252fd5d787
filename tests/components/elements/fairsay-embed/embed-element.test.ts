import { expect } from '@open-wc/testing';
import { ar } from '../../../../src/locales/ar.js';
import { shareFake } from '../../../support/fakes/fake-store.js';
import { EmbedHarness, type HeldFrame } from '../../../support/harness/embed-harness.js';
import {
  addPageStyles,
  addToPage,
  expectFocus,
  expectSameSize,
  looks,
  painted,
  resetPage,
  setScheme,
  sizeOf,
  watchListeners,
} from '../../../support/harness/page-harness.js';
import { SHOP } from '../../../support/shop.js';

const OPTIONS = { settings: SHOP };
const LARGE = { width: '480', height: '270' };

/** The four sides of a box. */
function boxOf(element: Element): number[] {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return [left, top, right, bottom];
}

describe('<fairsay-embed>', () => {
  beforeEach(resetPage);

  describe('accessibility', () => {
    for (const scheme of ['light', 'dark']) {
      it(`has no violation, ${scheme}`, async () => {
        setScheme(scheme);
        const embed = await EmbedHarness.create(LARGE, OPTIONS);
        await expect(embed.element).to.be.accessible();
      });
    }

    it('draws both buttons alike', async () => {
      const embed = await EmbedHarness.create(LARGE, OPTIONS);
      const [once, always] = [embed.onceButton, embed.alwaysButton as HTMLElement];
      expect(looks(once)).to.deep.equal(looks(always));
      expectSameSize(once, always);
    });

    it('keeps its buttons in sight in a small box', async () => {
      const embed = await EmbedHarness.create({ width: '288', height: '162' }, OPTIONS);
      for (const button of embed.buttons) {
        expect(button.getBoundingClientRect().bottom).to.be.at.most(embed.element.getBoundingClientRect().bottom);
      }
    });
  });

  describe('properties', () => {
    it('says who would get what', async () => {
      const embed = await EmbedHarness.create(LARGE, OPTIONS);
      for (const fact of ['Film House', 'Film House Inc.', 'video.example', 'Plays films.', 'IP address']) {
        expect(embed.text).to.contain(fact);
      }
      expect(embed.links[0]?.href).to.equal('https://video.example/privacy');
    });

    it('offers nothing while a minor is there, or may be, and says why', async () => {
      const embed = await EmbedHarness.create(LARGE, { ...OPTIONS, age: 'accompanied', minimumAge: 18 });
      expect(embed.buttons).to.deep.equal([]);
      expect(embed.text).to.contain('under age');
      embed.store.setAge('adult');
      await embed.settled();
      expect(embed.buttons).to.have.lengthOf(2);
    });

    it('names the host of a frame that waits for a category', async () => {
      const embed = await EmbedHarness.create({ marked: 'marketing', address: 'https://maps.example/x' }, OPTIONS);
      expect(embed.text).to.contain('Content from maps.example').and.contain('Always allow Marketing');
    });

    for (const marked of ['video pixel', '!video', 'unknown', 'necessary', '']) {
      it(`offers no lasting grant for ${JSON.stringify(marked)}`, async () => {
        const embed = await EmbedHarness.create({ marked }, OPTIONS);
        expect(embed.alwaysButton).to.equal(null);
        expect(embed.onceButton.textContent).to.equal('Load once');
      });
    }

    it('stands an address that is none', async () => {
      const embed = await EmbedHarness.create({ address: 'https://[' }, OPTIONS);
      expect(embed.text).to.contain('Film House');
    });
  });

  describe('box', () => {
    const boxes: Record<string, HeldFrame> = {
      'attributes for its size': LARGE,
      'no size of its own': {},
      'a width in percent and a ratio': {
        style: 'inline-size: 60%; aspect-ratio: 16 / 9; block-size: auto; border: 0',
      },
      'a block of its own': { style: 'display: block; margin: 10px auto 30px; width: 300px; height: 160px' },
      'a place in a wrapper': { style: 'position: absolute; inset: 0; width: 100%; height: 100%; border: 0' },
      'a border and a largest width': { style: 'max-width: 200px; width: 900px; height: 120px; border: 5px solid red' },
    };
    for (const [what, held] of Object.entries(boxes)) {
      it(`takes over the box of a frame with ${what}`, async () => {
        const frame = EmbedHarness.frame(held);
        const around = frame.parentElement as HTMLElement;
        around.style.position = 'relative';
        const before = [boxOf(frame), boxOf(around)];
        shareFake(OPTIONS);
        const embed = Object.assign(document.createElement('fairsay-embed'), { frame });
        frame.before(embed);
        await painted();
        for (const [index, side] of [boxOf(embed), boxOf(around)].flat().entries()) {
          // WebKit draws a frame, and nothing else, on whole pixels.
          expect(side).to.be.closeTo(before.flat()[index] ?? NaN, 0.5);
        }
        expect(frame.getClientRects()).to.have.lengthOf(0);
      });
    }

    it('stays in percent when the page changes its width', async () => {
      const { element } = await EmbedHarness.create({ style: 'width: 50%; aspect-ratio: 2; border: 0' }, OPTIONS);
      const around = element.parentElement as HTMLElement;
      around.style.width = '400px';
      expect(sizeOf(element)).to.deep.equal({ width: 200, height: 100 });
    });

    for (const held of [{ style: 'display: none' }, { width: '1', height: '1' }, { width: '0', height: '0' }]) {
      it(`draws nothing for a frame that nobody was to see: ${JSON.stringify(held)}`, async () => {
        const { element } = await EmbedHarness.create(held, OPTIONS);
        expect(element.getClientRects()).to.have.lengthOf(0);
      });
    }

    it('is seen as soon as the page around it is, and not where the frame itself was hidden', async () => {
      document.body.style.visibility = 'hidden';
      const { element } = await EmbedHarness.create({}, OPTIONS);
      expect(getComputedStyle(element).visibility).to.equal('hidden');
      document.body.style.visibility = '';
      expect(getComputedStyle(element).visibility).to.equal('visible');
      const other = await EmbedHarness.create({ style: 'visibility: hidden' }, OPTIONS);
      expect(getComputedStyle(other.element).visibility).to.equal('hidden');
    });

    it('hides the frame against every style of the page', async () => {
      addPageStyles('iframe { display: block !important }');
      const { frame } = await EmbedHarness.create({}, OPTIONS);
      expect(frame.getClientRects()).to.have.lengthOf(0);
    });
  });

  describe('events', () => {
    it('loads once: the frame gets its address, the store hears nothing, and the placeholder leaves', async () => {
      const embed = await EmbedHarness.create({ address: 'about:blank#film' }, OPTIONS);
      embed.onceButton.click();
      await painted();
      expect(embed.frame.src).to.equal('about:blank#film');
      expect(embed.store.calls).to.deep.equal([]);
      expect(embed.element.isConnected).to.equal(false);
      expect(embed.frame.getClientRects()).to.have.lengthOf(1);
    });

    it('grants the service for good', async () => {
      const embed = await EmbedHarness.create({}, OPTIONS);
      embed.alwaysButton?.click();
      expect(embed.store.calls).to.deep.equal([['save', { video: true }, 'embed']]);
    });

    it('grants the category that it names where the frame waits for one', async () => {
      const embed = await EmbedHarness.create({ marked: 'marketing' }, OPTIONS);
      embed.alwaysButton?.click();
      expect(embed.store.calls).to.deep.equal([['save', { marketing: true }, 'embed']]);
    });

    it('asks nothing of the network by itself', async () => {
      const { frame } = await EmbedHarness.create({}, OPTIONS);
      expect(frame.hasAttribute('src')).to.equal(false);
    });
  });

  describe('keyboard', () => {
    it('gives the focus to the frame that was loaded', async () => {
      const embed = await EmbedHarness.create({ address: 'about:blank' }, OPTIONS);
      embed.onceButton.focus();
      embed.onceButton.click();
      await painted();
      expectFocus(embed.frame);
    });
  });

  describe('parts and tokens', () => {
    it('draws the parts that its comment lists', async () => {
      const { parts } = await EmbedHarness.create({}, OPTIONS);
      expect(parts).to.deep.equal(['box', 'title', 'text', 'link']);
    });

    it('is themed by --fairsay-color-accent, both buttons together', async () => {
      addPageStyles(':root { --fairsay-color-accent: rgb(1, 2, 3) }');
      const { buttons } = await EmbedHarness.create({}, OPTIONS);
      const colours = buttons.map((button) => getComputedStyle(button).backgroundColor);
      expect(colours).to.deep.equal(['rgb(1, 2, 3)', 'rgb(1, 2, 3)']);
    });
  });

  describe('lifecycle', () => {
    it('gives the frame back as it was', async () => {
      const embed = await EmbedHarness.create({ style: 'display: block' }, OPTIONS);
      embed.element.remove();
      expect(embed.frame.style.display).to.equal('block');
      expect(embed.frame.style.getPropertyPriority('display')).to.equal('');
    });

    it('leaves when the frame is released', async () => {
      const embed = await EmbedHarness.create({}, OPTIONS);
      embed.frame.src = 'about:blank';
      await painted();
      expect(embed.element.isConnected).to.equal(false);
    });

    it('leaves with its frame', async () => {
      const embed = await EmbedHarness.create({}, OPTIONS);
      embed.frame.remove();
      await painted();
      expect(embed.element.isConnected).to.equal(false);
    });

    it('finds a frame that was set before its code came', async () => {
      const frame = EmbedHarness.frame(LARGE);
      const unknown = document.createElement('fairsay-embed');
      unknown.frame = frame;
      shareFake(OPTIONS);
      frame.before(unknown);
      await painted();
      expect(sizeOf(unknown).width).to.be.at.least(480);
    });

    it('keeps the box and the frame through ten moves', async () => {
      const listeners = watchListeners();
      const embed = await EmbedHarness.create(LARGE, OPTIONS);
      const once = listeners.count;
      const { width } = sizeOf(embed.element);
      for (let time = 0; time < 10; time += 1) {
        const place = addToPage(document.createElement('div'));
        place.append(embed.element, embed.frame);
        await embed.settled();
      }
      expect(sizeOf(embed.element).width).to.equal(width);
      expect(listeners.count).to.equal(once);
      listeners.end();
    });

    it('leaves the frame alone without a store', async () => {
      const frame = EmbedHarness.frame(LARGE);
      const embed = Object.assign(document.createElement('fairsay-embed'), { frame });
      frame.before(embed);
      await painted();
      expect(sizeOf(frame).width).to.be.at.least(480);
    });
  });

  describe('localisation', () => {
    it('speaks the page’s language, in its direction', async () => {
      document.documentElement.lang = 'ar';
      const embed = await EmbedHarness.create({}, { ...OPTIONS, locales: [ar] });
      expect(embed.part('box').lang).to.equal('ar');
      expect(embed.part('box').dir).to.equal('rtl');
      expect(embed.onceButton.textContent).to.equal(ar.messages.loadOnce);
    });
  });
});
