import { dictionary, either, flag, isObject, list, object, oneOf, text, whole } from '../readers.js';
import { link, path } from '../rules/addresses.js';
import { regionOrRest } from '../rules/places.js';
import { localText } from './shown.js';

const years = whole(0, 99, 'write whole years, such as 18, and 0 to ask nobody');
const minimum = either([isObject, dictionary(regionOrRest, years)], years);

/** Reads the question for a shopper's age. */
export const age = object({
  minimum,
  areas: list(
    object(
      { path: text(path), minimum },
      { path: 'write how its paths begin, such as /knives/', minimum: 'write the age, and 0 to ask nobody' },
    ),
  ),
  mode: oneOf('simple', 'date'),
  scope: oneOf('page', 'parts'),
  accompanied: flag,
  minors: oneOf('protect', 'ask'),
  days: whole(0, 400, 'write 0 to 400 days; 0 keeps an answer until the browser is closed'),
  links: list(
    object(
      { label: localText, url: text(link) },
      { label: 'write where it leads', url: 'write the address that it leads to' },
    ),
  ),
});
