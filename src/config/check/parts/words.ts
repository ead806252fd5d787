import { dictionary, either, isObject, text } from '../readers.js';
import { filled } from '../rules/names.js';
import { language } from '../rules/places.js';

/** Reads a text that shoppers see. */
export const shown = text(filled);

/** Reads one text for every language, or one for each. */
export const localText = either([isObject, dictionary(language, shown)], shown);
