/** The preferences, and what puts them on the page. */
export * from '../elements/fairsay-preferences/define.js';
export { place } from '../ui/place.js';
