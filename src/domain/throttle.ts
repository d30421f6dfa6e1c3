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
  SENDING_DELAY_SECONDS_FIRST,
  SENDING_DELAY_SECONDS_MAX,
  SENDING_FORGIVEN_SECONDS,
  SENDINGS_FREE,
  SITE_NETWORKS,
  UNTRUSTED_ATTEMPTS_FREE,
} from "./bounds.ts";
import type { UserId } from "./ids.ts";

/** No attempt, but counted like one, by person alone: of each change somebody is told, which costs money. */
export const PER_USER_ATTEMPT_KINDS = [
  "password_change",
  "contact_change",
  "factor_change",
] as const;

export type PerUserAttemptKind = (typeof PER_USER_ATTEMPT_KINDS)[number];

/** What can be guessed; each kind is counted by itself. */
export const ATTEMPT_KINDS = [
  "log_in",
  "current_password",
  "totp",
  "recovery_code",
  "contact_code",
  "password_reset",
  /** No attempt, but slowed like one: each code that is sent can be tried, and costs somebody money. */
  "code_sending",
  ...PER_USER_ATTEMPT_KINDS,
] as const;

export type AttemptKind = (typeof ATTEMPT_KINDS)[number];

/**
 * Who attempts: whoever is at a network address; a device that was let in before, by the session that it
 * had; or the holder of a session that lives. What strangers at an address do delays neither of the
 * latter two, be it their own address. Or one person, in whatever session.
 */
export interface AttemptSource {
  readonly by: "address" | "device" | "session" | "person";
  /** The address as networkOf gives it, else the id of session or person. */
  readonly name: string;
}

/** One try at a secret, before it is known whether it is right. */
export interface Attempt {
  readonly kind: AttemptKind;
  /** Whose secret: a phone where one logs in by phone, known here or not; else a person's id. */
  readonly subject: string;
  readonly source: AttemptSource;
  /** Since when the secret is this one, where that is told: who knew the one before is a stranger to it. */
  readonly sinceMs?: number;
  /** Who asks, where that is known: their tries at all subjects are counted together, too. */
  readonly person?: UserId;
}

/** How patient one counter is. */
export interface ThrottlePolicy {
  /** Tries without a wait between them. */
  readonly triesFree: number;
  /** The wait after the last of those; it doubles with each try. */
  readonly delaySecondsFirst: number;
  readonly delaySecondsMax: number;
  /** One try is forgotten each time this long passes without another. */
  readonly forgivenSeconds: number;
}

const AT_ONE_SECRET = {
  delaySecondsFirst: ATTEMPT_DELAY_SECONDS_FIRST,
  delaySecondsMax: ATTEMPT_DELAY_SECONDS_MAX,
  forgivenSeconds: ATTEMPT_FORGIVEN_SECONDS,
};

/** One contact, to which codes are sent: whoever asks, from one address or from many. */
export const CONTACT_POLICY: ThrottlePolicy = {
  triesFree: SENDINGS_FREE,
  delaySecondsFirst: SENDING_DELAY_SECONDS_FIRST,
  delaySecondsMax: SENDING_DELAY_SECONDS_MAX,
  forgivenSeconds: SENDING_FORGIVEN_SECONDS,
};

/** Some times a day: all of them at once, then one each time its share of the day has passed. */
function daily(times: number): ThrottlePolicy {
  const seconds = Math.ceil(86_400 / times);
  return {
    triesFree: times,
    delaySecondsFirst: seconds,
    delaySecondsMax: seconds,
    forgivenSeconds: seconds,
  };
}

/** One person's codes to contacts that they have written into their account: to anybody's, perhaps. */
export const CODES_POLICY: ThrottlePolicy = daily(CODES_PER_DAY);

/** One person's changes of what lets them in. */
export const CHANGE_POLICIES: Readonly<Record<PerUserAttemptKind, ThrottlePolicy>> = {
  password_change: daily(CHANGES_PER_DAY),
  contact_change: daily(CONTACT_CHANGES_PER_DAY),
  factor_change: daily(CHANGES_PER_DAY),
};

/** Whether a kind is counted by person alone. */
export function isPerUser(kind: AttemptKind): kind is PerUserAttemptKind {
  return kind in CHANGE_POLICIES;
}

/** One source at one secret. */
export const SOURCE_POLICY: ThrottlePolicy = { triesFree: ATTEMPTS_FREE, ...AT_ONE_SECRET };

/** All sources at one secret that have never known it. */
export const UNTRUSTED_POLICY: ThrottlePolicy = {
  triesFree: UNTRUSTED_ATTEMPTS_FREE,
  ...AT_ONE_SECRET,
};

/** One address at everybody's secrets; many people can share it, so it is slowed, hardly stopped. */
export const ADDRESS_POLICY: ThrottlePolicy = {
  triesFree: ADDRESS_ATTEMPTS_FREE,
  delaySecondsFirst: ADDRESS_DELAY_SECONDS_FIRST,
  delaySecondsMax: ADDRESS_DELAY_SECONDS_MAX,
  forgivenSeconds: ADDRESS_FORGIVEN_SECONDS,
};

/** One IPv6 site at everybody's secrets, from whichever of its networks. */
export const SITE_POLICY: ThrottlePolicy = {
  triesFree: ADDRESS_ATTEMPTS_FREE * SITE_NETWORKS,
  delaySecondsFirst: ADDRESS_DELAY_SECONDS_FIRST / SITE_NETWORKS,
  delaySecondsMax: ADDRESS_DELAY_SECONDS_MAX / SITE_NETWORKS,
  forgivenSeconds: ADDRESS_FORGIVEN_SECONDS / SITE_NETWORKS,
};
