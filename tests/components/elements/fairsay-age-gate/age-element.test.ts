import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { age as ar } from '../../../../src/locales/ar/age.js';
import { ar as arabic } from '../../../../src/locales/ar.js';
import { age as de } from '../../../../src/locales/de/age.js';
import { de as german } from '../../../../src/locales/de.js';
import { AgeHarness } from '../../../support/harness/age-harness.js';
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

const LINKS = [
  { label: 'Start page', url: '/' },
  { label: { en: 'Help', de: 'Hilfe' }, url: 'https://help.example/' },
];

/** Every view, and how one comes to it. */
const VIEWS: Record<string, () => Promise<AgeHarness>> = {
  'the question': () => AgeHarness.open({ links: LINKS }),
  'the question without company': () => AgeHarness.open({ accompanied: false, days: 0 }),
  'the birth date': () => AgeHarness.open({ mode: 'date', links: LINKS }),
  'the birth date with a mistake': async () => {
    const gate = await AgeHarness.open({ mode: 'date' });
    await gate.enter('08');
    return gate;
  },
  'the whole birth date with a mistake': async () => {
    const gate = await AgeHarness.open({ mode: 'date' });
    await gate.enter(OPEN_YEAR);
    await gate.enter(OPEN_YEAR, '13', '1');
    return gate;
  },
  'after a birth date': async () => {
    const gate = await AgeHarness.open({ mode: 'date' });
    await gate.enter(`${new Date().getFullYear()}`);
    return gate;
  },
  'the step for the adult': async () => {
    const gate = await AgeHarness.open();
    await gate.press('accompanied');
    return gate;
  },
  'the end': () => AgeHarness.open({ links: LINKS }, { age: 'declined' }),
  'the end for parts of the page': async () => {
    const gate = await AgeHarness.open({ scope: 'parts' });
    await gate.press('alone');
    return gate;
  },
};

/** The year of birth that does not settle whether somebody is 18. */
const OPEN_YEAR = `${new Date().getFullYear() - 18}`;

