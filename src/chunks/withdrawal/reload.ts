/** The offer to load the page again, and what puts it on the page. */
export * from '../../elements/fairsay-reload/define.js';
export { offer } from '../../ui/offer.js';
