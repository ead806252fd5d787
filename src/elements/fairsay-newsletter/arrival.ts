/** What the address of the page brought along. */
export interface Arrival {
  /** What tells the server who it is about. It is kept here and nowhere else. */
  readonly token: string | undefined;
  /** Whether the link was for stopping everything. That is made ready, and never done by itself. */
  readonly stop: boolean;
}

/**
 * Reads the address, and takes the token out of it, so that no referrer, bookmark or history of the tab has it. Whatever
 * else is in the address stays as it is written.
 */
export function arrive(parameter: string): Arrival {
  const { search, pathname, hash } = location;
  const asked = new URLSearchParams(search);
  const token = asked.get(parameter) ?? undefined;
  if (token !== undefined) {
    const kept = search
      .slice(1)
      .split('&')
      .filter((pair) => !new URLSearchParams(pair).has(parameter))
      .join('&');
    try {
      history.replaceState(history.state, '', pathname + (kept && `?${kept}`) + hash);
    } catch {
      // A sandboxed frame cannot change its address. The shopper can still choose.
    }
  }
  return { token, stop: hash === '#stop-all' || asked.get('newsletter') === 'stop' };
}
