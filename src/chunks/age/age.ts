/** The rules about an age, without what asks for it: for pages that ask, and for sessions in which a minor has answered. */
export { judgeBirth, localDay } from '../../core/age/calendar.js';
export { createAges } from '../../page/age/ages.js';
export { placeAge as place } from '../../page/age/place-age.js';
