import {
  ADDRESS_ATTEMPTS_FREE,
  ADDRESS_DELAY_SECONDS_FIRST,
  ADDRESS_DELAY_SECONDS_MAX,
  ADDRESS_FORGIVEN_SECONDS,
  ATTEMPT_DELAY_SECONDS_FIRST,
  ATTEMPT_DELAY_SECONDS_MAX,
  ATTEMPT_FORGIVEN_SECONDS,
  ATTEMPTS_FREE,
  CHANGES_PER_DAY,
  CODES_PER_DAY,
  CONTACT_CHANGES_PER_DAY,
  DELAY_DOUBLINGS_MAX,
  LOOKUPS_PER_DAY,
  PHONES_TRIED_PER_DAY,
  RECIPIENT_CHECKS_PER_DAY,
  SENDING_DELAY_SECONDS_FIRST,
  SENDING_DELAY_SECONDS_MAX,
  SENDING_FORGIVEN_SECONDS,
  SENDINGS_FREE,
  SITE_NETWORKS,
  UNTRUSTED_ATTEMPTS_FREE,
} from "./bounds.ts";
import type { UserId } from "./ids.ts";

/**
 * Acts that are counted like attempts, per user: changes, of which each sends a notice that costs
 * money; phones that are tried; checked recipients; and an operator's look-ups, of which each shows
 * the data of others.
 */
const PER_USER_ATTEMPT_KINDS = [
  "password_change",
  "contact_change",
  "factor_change",
  /** A phone that is named as the new one: the answer tells whether somebody has it. */
  "phone_try",
  /** A recipient's masked name, found or not. */
  "recipient_check",
  "operator_lookup",
] as const;

export type PerUserAttemptKind = (typeof PER_USER_ATTEMPT_KINDS)[number];

/** The secrets that can be attempted; each kind has its own counters. */
const ATTEMPT_KINDS = [
  "log_in",
  "current_password",
  "totp",
  "recovery_code",
  "contact_code",
  "password_reset",
  /** Counted like an attempt: each code that is sent can be attempted, and costs money. */
  "code_sending",
  /**
   * A transfer to a recipient who is not found, which tells whether a phone number is registered.
   * The ledger counts it, in the commit that records the transfer. The check of a recipient counts
   * on the same counter.
   */
  "recipient",
  ...PER_USER_ATTEMPT_KINDS,
] as const;

export type AttemptKind = (typeof ATTEMPT_KINDS)[number];

/**
 * The source of an attempt: a network address; a device that has logged in before, named by its
 * former session; an active session; or one user over all sessions. Failed attempts from an address
 * delay neither a known device nor an active session, not even at that address.
 */
export interface AttemptSource {
  readonly by: "address" | "device" | "session" | "person";
  /** The network (see networkOf), or the id of the session or user. */
  readonly name: string;
}

/** One attempt at a secret, before it is checked. */
export interface Attempt {
  readonly kind: AttemptKind;
  /** Whose secret: the phone of a login, registered or not; otherwise the user's id. */
  readonly subject: string;
  readonly source: AttemptSource;
  /**
   * When the secret was last changed, if known: a source that proved only the old secret is not
   * trusted.
   */
  readonly sinceMs?: number;
  /**
   * The user who makes the attempt, if known: attempts at all subjects are then counted together,
   * too.
   */
  readonly person?: UserId;
}

/** An act that is counted per user only. */
export function perUserAttempt(userId: UserId, kind: PerUserAttemptKind): Attempt {
  return { kind, subject: userId, source: { by: "person", name: userId } };
}

/** How many attempts a counter allows, and how long it delays further ones. */
export interface ThrottlePolicy {
  /** Attempts without a wait. */
  readonly triesFree: number;
  /** The wait after these; it doubles with each attempt. */
  readonly delaySecondsFirst: number;
  readonly delaySecondsMax: number;
  /** The counter falls by one each time this long passes without an attempt. */
  readonly forgivenSeconds: number;
}

