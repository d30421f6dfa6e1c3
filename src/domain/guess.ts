import type { UserId } from "./ids.ts";
import {
  CHANGES_PER_DAY,
  CODES_PER_DAY,
  CONTACT_CHANGES_PER_DAY,
  GUESS_ADDRESS_DELAY_SECONDS_FIRST,
  GUESS_ADDRESS_DELAY_SECONDS_MAX,
  GUESS_ADDRESS_FORGIVEN_SECONDS,
  GUESS_ADDRESS_TRIES_FREE,
  GUESS_CROWD_TRIES_FREE,
  GUESS_DELAY_SECONDS_FIRST,
  GUESS_DELAY_SECONDS_MAX,
  GUESS_FORGIVEN_SECONDS,
  GUESS_SITE_NETWORKS,
  GUESS_TRIES_FREE,
  SENDING_DELAY_SECONDS_FIRST,
  SENDING_DELAY_SECONDS_MAX,
  SENDING_FORGIVEN_SECONDS,
  SENDINGS_FREE,
} from "./limits.ts";

/** No guess, but counted like one, by person alone: of each change somebody is told, which costs money. */
export const PERSONAL_GUESS_KINDS = ["password_change", "contact_change", "factor_change"] as const;

export type PersonalGuessKind = (typeof PERSONAL_GUESS_KINDS)[number];

/** What can be guessed; each kind is counted by itself. */
export const GUESS_KINDS = [
  "log_in",
  "current_password",
  "totp",
  "recovery_code",
  "contact_code",
  "password_reset",
  /** No guess, but slowed like one: each code that is sent can be tried, and costs somebody money. */
  "code_sending",
  ...PERSONAL_GUESS_KINDS,
] as const;

export type GuessKind = (typeof GUESS_KINDS)[number];

/**
 * Who guesses: whoever is at a network address; a device that was let in before, by the session that it
 * had; or the holder of a session that lives. What strangers at an address do delays neither of the
 * latter two, be it their own address. Or one person, in whatever session.
 */
export interface GuessSource {
  readonly by: "address" | "device" | "session" | "person";
  /** The address as networkOf gives it, else the id of session or person. */
  readonly name: string;
}

/** One try at a secret, before it is known whether it is right. */
export interface Guess {
  readonly kind: GuessKind;
  /** Whose secret: a phone where one logs in by phone, known here or not; else a person's id. */
  readonly subject: string;
  readonly source: GuessSource;
  /** Since when the secret is this one, where that is told: who knew the one before is a stranger to it. */
  readonly sinceMs?: number;
  /** Who asks, where that is known: their tries at all subjects are counted together, too. */
  readonly person?: UserId;
}

/** How patient one counter is. */
export interface GuessPatience {
  /** Tries without a wait between them. */
  readonly triesFree: number;
  /** The wait after the last of those; it doubles with each try. */
  readonly delaySecondsFirst: number;
  readonly delaySecondsMax: number;
  /** One try is forgotten each time this long passes without another. */
  readonly forgivenSeconds: number;
}

const AT_ONE_SECRET = {
  delaySecondsFirst: GUESS_DELAY_SECONDS_FIRST,
  delaySecondsMax: GUESS_DELAY_SECONDS_MAX,
  forgivenSeconds: GUESS_FORGIVEN_SECONDS,
};

/** One contact, to which codes are sent: whoever asks, from one address or from many. */
export const CONTACT_PATIENCE: GuessPatience = {
  triesFree: SENDINGS_FREE,
  delaySecondsFirst: SENDING_DELAY_SECONDS_FIRST,
  delaySecondsMax: SENDING_DELAY_SECONDS_MAX,
  forgivenSeconds: SENDING_FORGIVEN_SECONDS,
};

/** Some times a day: all of them at once, then one each time its share of the day has passed. */
function daily(times: number): GuessPatience {
  const seconds = Math.ceil(86_400 / times);
  return {
    triesFree: times,
    delaySecondsFirst: seconds,
    delaySecondsMax: seconds,
    forgivenSeconds: seconds,
  };
}

/** One person's codes to contacts that they have written into their account: to anybody's, perhaps. */
export const CODES_PATIENCE: GuessPatience = daily(CODES_PER_DAY);

/** One person's changes of what lets them in. */
export const CHANGES_PATIENCE: Readonly<Record<PersonalGuessKind, GuessPatience>> = {
  password_change: daily(CHANGES_PER_DAY),
  contact_change: daily(CONTACT_CHANGES_PER_DAY),
  factor_change: daily(CHANGES_PER_DAY),
};

/** Whether a kind is counted by person alone. */
export function isPersonal(kind: GuessKind): kind is PersonalGuessKind {
  return kind in CHANGES_PATIENCE;
}

/** One source at one secret. */
export const OWN_PATIENCE: GuessPatience = { triesFree: GUESS_TRIES_FREE, ...AT_ONE_SECRET };

/** All sources at one secret that have never known it. */
export const CROWD_PATIENCE: GuessPatience = {
  triesFree: GUESS_CROWD_TRIES_FREE,
  ...AT_ONE_SECRET,
};

/** One address at everybody's secrets; many people can share it, so it is slowed, hardly stopped. */
export const ADDRESS_PATIENCE: GuessPatience = {
  triesFree: GUESS_ADDRESS_TRIES_FREE,
  delaySecondsFirst: GUESS_ADDRESS_DELAY_SECONDS_FIRST,
  delaySecondsMax: GUESS_ADDRESS_DELAY_SECONDS_MAX,
  forgivenSeconds: GUESS_ADDRESS_FORGIVEN_SECONDS,
};

/** One IPv6 site at everybody's secrets, from whichever of its networks. */
export const SITE_PATIENCE: GuessPatience = {
  triesFree: GUESS_ADDRESS_TRIES_FREE * GUESS_SITE_NETWORKS,
  delaySecondsFirst: GUESS_ADDRESS_DELAY_SECONDS_FIRST / GUESS_SITE_NETWORKS,
  delaySecondsMax: GUESS_ADDRESS_DELAY_SECONDS_MAX / GUESS_SITE_NETWORKS,
  forgivenSeconds: GUESS_ADDRESS_FORGIVEN_SECONDS / GUESS_SITE_NETWORKS,
};
