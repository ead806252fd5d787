/** How a record of consent reads under the field names of ISO/IEC TS 27560:2023. docs/records.md has the table. */
import type { Settings } from '../../config/settings.js';
import type { Basis, ServiceConfig } from '../../config/types.js';
import type { Envelope, ReceiptValue } from './envelope.js';
import type { ReceiptFacts } from './receipt.js';

/** A record of consent: header, processing, parties, and every event since the first. */
export interface StandardRecord {
  readonly header: {
    readonly schema_version: 'ISO/IEC TS 27560:2023';
    readonly record_id: string;
    /** The random id of the record: no other name of the shopper is known. */
    readonly pii_principal_id: string;
  };
  readonly pii_processing: {
    /** The address of the privacy notice, as the shop declares it; empty where it has none. */
    readonly privacy_notice: string;
    readonly language: string;
    readonly purposes: readonly StandardPurpose[];
    /** ISO 3166; empty where it was not known. */
    readonly jurisdiction: string;
    readonly withdrawal_method: string;
  };
  readonly party_identification: readonly StandardParty[];
  readonly events: readonly StandardEvent[];
}

/** One purpose, with what is processed for it and by whom. */
export interface StandardPurpose {
  /** The id of the category. */
  readonly purpose: string;
  readonly purpose_name: string;
  readonly purpose_description: string;
  readonly lawful_basis: string;
  /** The `party_id` of each. */
  readonly pii_controllers: readonly string[];
  readonly recipient_third_parties: readonly string[];
  readonly storage_locations: readonly StandardStorage[];
}

/** Something kept in the shopper's browser. */
export interface StandardStorage {
  /** Its kind and its name, such as `cookie _id`. */
  readonly location: string;
  /** An ISO 8601 duration, or `session` for until the browser is closed, or until it is deleted. */
  readonly retention_period: string;
}

/** A person or company. */
export interface StandardParty {
  readonly party_id: string;
  readonly party_role: 'pii controller' | 'recipient';
  readonly party_name: string;
  readonly party_address?: string;
  readonly party_email?: string;
  readonly party_phone?: string;
  readonly party_url?: string;
}

/** What became of an answer. */
export type EventState = 'given' | 'refused' | 'withdrawn' | 'expired';

/** What happened to the answers about some purposes or services. */
export interface StandardEvent {
  readonly event_time: string;
  readonly event_state: EventState;
  /** The ids of the purposes and services that it is about. */
  readonly purposes: readonly string[];
  /** How long it holds, as an ISO 8601 duration. */
  readonly validity_duration: string;
  /** How it was expressed: by a button, a script, the page's own code, a placeholder; or `time` for an expiry. */
  readonly expressed_by: string;
  /** What was on screen. */
  readonly privacy_notice: { readonly version: string; readonly hash: string; readonly language: string };
  /** The envelope that says so. */
  readonly envelope: string;
}

const CONTROLLER = 'controller';

/** The rule of law behind each basis. */
const LAW: Readonly<Record<Basis, string>> = {
  necessary: 'necessary for the service asked for (ePrivacy Directive Art. 5(3))',
  'opt-in': 'consent (GDPR Art. 6(1)(a), ePrivacy Directive Art. 5(3))',
  'opt-out': 'allowed until the shopper opts out (11 CCR 7026)',
  exempt: 'exempt from consent until the shopper objects (PECR Schedule A1)',
};

/**
 * Maps envelopes of one record, oldest first, to the standard's names.
 *
 * @param envelopes - At least one is about consent.
 */
export function toConsentRecord(envelopes: readonly Envelope[], facts: ReceiptFacts): StandardRecord {
  const { settings, categories } = facts;
  const consents = envelopes.filter(({ kind }) => kind === 'consent');
  const last = consents[consents.length - 1] as Envelope;
  const id = last.record ?? last.id;
  return {
    header: { schema_version: 'ISO/IEC TS 27560:2023', record_id: id, pii_principal_id: id },
    pii_processing: {
      privacy_notice: settings.site.links?.privacy ?? '',
      language: last.shown.lang,
      purposes: categories.map((category) => purposeOf(category, settings)),
      jurisdiction: last.region || settings.region,
      withdrawal_method: 'the privacy choices, which every page of the shop leads to',
    },
    party_identification: partiesOf(facts),
    events: [...consents.flatMap((envelope) => eventsOf(envelope, settings)), ...expiryOf(last, facts)],
  };
}

