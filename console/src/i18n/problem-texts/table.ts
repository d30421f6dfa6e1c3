import type { components, ErrorCode } from "@mahfaza/client";

type LimitName = NonNullable<components["schemas"]["Problem"]["exceeded_limit"]>["name"];

/** The limit that was exceeded, ready to be put into a sentence. */
export interface LimitValues {
  readonly name: LimitName;
  /** The limit: an amount with its currency. */
  readonly most: string;
  /** The limit of a number of operations; null for an amount. */
  readonly count: number | null;
  /** What is left of it; null when that is nothing. */
  readonly left: string | null;
  /** When it begins again, in the zone of the person; null when it never does. */
  readonly resets: string | null;
}

/** The values of one problem, formatted in the language of the person. */
export interface ProblemValues {
  /** How long to wait, by the answer's Retry-After; null without one. */
  readonly waitSeconds: number | null;
  /** What is left of the hold or of the payment that is given back. */
  readonly left: string | null;
  /** The currencies in which the recipient can be paid. */
  readonly currencies: string | null;
  readonly limit: LimitValues | null;
  /** Why a password is weak. */
  readonly reason: string | null;
}

/** What happened, and what to do. */
export type ProblemEntry = readonly [
  title: string,
  action: string | ((values: ProblemValues) => string),
];

export type ProblemEntries<Code extends ErrorCode = ErrorCode> = Readonly<
  Record<Code, ProblemEntry>
>;

/** Each code of `errors[].code`: what is wrong with one field. */
export const FIELD_CODES = [
  "conflicting_fields",
  "currency_not_offered",
  "invalid_amount",
  "invalid_code",
  "invalid_cursor",
  "invalid_email",
  "invalid_id",
  "invalid_idempotency_key",
  "invalid_limit",
  "invalid_phone",
  "invalid_range",
  "invalid_rate",
  "invalid_text",
  "invalid_time",
  "invalid_value",
  "market_required",
  "no_market",
  "not_exchanged",
  "repeated",
  "required",
  "same_currency",
  "too_long",
  "too_short",
  "unknown_field",
  "unsupported_currency",
  "weak_password",
  "wrong_type",
] as const;

export type FieldCode = (typeof FIELD_CODES)[number];

/** A field's fault in words; `bound` is the number that the service names, such as a length. */
export type FieldEntry = string | ((bound: number | null) => string);

/** Everything that the service can refuse, in one language. */
export interface ProblemTable {
  readonly problems: ProblemEntries;
  readonly fields: Readonly<Record<FieldCode, FieldEntry>>;
  /** Why a password is weak, by the service's own sentence; null in the service's own language. */
  readonly passwords: Readonly<Record<string, string>> | null;
  readonly weakPassword: string;
}
