/** What sees to what the second file holds. */
export { tend } from '../gate/hosts/later/tend.js';
