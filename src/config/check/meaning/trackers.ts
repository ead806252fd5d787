import type { Draft, ServiceDraft } from '../draft.js';
import { itemsAt, type Findings } from '../findings.js';
import { necessaryIds } from './categories.js';

/** Hosts of well-known analytics and advertising, each with its subdomains. A short list by hand, for the usual mistake. */
const HOSTS: readonly string[] = [
  'google-analytics.com',
  'analytics.google.com',
  'googletagmanager.com',
  'doubleclick.net',
  'googleadservices.com',
  'googlesyndication.com',
  'facebook.net',
  'facebook.com',
  'clarity.ms',
  'bat.bing.com',
  'hotjar.com',
  'analytics.tiktok.com',
  'ads-twitter.com',
  'snap.licdn.com',
  'ct.pinterest.com',
  'sc-static.net',
  'criteo.com',
  'criteo.net',
  'taboola.com',
  'outbrain.com',
  'amazon-adsystem.com',
  'segment.io',
  'mixpanel.com',
  'amplitude.com',
  'fullstory.com',
  'mouseflow.com',
  'quantserve.com',
  'scorecardresearch.com',
  'mc.yandex.ru',
];

/** Names under which the same ones store, with `*` for any run of characters. */
const NAMES: readonly string[] = [
  '_ga',
  '_ga_*',
  '_gid',
  '_gat',
  '_gat_*',
  '_gcl_*',
  '__gads',
  '__gpi',
  'IDE',
  '_fbp',
  '_fbc',
  '_hj*',
  '_clck',
  '_clsk',
  'MUID',
  '_uetsid',
  '_uetvid',
  '_ttp',
  'li_fat_id',
  '_pin_unauth',
  '_scid',
  'cto_bundle',
  '__qca',
  'ajs_anonymous_id',
  'mp_*',
  'AMP_*',
  '_ym_uid',
];

/** Whether what is called necessary holds a tracker that everyone knows. */
export function checkTrackers(draft: Draft, findings: Findings): void {
  const necessary = necessaryIds(draft);
  for (const [path, service] of itemsAt(draft.services, 'services')) {
    if (service.category !== undefined && necessary.has(service.category)) {
      checkService(service, path, findings);
    }
  }
}

function checkService(service: ServiceDraft, path: string, findings: Findings): void {
  const message = 'is known from analytics or advertising, and the service is called necessary';
  const finding = {
    code: 'TRACKER',
    message,
    fix: 'put the service in a category that shoppers are asked about',
  } as const;
  for (const [place, host] of itemsAt(service.hosts, `${path}.hosts`)) {
    if (isTrackerHost(host)) {
      findings.add(place, host, finding);
    }
  }
  for (const [place, { name }] of itemsAt(service.storage, `${path}.storage`)) {
    if (name !== undefined && isTrackerName(name)) {
      findings.add(`${place}.name`, name, finding);
    }
  }
}

function isTrackerHost(declared: string): boolean {
  const wide = declared.startsWith('*.');
  const host = wide ? declared.slice(2) : declared;
  return HOSTS.some((tracker) => `.${host}`.endsWith(`.${tracker}`) || (wide && tracker.endsWith(`.${host}`)));
}

function isTrackerName(declared: string): boolean {
  return NAMES.some((tracker) => covers(tracker, declared) || covers(declared, tracker));
}

/** Whether a pattern with `*` covers a name, in one pass: an expression made of it could take for ever. */
function covers(pattern: string, name: string): boolean {
  const [start = '', ...rest] = pattern.split('*');
  const end = rest.pop();
  if (end === undefined) {
    return pattern === name;
  }
  let at = start.length;
  for (const part of rest) {
    const found = name.indexOf(part, at);
    if (found < 0) {
      return false;
    }
    at = found + part.length;
  }
  return name.startsWith(start) && name.endsWith(end) && name.length - end.length >= at;
}
