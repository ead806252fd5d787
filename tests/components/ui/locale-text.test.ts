import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { LitElement } from 'lit';
import type { LocalText } from '../../../src/config/types.js';
import { de } from '../../../src/locales/de.js';
import { PageController } from '../../../src/ui/controllers/page-controller.js';
import { shareFake, type FakeOptions } from '../../support/fakes/fake-store.js';
import { resetPage } from '../../support/harness/page-harness.js';

class ViewElement extends LitElement {
  readonly page = new PageController(this);
}
customElements.define('test-view', ViewElement);

async function viewIn(lang: string, options?: FakeOptions): Promise<PageController> {
  shareFake(options);
  const view = await fixture<ViewElement>(html`<test-view lang=${lang}></test-view>`);
  await nextFrame();
  return view.page;
}

describe('the language of an element', () => {
  beforeEach(resetPage);

  const texts: readonly [lang: string, text: LocalText | undefined, picked: string | undefined][] = [
    ['de-AT', 'One', 'One'],
    ['de-AT', { 'de-AT': 'Eins!', de: 'Eins', en: 'One' }, 'Eins!'],
    ['de-AT', { de: 'Eins', en: 'One' }, 'Eins'],
    ['de-AT', { fr: 'Un', en: 'One' }, 'One'],
    ['de-AT', { fr: 'Un', it: 'Uno' }, 'Un'],
    ['de-AT', {}, undefined],
    ['de-AT', undefined, undefined],
  ];
  for (const [lang, text, picked] of texts) {
    it(`picks ${picked ?? 'nothing'} of ${JSON.stringify(text)} in ${lang}`, async () => {
      expect((await viewIn(lang)).pick(text)).to.equal(picked);
    });
  }

  it('gets a language once, by its base', async () => {
    const store = shareFake({ locales: [de] });
    const view = await fixture<ViewElement>(html`<test-view lang="de-CH"></test-view>`);
    await nextFrame();
    store.change('signal');
    await nextFrame();
    expect(view.page.messages.rejectAll).to.equal(de.messages.rejectAll);
    expect(store.parts).to.deep.equal(['lang-de']);
  });

  it('asks for no language that the library has not', async () => {
    const store = shareFake();
    const view = await fixture<ViewElement>(html`<test-view lang="xx"></test-view>`);
    await nextFrame();
    expect(store.parts).to.deep.equal([]);
    expect(view.page.locale?.lang).to.equal('en');
  });

  it('speaks English where a language does not come', async () => {
    const page = await viewIn('de');
    expect(page.locale?.lang).to.equal('en');
    expect(page.messages.acceptAll).to.equal('Accept all');
  });

  it('takes the last of two languages that the page changes to at once', async () => {
    const store = shareFake({ locales: [de] });
    const view = await fixture<ViewElement>(html`<test-view lang="en"></test-view>`);
    view.lang = 'de';
    view.requestUpdate();
    await view.updateComplete;
    view.lang = 'en';
    await nextFrame();
    expect(view.page.locale?.lang).to.equal('en');
    expect(store.parts).to.deep.equal(['lang-de']);
  });
});
