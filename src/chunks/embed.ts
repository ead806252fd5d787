/** What stands in for held frames. */
export * from '../elements/fairsay-embed/define.js';
export { cover } from '../ui/cover.js';
