/** What the files beside the guard export to it. This one comes with the first question, and the other elements share it. */
export * from '../elements/fairsay-banner/define.js';
export { place } from '../ui/place.js';
