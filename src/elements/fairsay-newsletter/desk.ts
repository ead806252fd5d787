/** What asks and saves for the panel: a file of its own, fetched once the panel's turn has come. */
export { Desk } from '../../page/newsletter/desk.js';
