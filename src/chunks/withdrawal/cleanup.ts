/** What removes what was stored, after a withdrawal. It is fetched with a yes, and again asked for with a no. */
export { cleanUp } from '../../gate/cleanup/clean-up.js';
