/** The page that is measured: the same for every subject but for what its documentation asks for. */

/** @typedef {import('./subjects.mjs').Subject} Subject */

const PARAGRAPH =
  '<p>A bag of full-grain leather, cut and sewn by hand, that gets better with every year it is used.</p>';
/** Where the shop's own styles are. */
export const STYLES = '/bench/shop.css';
/** Where the held tags are. */
const TAG = { analytics: '/bench/tag.js?analytics', marketing: '/bench/tag.js?marketing' };

/** Where a subject's files are served. @param {Subject} subject */
export const baseOf = ({ name }) => `/bench/${name.replace(' ', '-')}/`;

/** A held script that says when it has run. @param {Subject} subject @param {keyof typeof TAG} category */
const tag = (subject, category) => `<script ${subject.mark(category)} ${subject.src}="${TAG[category]}"></script>`;

/**
 * A page of a shop: text, a picture, and what waits for a yes.
 *
 * @param {Subject} subject
 * @param {string} [held]
 */
export function pageOf(subject, held = tag(subject, 'analytics') + tag(subject, 'marketing')) {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bench</title>
<meta name="viewport" content="width=device-width">
${subject.head(baseOf(subject))}
<link rel="stylesheet" href="${STYLES}"></head><body>
<h1>Bags</h1><button id="start" onclick="startAll()">Start</button>
<img src="/assets/bags/satchel.svg" width="640" height="480" alt="A satchel">
${PARAGRAPH.repeat(20)}${held}</body></html>`;
}