const AT_ONE_SECRET = {
  delaySecondsFirst: ATTEMPT_DELAY_SECONDS_FIRST,
  delaySecondsMax: ATTEMPT_DELAY_SECONDS_MAX,
  forgivenSeconds: ATTEMPT_FORGIVEN_SECONDS,
};

/** Codes sent to one contact, counted over all addresses that request them. */
export const CONTACT_POLICY: ThrottlePolicy = {
  triesFree: SENDINGS_FREE,
  delaySecondsFirst: SENDING_DELAY_SECONDS_FIRST,
  delaySecondsMax: SENDING_DELAY_SECONDS_MAX,
  forgivenSeconds: SENDING_FORGIVEN_SECONDS,
};

/**
 * A number of times per day: all of them at once, then one more after each equal part of the day.
 */
function daily(times: number): ThrottlePolicy {
  const seconds = Math.ceil(86_400 / times);
  return {
    triesFree: times,
    delaySecondsFirst: seconds,
    delaySecondsMax: seconds,
    forgivenSeconds: seconds,
  };
}

/** Codes that one user sends to unverified contacts, which may belong to other people. */
export const CODES_POLICY: ThrottlePolicy = daily(CODES_PER_DAY);

/**
 * One user's changes of password, contacts and second factors, the phones they tried, and look-ups.
 */
export const PER_USER_POLICIES: Readonly<Record<PerUserAttemptKind, ThrottlePolicy>> = {
  password_change: daily(CHANGES_PER_DAY),
  contact_change: daily(CONTACT_CHANGES_PER_DAY),
  factor_change: daily(CHANGES_PER_DAY),
  phone_try: daily(PHONES_TRIED_PER_DAY),
  recipient_check: daily(RECIPIENT_CHECKS_PER_DAY),
  operator_lookup: daily(LOOKUPS_PER_DAY),
};

/** Whether a kind is counted per user only. */
export function isPerUser(kind: AttemptKind): kind is PerUserAttemptKind {
  return kind in PER_USER_POLICIES;
}

/** Attempts of one source at one secret. */
export const SOURCE_POLICY: ThrottlePolicy = { triesFree: ATTEMPTS_FREE, ...AT_ONE_SECRET };

/** Attempts of all untrusted sources together at one secret. */
export const UNTRUSTED_POLICY: ThrottlePolicy = {
  triesFree: UNTRUSTED_ATTEMPTS_FREE,
  ...AT_ONE_SECRET,
};

/**
 * Attempts of one address at all users' secrets. Many people can share it, so its delays are short.
 */
export const ADDRESS_POLICY: ThrottlePolicy = {
  triesFree: ADDRESS_ATTEMPTS_FREE,
  delaySecondsFirst: ADDRESS_DELAY_SECONDS_FIRST,
  delaySecondsMax: ADDRESS_DELAY_SECONDS_MAX,
  forgivenSeconds: ADDRESS_FORGIVEN_SECONDS,
};

/** Attempts of one IPv6 site at all users' secrets, over all of its networks. */
export const SITE_POLICY: ThrottlePolicy = {
  triesFree: ADDRESS_ATTEMPTS_FREE * SITE_NETWORKS,
  delaySecondsFirst: ADDRESS_DELAY_SECONDS_FIRST / SITE_NETWORKS,
  delaySecondsMax: ADDRESS_DELAY_SECONDS_MAX / SITE_NETWORKS,
  forgivenSeconds: ADDRESS_FORGIVEN_SECONDS / SITE_NETWORKS,
};

/** The wait in seconds after this many attempts; 0: none. db/throttle-policy.ts has it in SQL. */
export function delaySecondsAfter(policy: ThrottlePolicy, tries: number): number {
  if (tries < policy.triesFree) return 0;
  const doublings = Math.min(tries - policy.triesFree, DELAY_DOUBLINGS_MAX);
  return Math.min(policy.delaySecondsFirst * 2 ** doublings, policy.delaySecondsMax);
}
