import { checkConfig } from '../../config/check/check-config.js';
import { formatProblem } from '../../config/check/problem.js';
import type { Settings } from '../../config/settings.js';
import { explain } from './explain.js';

/** What is held, and what is marked at all. */
const HELD =
  '[data-fairsay]:is(script[type="text/plain"], [data-src]:not([src]), [data-srcset]:not([srcset]), [data-href]:not([href]))';

/** The guard's tag, and a configuration in the page. */
const TAG = 'script:is([src*="fairsay.js"], [src*="fairsay-all.js"])';
const CONFIG = 'script[type="application/json"][data-fairsay-config]';

/**
 * Tells a developer, on the machine that a shop is built on, how things stand: one line that counts what is held and what was
 * let go, then every mistake in the configuration that the page can live with.
 */
export function advise({ keep, ...config }: Settings): void {
  const count = (selector: string): number => document.querySelectorAll(selector).length;
  const held = count(HELD);
  console.info('[fairsay]', { held, released: count('[data-fairsay]') - held });
  const [tag, written] = [TAG, CONFIG].map((selector) => document.querySelector(selector));
  if (tag && written && tag.compareDocumentPosition(written) & Node.DOCUMENT_POSITION_FOLLOWING) {
    explain('config-late');
  }
  // One that failed as a whole has been told already. As JSON, as attributes that are not there leave keys without a value;
  // and what a shop left out stands there empty.
  const declared = Object.entries(config).filter(([, value]) => JSON.stringify(value) !== '{}');
  for (const problem of keep ? checkConfig(JSON.parse(JSON.stringify(Object.fromEntries(declared)))) : []) {
    console[problem.severity === 'error' ? 'warn' : 'info'](formatProblem(problem));
  }
}
