/** What a shopper can do: it comes when something can be decided, and most pages never need it. */
export { createActions } from '../page/actions.js';
export { showGate as place } from '../page/age/show-gate.js';
