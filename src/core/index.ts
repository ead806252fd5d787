/** The rules of consent as plain values and functions: no browser, no clock, no storage but what they are given. */
export * from './choices.js';
export * from './decisions.js';
export * from './grammar.js';
export * from './newsletter/newsletter-record.js';
export * from './newsletter/pause.js';
export * from './newsletter/problem.js';
export * from './newsletter/read-state.js';
export * from './newsletter/state.js';
export * from './policy.js';
export * from './print.js';
export * from './receipt/envelope.js';
export * from './receipt/shown-hash.js';
export * from './record.js';
export * from './snapshot.js';
export * from './state.js';
export * from './store.js';
