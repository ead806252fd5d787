/** The question for an age, and what puts it on the page. */
export * from '../../elements/fairsay-age-gate/define.js';
export { place } from '../../ui/place.js';
