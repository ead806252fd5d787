/** The rules of consent as plain values and functions: no browser, no clock, no storage but what they are given. */
export * from './age/age-desk.js';
export * from './age/age-record.js';
export * from './age/calendar.js';
export * from './age/closely.js';
export * from './age/glance.js';
export * from './choices.js';
export * from './decisions.js';
export * from './grammar.js';
export * from './policy.js';
export * from './print.js';
export * from './record.js';
export * from './snapshot.js';
export * from './state.js';
export * from './store.js';
export * from './turn/turn.js';
