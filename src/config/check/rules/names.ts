import type { Rule } from '../readers.js';

const ID = /^[a-z\d][\w-]{0,63}$/i;
const QUEUE = /^[a-z_$][\w$]{0,63}$/i;

/** The name of a category or service. */
export const id: Rule = (text) =>
  ID.test(text)
    ? undefined
    : {
        code: 'ID',
        message: 'is not a valid id',
        fix: 'write 1 to 64 letters, digits, - or _, with a letter or digit first',
      };

/** The name of Google's queue on `window`. */
export const queue: Rule = (text) =>
  QUEUE.test(text) && text !== '__proto__'
    ? undefined
    : { code: 'QUEUE', message: 'cannot be the name of a variable', fix: 'write letters, digits, _ or $' };

/** The name of something stored, with `*` for any run of characters. */
export const storageName: Rule = (text) => {
  const code = 'STORAGE-NAME';
  if (!text.trim()) {
    return { code, message: 'is empty', fix: 'write the name under which it is stored' };
  }
  if (/^[*\s]+$/.test(text)) {
    const fix = 'write what its names have in common, as in _ga_*';
    return { code, message: 'stands for every name there is, the cart included', fix };
  }
  if (/\p{Cc}/u.test(text)) {
    return { code, message: 'holds a control character', fix: 'write the name alone' };
  }
  return undefined;
};

/** The name of a cookie, which is narrower than that of other storage. */
export const cookieName: Rule = (text) =>
  /[\s;=]/.test(text)
    ? { code: 'STORAGE-NAME', message: 'cannot be a cookie', fix: 'write the name alone, without =, ; and spaces' }
    : undefined;

/** Anything that a shopper reads. */
export const filled: Rule = (text) =>
  text.trim() ? undefined : { code: 'EMPTY', message: 'is an empty text', fix: 'write the text, or leave the key out' };

/** Lets an empty text pass, where a server that does not know writes one. */
export const unlessEmpty =
  (rule: Rule): Rule =>
  (text) =>
    text ? rule(text) : undefined;
