/** What a page does about an age beside the question: it looks, marks, takes down and has the question asked. */
import type { Settings } from '../../config/settings.js';
import { createAgeDesk } from '../../core/age/age-desk.js';
import type { AgeAnswer, AgeGlance } from '../../core/age/glance.js';
import type { Source } from '../../core/state.js';
import type { Store } from '../../core/store.js';
import { turnOf } from '../../core/turn/turn.js';
import { keepAges, readAges } from '../../platform/age-keeper.js';
import { randomId } from '../../platform/random-id.js';
import { language, type Actions } from '../actions.js';
import type { Running } from '../assemble.js';
import type { Host } from '../host.js';
import { markDocument } from './mark-document.js';

/** What is done about an age on a page that asks for one. */
export interface Ages {
  /** What the stored answers mean for this page, under some settings. */
  readonly look: (settings: Settings) => AgeGlance;
  /** Takes down what somebody says, and tells. */
  readonly confirm: (answer: AgeAnswer, source?: Source) => void;
  /** Has the age asked for, where something waits for the answer. Rejects where it cannot be. */
  readonly ask: () => Promise<void>;
  /** Forgets what holds for this page alone. */
  readonly forget: () => void;
}

/** What waits for an answer about the age, where a page marks parts. */
const PARTS = 'body [data-fairsay-age]';

const isRead = (): boolean => document.readyState !== 'loading';

/** Creates what is done about an age. */
export function createAges(running: Running, host: Host, learn: Actions['learn']): Ages {
  const { store } = running;
  const desk = createAgeDesk({
    store,
    look: (settings, cookies) => lookHere(store, settings, cookies),
    readAges,
    keepAges: (kept) => {
      keepAges(kept, store.settings.record.domain);
    },
    now: Date.now,
    random: randomId,
    lang: () => language(store.settings.lang),
  });
  const recheck = (): void => {
    const news = { glance: desk.look(store.settings), record: store.latest() };
    if (JSON.stringify(news) !== JSON.stringify({ glance: store.glance, record: store.record })) {
      learn(news);
    }
  };
  watchReturns(running, recheck);
  return {
    look: desk.look,
    forget: desk.forget,
    confirm: (answer, source) => {
      const outcome = desk.take(answer, source);
      if (outcome === 'not-asked') {
        host.warn('not-answered', `age ${answer}`);
        return;
      }
      if (outcome === 'held') {
        host.warn('not-kept', `age ${answer}`);
      }
      // No choice, but something that the page learns of the shopper, as it does by Global Privacy Control.
      learn({ glance: desk.look(store.settings), record: store.record }, 'signal');
    },
    ask: () => ask(store, host, recheck),
  };
}

/** Sees what cookies mean for this page. Where only marked parts wait, and all read there are none, it asks nobody. */
function lookHere({ glanceAtAge }: Store, settings: Settings, cookies: string): AgeGlance {
  const asksNobody = settings.age.scope === 'parts' && isRead() && !document.querySelector(PARTS);
  return glanceAtAge(asksNobody ? { ...settings, age: {} } : settings, location.pathname, cookies);
}

/** Has the age asked for. What the guard saw at a glance is looked at closely first, once the page is read as far as needed. */
async function ask(store: Store, host: Host, recheck: () => void): Promise<void> {
  if (store.settings.age.scope === 'parts' && !isRead()) {
    await new Promise((resolve) => {
      document.addEventListener('DOMContentLoaded', resolve);
    });
  }
  recheck();
  markDocument(store);
  if (turnOf(store.state) === 'age-gate') {
    const { place } = await host.get('age-view');
    await place('age-gate', false);
  }
}

/** Looks again when the page comes back: out of the browser's memory, or, while it waits, from behind another tab. */
function watchReturns(running: Running, recheck: () => void): void {
  const { store, stop } = running;
  const ends = new AbortController();
  const { signal } = ends;
  const handleReturn = ({ type, persisted }: Partial<PageTransitionEvent>): void => {
    if (type === 'pageshow' ? persisted : store.state.minor && !document.hidden) {
      recheck();
    }
  };
  addEventListener('pageshow', handleReturn, { signal });
  document.addEventListener('visibilitychange', handleReturn, { signal });
  running.stop = () => {
    ends.abort();
    // A page that nothing watches over any more hides nothing.
    delete document.documentElement.dataset['fairsayAge'];
    stop();
  };
}
