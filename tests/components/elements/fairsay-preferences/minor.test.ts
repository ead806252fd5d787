import { expect } from '@open-wc/testing';
import { resetPage } from '../../../support/harness/page-harness.js';
import { PreferencesHarness } from '../../../support/harness/preferences-harness.js';
import { SHOP } from '../../../support/shop.js';

const ANSWERS = '[data-action]:not([data-action="close"])';

/** The preferences while somebody under age is there. */
const openForMinor = () =>
  PreferencesHarness.open({ settings: SHOP, age: 'accompanied', minimumAge: 18, answers: { analytics: true } });

describe('<fairsay-preferences> while a minor is there, or may be', () => {
  beforeEach(resetPage);

  it('says why everything optional is off, and has no violation', async () => {
    const preferences = await openForMinor();
    expect(preferences.part('text').textContent).to.contain('under age');
    await expect(preferences.element).to.be.accessible();
  });

  it('shows each switch off, and lets none be used', async () => {
    const { switches } = await openForMinor();
    expect(switches.length).to.be.greaterThan(0);
    expect(switches.map(({ checked, disabled }) => [checked, disabled])).to.deep.equal(
      switches.map(() => [false, true]),
    );
  });

  it('offers no answer, neither to accept nor to refuse, and can be closed', async () => {
    const preferences = await openForMinor();
    expect(preferences.element.renderRoot.querySelectorAll(ANSWERS)).to.have.lengthOf(0);
    preferences.part('close').click();
    expect(preferences.isOpen).to.equal(false);
    expect(preferences.store.calls.filter(([name]) => name !== 'get')).to.deep.equal([]);
  });

  it('offers all of it again once an adult has confirmed', async () => {
    const preferences = await openForMinor();
    preferences.store.setAge('adult');
    await preferences.element.updateComplete;
    expect(preferences.switchOf('analytics')?.disabled).to.equal(false);
    expect(preferences.element.renderRoot.querySelectorAll(ANSWERS)).to.have.lengthOf(3);
  });
});
