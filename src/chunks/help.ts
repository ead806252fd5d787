/** What the guard fetches only when it has something to say. */
export { explain } from '../page/explain.js';