describe('<fairsay-age-gate>', () => {
  let gate: AgeHarness | undefined;

  beforeEach(resetPage);

  afterEach(() => {
    gate?.end();
    gate = undefined;
  });

  describe('accessibility', () => {
    for (const [view, open] of Object.entries(VIEWS)) {
      for (const [name, scheme, dir] of [
        ['light', 'light', 'ltr'],
        ['dark, right to left', 'dark', 'rtl'],
      ] as const) {
        it(`has no violation, ${view}, ${name}`, async () => {
          setScheme(scheme);
          document.documentElement.dir = dir;
          gate = await open();
          await expect(gate.element).to.be.accessible();
        });
      }
    }

    it('is a modal dialog with a name and a description', async () => {
      gate = await AgeHarness.open();
      expect(gate.isOpen).to.equal(true);
      expect(gate.dialog.getAttribute('aria-labelledby')).to.equal(gate.heading.id);
      expect(gate.dialog.getAttribute('aria-describedby')).to.equal(gate.part('text').id);
    });

    for (const [view, open] of Object.entries(VIEWS)) {
      it(`has no answer under the finger, ${view}`, async () => {
        gate = await open();
        expect(gate.buttons.some((button) => button.matches(':focus, [autofocus]'))).to.equal(false);
      });
    }

    it('draws the three answers alike, and none as chosen', async () => {
      gate = await AgeHarness.open();
      expect(gate.actions).to.deep.equal(['adult', 'accompanied', 'alone']);
      const [first, ...others] = gate.buttons as [HTMLButtonElement, ...HTMLButtonElement[]];
      for (const other of others) {
        expect(looks(other)).to.deep.equal(looks(first));
        expectSameSize(other, first);
        expect([...other.attributes].map(({ name }) => name)).to.deep.equal(['type', 'data-action']);
      }
    });

    it('draws the three answers alike however long one of them is', async () => {
      gate = await AgeHarness.open(
        {},
        { settings: { texts: { en: { ageAlone: 'Under eighteen, and alone. '.repeat(9) } } } },
      );
      const [first, second, third] = gate.buttons as unknown as [HTMLElement, HTMLElement, HTMLElement];
      expectSameSize(first, third);
      expectSameSize(second, third);
    });

    it('draws the answers after a birth date, and those of the adult, alike', async () => {
      for (const name of ['after a birth date', 'the step for the adult']) {
        const { buttons } = await (VIEWS[name] as () => Promise<AgeHarness>)();
        const [first, second] = buttons as unknown as [HTMLElement, HTMLElement];
        expect(looks(second)).to.deep.equal(looks(first));
        expectSameSize(second, first);
      }
    });

    it('has targets of at least 44 pixels', async () => {
      gate = await AgeHarness.open({ mode: 'date' });
      await gate.enter(OPEN_YEAR);
      for (const control of [...gate.buttons, gate.field('year'), gate.field('month'), gate.field('day')]) {
        expect(sizeOf(control).height).to.be.at.least(44);
      }
    });

    it('is left out of what search engines quote', async () => {
      gate = await AgeHarness.create();
      expect(gate.element.hasAttribute('data-nosnippet')).to.equal(true);
    });
  });

  describe('properties', () => {
    it('says who asks, for what age, that nobody checks it, and how long it is kept', async () => {
      gate = await AgeHarness.open({}, { minimumAge: 21, settings: { site: { name: 'BagsOK' } } });
      for (const part of ['BagsOK is for people of 21 or over', 'I am 21 or over', 'nobody checks it', '30 days']) {
        expect(gate.text).to.contain(part);
      }
    });

    it('says so where it is kept no longer than the session', async () => {
      gate = await AgeHarness.open({ days: 0 });
      expect(gate.text).to.contain('until you close the browser').and.not.contain('days');
    });

    it('calls it a confirmation, and nowhere a verification', async () => {
      for (const open of Object.values(VIEWS)) {
        const { text } = await open();
        expect(text).not.to.match(/verif|proof|prove/i);
      }
    });

    it('offers no company where the shop does not', async () => {
      gate = await AgeHarness.open({ accompanied: false });
      expect(gate.actions).to.deep.equal(['adult', 'alone']);
      expect(gate.text).not.to.contain('guardian');
    });

    it('says that what is optional stays off beside a minor, unless the shop asks the adult', async () => {
      gate = await AgeHarness.open();
      await gate.press('accompanied');
      expect(gate.text).to.contain('stays off');
      gate.end();
      gate = await AgeHarness.open({ minors: 'ask' });
      await gate.press('accompanied');
      expect(gate.text).not.to.contain('stays off');
    });

    it('shows the shop’s ways out with the question and after it', async () => {
      gate = await AgeHarness.open({ links: LINKS });
      const shown = () => gate?.links.map(({ textContent, href }) => [textContent, href]);
      const expected = [
        ['Start page', new URL('/', location.href).href],
        ['Help', 'https://help.example/'],
      ];
      expect(shown()).to.deep.equal(expected);
      await gate.press('alone');
      expect(shown()).to.deep.equal(expected);
    });

    it('leaves out a way out that would run', async () => {
      gate = await AgeHarness.open({ links: [{ label: 'Out', url: 'javascript:alert(1)' }] });
      expect(gate.links).to.deep.equal([]);
    });

    it('says at the end what to do where there is no way out', async () => {
      gate = await AgeHarness.open();
      await gate.press('alone');
      expect(gate.text).to.contain('You can close this page.');
      expect(gate.actions).to.deep.equal([]);
    });
  });

  describe('events', () => {
    for (const [action, status] of [
      ['adult', 'adult'],
      ['alone', 'declined'],
    ] as const) {
      it(`tells of ${status} once it is stored, and of nothing else`, async () => {
        gate = await AgeHarness.open();
        await gate.press(action);
        expect(gate.store.calls).to.deep.equal([['confirmAge', status, 'script']]);
        expect(gate.told).to.deep.equal([{ status, method: 'self-declared', minimumAge: 18 }]);
      });
    }

    it('tells of it last, when everyone has heard of the state', async () => {
      gate = await AgeHarness.open();
      const heard: string[] = [];
      gate.store.listeners.add(({ cause }) => heard.push(cause));
      gate.element.addEventListener('fairsay-age', (event) => {
        heard.push(`age ${event.cancelable}`);
      });
      await gate.press('adult');
      expect(heard).to.deep.equal(['signal', 'age false']);
    });

    it('takes company down once the adult has confirmed it, and not before', async () => {
      gate = await AgeHarness.open();
      await gate.press('accompanied');
      expect([gate.actions, gate.store.calls]).to.deep.equal([['confirm', 'back'], []]);
      await gate.press('back');
      expect(gate.actions).to.deep.equal(['adult', 'accompanied', 'alone']);
      await gate.press('accompanied');
      await gate.press('confirm');
      expect(gate.told).to.deep.equal([{ status: 'accompanied', method: 'self-declared', minimumAge: 18 }]);
      expect(gate.isOpen).to.equal(false);
    });

    it('counts two presses as one answer', async () => {
      gate = await AgeHarness.open();
      const button = gate.button('adult');
      button.click();
      button.click();
      await gate.settle();
      expect([gate.store.calls.length, gate.told.length]).to.deep.equal([1, 1]);
    });

    it('is closed before anyone else hears of the answer', async () => {
      gate = await AgeHarness.open();
      const open: boolean[] = [];
      gate.store.listeners.add(() => open.push(gate?.isOpen ?? true));
      await gate.press('adult');
      expect(open).to.deep.equal([false]);
    });

    it('follows an answer that was given elsewhere', async () => {
      gate = await AgeHarness.open();
      gate.store.setAge('declined');
      await gate.settle();
      expect([gate.isOpen, gate.heading.textContent]).to.deep.equal([true, 'Thank you for telling us']);
      gate.store.setAge('adult');
      expect([gate.isOpen, gate.told]).to.deep.equal([false, []]);
    });
  });

  describe('keyboard', () => {
    it('begins at its heading, in each view', async () => {
      gate = await AgeHarness.open();
      expectFocus(gate.heading);
      await gate.press('accompanied');
      expectFocus(gate.heading);
      await gate.press('back');
      await gate.press('alone');
      expectFocus(gate.heading);
    });

    it('reaches each answer by Tab, and takes it by Enter', async () => {
      gate = await AgeHarness.open();
      for (const action of ['adult', 'accompanied', 'alone'] as const) {
        await sendKeys({ press: 'Tab' });
        expectFocus(gate.button(action));
      }
      await sendKeys({ press: 'Enter' });
      await gate.settle();
      expect(gate.store.calls).to.deep.equal([['confirmAge', 'declined', 'button']]);
    });

    it('stays open and answers nothing by Escape, pressed however often', async () => {
      gate = await AgeHarness.open();
      for (let time = 0; time < 3; time += 1) {
        await sendKeys({ press: 'Escape' });
        await painted();
        expect(gate.isOpen).to.equal(true);
      }
      expect(gate.store.calls).to.deep.equal([]);
    });

    it('opens again where something else closed it', async () => {
      gate = await AgeHarness.open();
      gate.dialog.close();
      await painted();
      expect(gate.isOpen).to.equal(true);
      expectFocus(gate.heading);
    });
  });

  describe('parts and tokens', () => {
    it('draws the parts that its comment lists', async () => {
      const { parts } = await (VIEWS['the birth date with a mistake'] as () => Promise<AgeHarness>)();
      gate = await AgeHarness.open({ links: LINKS });
      expect(new Set([...gate.parts, ...parts])).to.deep.equal(
        new Set(['box', 'title', 'text', 'form', 'field', 'hint', 'error', 'answers', 'note', 'links']),
      );
    });

    for (const [token, property] of [
      ['color-accent', 'background-color'],
      ['color-on-accent', 'color'],
    ] as const) {
      it(`is themed by --fairsay-${token}, all answers together`, async () => {
        addPageStyles(`:root { --fairsay-${token}: rgb(1, 2, 3) }`);
        gate = await AgeHarness.open();
        for (const button of gate.buttons) {
          expect(getComputedStyle(button).getPropertyValue(property)).to.equal('rgb(1, 2, 3)');
        }
      });
    }
  });

  describe('lifecycle', () => {
    it('asks nothing where nothing waits', async () => {
      for (const options of [{ age: undefined, minimumAge: 0 }, { age: 'adult' }, { age: 'accompanied' }] as const) {
        const { element, isOpen } = await AgeHarness.create({}, options as never);
        element.show();
        await element.updateComplete;
        expect(isOpen).to.equal(false);
        element.remove();
      }
    });

    it('does nothing without a store', async () => {
      const element = addToPage(document.createElement('fairsay-age-gate'));
      element.show();
      await element.updateComplete;
      expect(document.querySelector(':modal')).to.equal(null);
    });

    it('asks once, with two of it on the page', async () => {
      gate = await AgeHarness.open();
      const copy = addToPage(document.createElement('fairsay-age-gate'));
      copy.show();
      await copy.updateComplete;
      expect(copy.shadowRoot?.querySelector(':modal')).to.equal(null);
    });

    it('goes on asking where it was moved', async () => {
      gate = await AgeHarness.open();
      addToPage(document.createElement('div')).append(gate.element);
      await gate.settle();
      await painted();
      expect(gate.isOpen).to.equal(true);
    });

    it('leaves no listener behind', async () => {
      const listeners = watchListeners();
      gate = await AgeHarness.open();
      await gate.press('adult');
      gate.end();
      gate.element.remove();
      await painted();
      expect(listeners.count).to.equal(0);
      listeners.end();
    });
  });

  describe('localisation', () => {
    it('speaks the page’s language, in its direction', async () => {
      document.documentElement.lang = 'ar';
      gate = await AgeHarness.open({}, { locales: [arabic, ar] });
      expect(gate.heading.textContent).to.equal(ar.messages.ageTitle);
      expect([gate.dialog.lang, gate.dialog.dir]).to.deep.equal(['ar', 'rtl']);
    });

    it('picks the language of the shop’s own texts, and writes numbers in it', async () => {
      document.documentElement.lang = 'de';
      gate = await AgeHarness.open({ links: LINKS }, { locales: [german, de] });
      expect(gate.links[1]?.textContent).to.equal('Hilfe');
      expect(gate.text).to.contain('30 Tage');
    });

    it('lets the shop replace each text', async () => {
      gate = await AgeHarness.open({}, { settings: { texts: { en: { ageAdult: 'Yes, {age} and more' } } } });
      expect(gate.button('adult').textContent).to.equal('Yes, 18 and more');
    });
  });
});
