import { dictionary, either, isObject, text } from '../readers.js';
import { filled } from '../rules/names.js';
import { language } from '../rules/places.js';

/** A text that a shopper reads. */
export const shown = text(filled);

/** The same, or one for each language. */
export const localText = either([isObject, dictionary(language, shown)], shown);
