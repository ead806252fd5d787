import type { NoticeConfig } from '../../config/notice.js';
import type { Draft } from '../../core/receipt/draft.js';
import type { Envelope } from '../../core/receipt/envelope.js';
import { readHistory } from '../../core/receipt/history.js';
import type { Store } from '../../core/store.js';
import { alone } from '../../platform/log/alone.js';
import { watchLeaving, whenSeen } from '../../platform/log/leaving.js';
import { logAddress, post, postLast } from '../../platform/log/post.js';
import { createShelf } from '../../platform/log/shelf.js';
import type { Host } from '../host.js';
import { Log } from './log.js';

const queue = createShelf('fairsay-log');
const history = createShelf('fairsay-history');

/** The page's own, once it is needed, and the store that says where to: a page that starts again has another. */
let log: Log | undefined;
let store: Store | undefined;

/**
 * Sends a choice as it was written down, and what an earlier page could not send. Where the configuration names no log, all
 * of it waits for a page that does.
 */
export function send(running: Store, warn: Host['warn'], draft?: Draft): void {
  store = running;
  const { endpoint } = running.settings.log;
  if (!logAddress(endpoint)) {
    if (endpoint) {
      warn('log-address');
    }
    return;
  }
  const own = (log ??= startLog(warn));
  void whenSeen().then(() => {
    if (draft) {
      own.add(draft);
    } else {
      own.send();
    }
  });
}

function startLog(warn: Host['warn']): Log {
  const address = (): URL | undefined => logAddress(store?.settings.log.endpoint);
  const notice = (): NoticeConfig | undefined => store?.settings.notice;
  const own = new Log({
    address,
    notice,
    queue,
    history,
    warn,
    now: Date.now,
    lot: Math.random,
    post,
    postLast,
    alone,
  });
  watchLeaving(
    () => {
      own.leave();
    },
    () => {
      own.back();
    },
  );
  return own;
}

/** The shopper's own envelopes, oldest first: those that the shop was sent, or will be. */
export function readOwn(): Envelope[] {
  return readHistory(history.read());
}
