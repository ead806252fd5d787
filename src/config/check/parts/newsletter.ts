import { dictionary, either, isObject, list, object, oneOf, text, whole, type Rule } from '../readers.js';
import { link } from '../rules/addresses.js';
import { id } from '../rules/names.js';
import { language } from '../rules/places.js';
import { localText } from './shown.js';

/** An address that can be asked: no mail and no telephone. */
const endpoint: Rule = (address) =>
  /^\s*(mailto|tel):/i.test(address)
    ? {
        code: 'ADDRESS',
        message: 'is no address that a page can ask',
        fix: 'write one on this site, such as /newsletter',
      }
    : link(address);

/** A blank text here is worse than one elsewhere, and has a finding of its own. */
const agreed = either([isObject, dictionary(language, text())], text());

const label = 'write the name that shoppers know it by';

const topic = object(
  { id: text(id), label: localText, purpose: localText },
  { id: 'name the topic, such as news', label },
);
const frequency = object({ id: text(id), label: localText }, { id: 'name the frequency, such as weekly', label });
const channel = object(
  { id: text(id), label: localText, consentText: agreed },
  { id: 'name the channel, such as email', label, consentText: 'write what a yes to this channel agrees to' },
);

/** Reads what the newsletter panel offers. */
export const newsletter = object({
  endpoint: text(endpoint),
  topics: list(topic),
  frequencies: list(frequency),
  channels: list(channel),
  pauses: list(whole(1, 366, 'write whole days, from 1 to 366')),
  tokenParameter: text(id),
  save: oneOf('button', 'change'),
});
