import { expect } from '@open-wc/testing';
import { decodeQueue } from '../../../src/core/receipt/queue.js';
import { hashOf } from '../../../src/core/receipt/seal.js';
import { shownHash } from '../../../src/core/receipt/shown-hash.js';
import type { Cause, Change, Source } from '../../../src/core/state.js';
import type { Store } from '../../../src/core/store.js';
import type { Draft } from '../../../src/core/receipt/draft.js';
import type { Host } from '../../../src/page/host.js';
import { createReport, reportChange, type Report } from '../../../src/page/records/report.js';
import { BannerHarness } from '../../support/harness/banner-harness.js';
import { resetPage } from '../../support/harness/page-harness.js';
import { DECISION } from '../../support/records.js';
import { FakeStore } from '../../support/fakes/fake-store.js';
import { SHOP } from '../../support/shop.js';

const LOG = 'fairsay-log';

/** A page that decides, and what its log is sent. */
class Desk {
  readonly sent: Draft[] = [];
  readonly warnings: unknown[][] = [];
  readonly parts: string[] = [];
  readonly store: FakeStore;
  readonly report: Report;
  loads = true;

  constructor(endpoint = '/choices') {
    this.store = new FakeStore({ settings: { log: endpoint ? { endpoint } : {} }, decision: DECISION });
    this.report = createReport(this.store as unknown as Store, this.host);
  }

  readonly host = {
    get: (part: string) => {
      this.parts.push(part);
      const send = (_: unknown, __: unknown, draft: Draft): void => {
        this.sent.push(draft);
      };
      return this.loads ? Promise.resolve({ send }) : Promise.reject(new TypeError(part));
    },
    warn: (...args: unknown[]) => {
      this.warnings.push(args);
    },
  } as unknown as Host;

  /** Decides, and resolves once the log has heard of it. */
  async decide(source: Source, shown?: string, part: Partial<Change> = {}): Promise<void> {
    const state = { ...this.store.state, decision: { ...DECISION, source } };
    const { decision: _, ...first } = { ...this.store.state, asking: ['analytics'] };
    reportChange(this.report, { cause: 'choice', state, previous: first, changed: [], ...part }, shown);
    await Promise.resolve();
  }

  /** The hash in the last record that was written down. */
  get hash(): string | undefined {
    return decodeQueue(localStorage.getItem(LOG) ?? '', DECISION.time * 1000).at(-1)?.record.shown.hash;
  }
}

describe('a choice', () => {
  beforeEach(() => {
    resetPage();
    localStorage.removeItem(LOG);
  });

  afterEach(() => {
    localStorage.removeItem(LOG);
  });

  it('is on the shelf before anything is fetched, and goes to the log', async () => {
    const desk = new Desk();
    const decided = desk.decide('button', 'Accept all');
    expect(desk.hash).to.equal(hashOf('Accept all'));
    await decided;
    expect(desk.parts).to.deep.equal(['log']);
    expect(desk.sent.map(({ shown }) => shown)).to.deep.equal(['Accept all']);
    expect(desk.warnings).to.deep.equal([]);
  });

  it('leaves no trace, and fetches nothing, where the shop has no log', async () => {
    const desk = new Desk('');
    await desk.decide('button', 'Accept all');
    expect([desk.parts, localStorage.getItem(LOG)]).to.deep.equal([[], null]);
  });

  it('waits on the shelf where the code of the log does not load, and the console says so', async () => {
    const desk = new Desk();
    desk.loads = false;
    await desk.decide('button', 'Accept all');
    await Promise.resolve();
    expect(desk.warnings.map(([code]) => code)).to.deep.equal(['log-waits']);
    expect(desk.hash).to.equal(hashOf('Accept all'));
  });

  it('makes room for itself where nothing was ever sent', async () => {
    const desk = new Desk();
    localStorage.setItem(LOG, `${'x'.repeat(2e5)}\n`);
    await desk.decide('button', 'Accept all');
    expect(localStorage.getItem(LOG)?.length).to.equal(1e5);
    expect(desk.hash).to.equal(hashOf('Accept all'));
  });

  it('is none where the shopper did not decide', async () => {
    const desk = new Desk();
    for (const cause of ['restored', 'signal', 'sync', 'expired'] satisfies Cause[]) {
      await desk.decide('button', 'Accept all', { cause });
    }
    expect(desk.parts).to.deep.equal([]);
  });

  describe('on the banner', () => {
    /** What a person reads on it, put together by hand. */
    function wordsOf(banner: BannerHarness): string {
      const buttons = banner.buttons.map(({ textContent }) => textContent);
      const { title, text, purposes, link, closeButton } = banner;
      return [title, text, ...purposes, link?.textContent, closeButton.textContent, ...buttons].join(' ');
    }

    for (const source of ['button', 'script'] as const) {
      it(`has the hash of what the banner reads, by a ${source}`, async () => {
        const banner = await BannerHarness.create({ settings: SHOP });
        const desk = new Desk();
        await desk.decide(source);
        expect(desk.hash).to.equal(hashOf(wordsOf(banner)));
      });
    }

    it('has the same hash where it is kept after the banner has closed, as on a slow network', async () => {
      const banner = await BannerHarness.create({ settings: SHOP });
      const desk = new Desk();
      await banner.reject();
      expect(banner.shown).to.equal(false);
      await desk.decide('button');
      expect(desk.hash).to.equal(hashOf(wordsOf(banner)));
    });

    it('has another hash where a part of it cannot be seen', async () => {
      const banner = await BannerHarness.create({ settings: SHOP });
      const desk = new Desk();
      banner.part('text').style.display = 'none';
      await desk.decide('button');
      expect(desk.hash).to.equal(hashOf(wordsOf(banner).replace(banner.text, '')));
    });

    it('has none where the page decides by itself', async () => {
      await BannerHarness.create({ settings: SHOP });
      const desk = new Desk();
      await desk.decide('api');
      expect(desk.hash).to.equal('');
    });

    it('has none where no question was open: then a button is one of the page', async () => {
      await BannerHarness.create({ settings: SHOP });
      const desk = new Desk();
      const { decision: _, ...previous } = { ...desk.store.state, asking: [] };
      await desk.decide('button', undefined, { previous });
      expect(desk.hash).to.equal('');
    });
  });

  it('on a page without a banner has none', async () => {
    const desk = new Desk();
    await desk.decide('button');
    expect(desk.hash).to.equal('');
  });
});

describe('the hash', () => {
  it('is that of the browser itself', async () => {
    for (const text of ['', 'Accept all', 'Wir möchten 🍪 zählen. نودّ عدّ الزيارات.'.repeat(99)]) {
      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
      const expected = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      expect(shownHash(text)).to.equal(expected);
    }
  });
});
