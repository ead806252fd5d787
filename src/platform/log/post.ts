/** How long an answer may take, in milliseconds. */
const LIMIT = 10_000;

const JSON_TYPE = 'application/json';

/** What a log of a shop answers. */
export interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
}

/** Finds the address of a log: on this site, or with https. Nothing where it is neither. */
export function logAddress(endpoint = ''): URL | undefined {
  try {
    const address = new URL(endpoint, document.baseURI);
    const fits = address.origin === location.origin || address.protocol === 'https:';
    return endpoint && fits ? address : undefined;
  } catch {
    return undefined;
  }
}

/** Posts a body that outlives the page. Resolves with nothing where no answer comes in time. */
export async function post(address: URL, body: string): Promise<Answer | undefined> {
  const ends = new AbortController();
  const timer = setTimeout(() => {
    ends.abort();
  }, LIMIT);
  try {
    const { status, headers } = await fetch(address, { ...request(body), signal: ends.signal });
    return { status, retryAfter: headers.get('retry-after') };
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

/** Whether a body that is on its way arrives when the page is left. */
export function outlivesPage(): boolean {
  return 'keepalive' in Request.prototype;
}

/** Posts a body as the page is left. Nobody hears the answer. Says whether the browser has taken it. */
export function postLast(address: URL, body: string): boolean {
  if (address.origin === location.origin) {
    return navigator.sendBeacon(address, new Blob([body], { type: JSON_TYPE }));
  }
  // A beacon would bring cookies along to another site.
  fetch(address, request(body)).catch(() => undefined);
  return true;
}

function request(body: string): RequestInit {
  return {
    method: 'POST',
    body,
    headers: { 'content-type': JSON_TYPE },
    credentials: 'same-origin',
    referrerPolicy: 'no-referrer',
    // A page that one is sent on to, such as that of a login, is no log.
    redirect: 'error',
    keepalive: true,
  };
}
