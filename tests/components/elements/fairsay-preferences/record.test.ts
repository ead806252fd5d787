/** The shopper's own record at the end of the preferences. */
import { expect } from '@open-wc/testing';
import { ar } from '../../../../src/locales/ar.js';
import { de } from '../../../../src/locales/de.js';
import type { Receipt } from '../../../../src/core/receipt/receipt.js';
import { describeReceipt } from '../../../../src/page/records/receipt.js';
import type { FakeOptions } from '../../../support/fakes/fake-store.js';
import { resetPage, setScheme } from '../../../support/harness/page-harness.js';
import { PreferencesHarness } from '../../../support/harness/preferences-harness.js';
import { DECISION, envelopeOf, idOf } from '../../../support/records.js';
import { SHOP } from '../../../support/shop.js';

const HASH = 'ab'.repeat(32);
const OWN = envelopeOf(2, { shown: { version: '3', hash: HASH, lang: 'en' } });

/** A shopper who has allowed analytics but not its counter, and refused the rest. */
const DECIDED: FakeOptions = {
  settings: SHOP,
  answers: { functional: false, analytics: true, counter: false, marketing: false },
  decision: DECISION,
  modules: { receipt: { describeReceipt } },
};

const LOGGED: FakeOptions = {
  ...DECIDED,
  settings: { ...SHOP, log: { endpoint: '/choices' } },
  modules: { receipt: { describeReceipt }, log: { readOwn: () => [OWN] } },
};

/** Opens the preferences, and resolves once the record is there. */
async function open(options: FakeOptions = DECIDED): Promise<PreferencesHarness> {
  const preferences = await PreferencesHarness.open(options);
  await preferences.recordShown();
  return preferences;
}

/** The file that a press gives, by its name and as it reads. */
async function download(preferences: PreferencesHarness): Promise<{ name: string; receipt: Receipt }> {
  const { createObjectURL } = URL;
  const { click } = HTMLAnchorElement.prototype;
  let blob = new Blob();
  let name = '';
  URL.createObjectURL = (object) => {
    blob = object as Blob;
    return createObjectURL.call(URL, object);
  };
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    name = this.download;
    expect(this.href).to.match(/^blob:/);
  };
  preferences.button('download').click();
  Object.assign(URL, { createObjectURL });
  HTMLAnchorElement.prototype.click = click;
  return { name, receipt: JSON.parse(await blob.text()) as Receipt };
}

describe('the record in <fairsay-preferences>', () => {
  beforeEach(resetPage);

  describe('accessibility', () => {
    for (const [name, scheme, lang] of [
      ['light', 'light', 'en'],
      ['dark', 'dark', 'en'],
      ['right to left', 'light', 'ar'],
    ] as const) {
      it(`has no violation, ${name}`, async () => {
        setScheme(scheme);
        document.documentElement.lang = lang;
        const preferences = await open({ ...LOGGED, locales: [ar] });
        await expect(preferences.element).to.be.accessible();
      });
    }
  });

  describe('properties', () => {
    it('says when, what, how, in which language, and under which number', async () => {
      const { record } = await open();
      expect(record).to.deep.equal({
        'Answered on': new Date(DECISION.time * 1000).toLocaleString('en', { dateStyle: 'long', timeStyle: 'medium' }),
        Allowed: 'Analytics',
        Refused: 'Functional, Marketing, and Counter',
        'Answered with': 'a button',
        Language: 'English',
        Number: idOf(99),
      });
    });

    for (const [source, words] of [
      ['script', 'a program'],
      ['api', 'a control of this page'],
      ['embed', 'a placeholder'],
    ] as const) {
      it(`says that the answer was given with ${words}`, async () => {
        const { record } = await open({ ...DECIDED, decision: { ...DECISION, source } });
        expect(record['Answered with']).to.equal(words);
      });
    }

    it('says what was shown, where the log of the shop knows', async () => {
      const { record } = await open(LOGGED);
      expect(record['Fingerprint of the text shown']).to.equal(`3 ${HASH}`);
    });

    it('says nothing of a text that is not of this decision', async () => {
      const { record } = await open({ ...LOGGED, decision: { ...DECISION, seq: 3 } });
      expect(record).not.to.have.property('Fingerprint of the text shown');
    });

    it('says nothing of a text where nothing was on screen, though a version of the notice was in force', async () => {
      const unseen = { ...OWN, shown: { ...OWN.shown, hash: '' } };
      const { record } = await open({ ...LOGGED, modules: { ...LOGGED.modules, log: { readOwn: () => [unseen] } } });
      expect(record).not.to.have.property('Fingerprint of the text shown');
    });

    it('calls a language by its tag where that is none', async () => {
      const { record } = await open({ ...DECIDED, decision: { ...DECISION, lang: 'x_y' } });
      expect(record['Language']).to.equal('x_y');
    });

    it('is not there where nothing was decided', async () => {
      const { decision: _, answers: __, ...undecided } = DECIDED;
      const preferences = await PreferencesHarness.open(undecided);
      await preferences.settled();
      expect(preferences.parts).not.to.include('record');
    });

    it('is not there where its code does not load, and everything else is', async () => {
      const preferences = await PreferencesHarness.open({ ...DECIDED, modules: {} });
      await preferences.settled();
      expect(preferences.parts).not.to.include('record');
      await preferences.press('save');
      expect(preferences.store.callsOf('save')).to.have.lengthOf(1);
    });

    it('is there without what the log would add, where that does not load', async () => {
      const { record } = await open({ ...LOGGED, modules: { receipt: { describeReceipt } } });
      expect(record['Allowed']).to.equal('Analytics');
    });
  });

  describe('events', () => {
    it('gives the record as a file, and leaves the dialog open', async () => {
      const preferences = await open(LOGGED);
      const { name, receipt } = await download(preferences);
      expect(name).to.equal('choices-2026-01-15.json');
      expect(receipt.envelopes).to.deep.equal([OWN]);
      expect(receipt.consentRecord.header.record_id).to.equal(DECISION.id);
      expect(receipt.consentRecord.pii_processing.purposes[2]).to.include({
        ...{ purpose: 'analytics', purpose_name: 'Analytics' },
      });
      expect([preferences.isOpen, preferences.store.calls]).to.deep.equal([true, []]);
    });

    it('needs no network once the preferences have been open', async () => {
      const preferences = await open();
      const parts = [...preferences.store.parts];
      expect(parts).to.include('receipt').and.not.to.include('log');
      await download(preferences);
      expect(preferences.store.parts).to.deep.equal(parts);
    });

    for (const [action, place] of [
      ['accept-all', 0],
      ['reject-all', 0],
      ['save', 0],
    ] as const) {
      it(`is no part of what was on screen for ${action}`, async () => {
        const preferences = await open();
        await preferences.press(action);
        const shown = preferences.store.texts[place];
        expect(shown).to.contain('Privacy choices').and.contain('Measures how the site is used');
        expect(shown).to.contain('Accept all').and.not.contain(idOf(99));
      });
    }

    it('lets a service that the shopper has opened be part of what was on screen', async () => {
      const preferences = await open();
      await preferences.openServices(2);
      await preferences.press('save');
      expect(preferences.store.texts[0]).to.contain('Counter Ltd').and.not.contain('Adnet');
    });
  });

  describe('localisation', () => {
    it('speaks the page’s language', async () => {
      document.documentElement.lang = 'de';
      const { record } = await open({ ...LOGGED, locales: [de] });
      expect(record['Erlaubt']).to.equal('Statistik');
      expect(record['Sprache']).to.equal('Englisch');
    });
  });
});
