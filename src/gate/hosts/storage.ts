import type { StorageKind } from '../../config/types.js';
import { classOf, type Act, type Patches } from './patch.js';
import type { Ruler } from './ruler.js';

/** What deletes a cookie and writes none. */
const DELETING = /max-age\s*=\s*(0|-)|expires\s*=[^;]*19\d\d/i;

/** Patches what writes cookies and other storage by name, for a page that is strict. */
export function patchStorage({ add }: Patches, { holdsName }: Ruler): void {
  const refuse = (kind: StorageKind, name: unknown, answer?: unknown): Act | false =>
    holdsName(kind, String(name).trim()) && (() => answer);
  add(
    classOf('Document'),
    'cookie',
    (_: Document, [text]: [unknown]) =>
      !DELETING.test(String(text)) && refuse('cookie', String(text).replace(/[=;][^]*/, '')),
    'set',
  );
  add(classOf('CookieStore'), 'set', (_: unknown, [cookie]: [string | { name: string }]) =>
    refuse('cookie', typeof cookie === 'object' ? cookie.name : cookie, Promise.resolve()),
  );
  add(classOf('Storage'), 'setItem', (self: Storage, [name]: [unknown]) =>
    refuse(self === sessionStorage ? 'session' : 'local', name),
  );
}
