import { either, flag, isObject, dictionary, list, object, oneOf, text } from '../readers.js';
import { day } from '../rules/days.js';
import { filled, id } from '../rules/names.js';
import { country, language } from '../rules/places.js';

const shown = text(filled);
const localText = either([isObject, dictionary(language, shown)], shown);

const datum = object(
  {
    id: text(id),
    label: localText,
    source: localText,
    required: flag,
    without: localText,
    purpose: localText,
    kept: localText,
  },
  { id: 'name it, such as address', label: 'write what it is called', source: 'write where it comes from' },
);

const recipient = object(
  { name: localText, purpose: localText, data: list(text()), country: text(country), safeguard: localText },
  { name: 'write who it is', purpose: 'write what for' },
);

const right = object(
  { label: localText, text: localText },
  { label: 'write what it is called', text: 'write what it means' },
);

const section = object(
  { id: text(id), title: localText, text: list(localText), summary: localText },
  { id: 'write its anchor, such as newsletter' },
);

const change = object(
  { kind: oneOf('added', 'removed', 'changed'), section: text(id), text: localText },
  { kind: 'write added, removed or changed', section: 'write the id of the section', text: 'write what is different' },
);

const version = object(
  { id: shown, date: text(day), changes: list(change) },
  { id: 'write what it is called, such as 2.1', date: 'write the day from which it holds' },
);

/** Reads what the notice says beyond the rest of the configuration. */
export const notice = object({
  data: list(datum),
  recipients: list(recipient),
  security: list(localText),
  children: list(localText),
  rights: list(right),
  sections: list(section),
  versions: list(version),
  reviewed: text(day),
});
