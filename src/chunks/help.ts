/** What the guard fetches only when it has something to say. */
export { explain } from '../page/help/explain.js';
export { advise } from '../page/help/advise.js';