/** Writes a time in ISO 8601, in UTC, to the second. */
export function toSeconds(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

function purposeOf(
  { id, label, purpose }: ReceiptFacts['categories'][number],
  { categories, services }: Settings,
): StandardPurpose {
  const own = services.filter(({ category }) => category === id);
  const basis = categories.find((category) => category.id === id)?.basis ?? 'opt-in';
  return {
    purpose: id,
    purpose_name: label,
    purpose_description: purpose,
    lawful_basis: LAW[basis],
    pii_controllers: [CONTROLLER],
    recipient_third_parties: own.map((service) => service.id),
    storage_locations: own.flatMap(storageOf),
  };
}

function storageOf({ storage = [] }: ServiceConfig): StandardStorage[] {
  return storage.map(({ kind, name, days }) => ({
    location: `${kind} ${name}`,
    retention_period: days ? `P${days}D` : 'session',
  }));
}

function partiesOf({ settings: { site, services }, pick }: ReceiptFacts): StandardParty[] {
  const { email, post, phone } = site.contact ?? {};
  const controller: StandardParty = {
    party_id: CONTROLLER,
    party_role: 'pii controller',
    party_name: site.controller?.name ?? site.name ?? '',
    ...(post && { party_address: post.join(', ') }),
    ...(email && { party_email: email }),
    ...(phone && { party_phone: phone }),
  };
  return [
    controller,
    ...services.map(({ id, name, provider, privacyUrl }): StandardParty => ({
      party_id: id,
      party_role: 'recipient',
      party_name: [pick(name), provider].filter(Boolean).join(', '),
      ...(privacyUrl && { party_url: privacyUrl }),
    })),
  ];
}

/** The events of one envelope: what it changed, or all of it where it only said the same again. */
function eventsOf({ choices, previous = {}, ...envelope }: Envelope, settings: Settings): StandardEvent[] {
  const now = inForce(choices, settings);
  const before = inForce(previous, settings);
  const ids = Object.keys(choices);
  const changed = ids.filter((id) => now(id) !== before(id));
  const states = new Map<EventState, string[]>();
  for (const id of changed.length ? changed : ids) {
    const state = now(id) ? 'given' : before(id) ? 'withdrawn' : now(id) === false && 'refused';
    if (state) {
      states.set(state, [...(states.get(state) ?? []), id]);
    }
  }
  return [...states].map(([state, about]) => eventOf(envelope, settings, state, about));
}

/** What holds for an id: its own answer, else that of its category. */
function inForce(values: Envelope['choices'], { services }: Settings): (id: string) => ReceiptValue {
  return (id) => values[id] ?? values[services.find((service) => service.id === id)?.category ?? ''] ?? null;
}

function eventOf(
  { id, time, shown, source }: Omit<Envelope, 'choices' | 'previous'>,
  { record }: Settings,
  state: EventState,
  purposes: readonly string[],
): StandardEvent {
  return {
    event_time: time,
    event_state: state,
    purposes,
    validity_duration: `P${record.days}D`,
    expressed_by: source,
    privacy_notice: { version: shown.version, hash: shown.hash, language: shown.lang },
    envelope: id,
  };
}

/** That the last answers have grown too old is an event too. */
function expiryOf(last: Envelope, { settings, now }: ReceiptFacts): StandardEvent[] {
  const end = Date.parse(last.time) + settings.record.days * 86_400_000;
  const answered = Object.keys(last.choices).filter((id) => last.choices[id] !== null);
  const expired = eventOf(last, settings, 'expired', answered);
  return end < now ? [{ ...expired, event_time: toSeconds(end), expressed_by: 'time' }] : [];
}
