/** The rules of consent as plain values and functions: no browser, no clock, no storage but what they are given. */
export * from './choices.js';
export * from './decisions.js';
export * from './grammar.js';
export * from './policy.js';
export * from './print.js';
export * from './record.js';
export * from './snapshot.js';
export * from './state.js';
export * from './store.js';
export type * from './notice/facts.js';
export { outlineOf } from './notice/outline.js';
export { renderNotice, type RenderOptions } from './notice/markup.js';
export { writeData, writeText } from './notice/text.js';
