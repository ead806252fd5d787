import type { Config } from './types.js';

/** Says whether a value has a shape. */
type Shape = (value: unknown) => boolean;

const text: Shape = (value) => typeof value === 'string';
const count: Shape = (value) => typeof value === 'number' && value >= 0;
const flag: Shape = (value) => typeof value === 'boolean';
const id: Shape = (value) => text(value) && /^[a-z\d][\w-]{0,63}$/i.test(value as string);
const oneOf =
  (...values: unknown[]): Shape =>
  (value) =>
    values.includes(value);
const either =
  (...shapes: Shape[]): Shape =>
  (value) =>
    shapes.some((shape) => shape(value));
const list =
  (item: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.every(item);
const dictionary =
  (item: Shape): Shape =>
  (value) =>
    isPlain(value) && Object.values(value).every(item);
/** Every key that is present must be known and have its shape; a key that ends with `!` must be present. */
const object = (fields: Record<string, Shape>): Shape => {
  const shapes = new Map(Object.entries(fields));
  return (value) =>
    isPlain(value) &&
    Object.keys(value).every((key) => (shapes.get(key) ?? shapes.get(`${key}!`))?.(value[key])) &&
    [...shapes.keys()].every((key) => !key.endsWith('!') || key.slice(0, -1) in value);
};

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const localText = either(text, dictionary(text));
const basis = oneOf('necessary', 'opt-in', 'opt-out', 'exempt');
const texts = dictionary(text);

const config = object({
  $schema: text,
  site: object({
    name: text,
    controller: object({ 'name!': text, country: text }),
    contact: object({ email: text, post: list(text), phone: text }),
    links: object({ privacy: text, imprint: text }),
  }),
  lang: text,
  region: text,
  texts: dictionary(texts),
  categories: list(object({ 'id!': id, basis: either(basis, dictionary(basis)), label: localText, purpose: localText })),
  services: list(
    object({
      'id!': id,
      'category!': id,
      'name!': localText,
      provider: text,
      purpose: localText,
      privacyUrl: text,
      hosts: list(text),
      storage: list(
        object({
          'kind!': oneOf('cookie', 'local', 'session', 'indexeddb', 'cache', 'worker'),
          'name!': text,
          purpose: localText,
          days: count,
        }),
      ),
    }),
  ),
  record: object({ days: count, domain: text }),
  signals: object({
    google: either(
      oneOf(false),
      object({ waitForUpdate: count, dataLayer: text, adsDataRedaction: flag, urlPassthrough: flag, types: texts }),
    ),
  }),
  gate: object({ placeholders: flag }),
});

/**
 * Says whether a value can be used as a configuration: pass or fail, for every page view. What is wrong, where, and how
 * to mend it is the full checker's to say.
 */
export function isConfig(value: unknown): value is Config {
  try {
    return config(value);
  } catch {
    // More private: a value that cannot be read, such as a cycle or a throwing getter, is no configuration.
    return false;
  }
}
