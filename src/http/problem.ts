import type { ErrorCode } from "../contract/error-codes.ts";
import type { Problem, ProblemError } from "../contract/problem.ts";
import type { TransactionBody, TransactionPreview } from "../contract/transactions.ts";

export type { ErrorCode };

interface ProblemKind {
  readonly status:
    | 400
    | 401
    | 403
    | 404
    | 405
    | 408
    | 409
    | 413
    | 414
    | 415
    | 422
    | 429
    | 500
    | 503;
  readonly title: string;
  readonly detail?: string;
}

/** What each code means on the wire. A code that is missing here does not compile. */
export const PROBLEMS = {
  malformed_json: { status: 400, title: "The body is not JSON" },
  invalid_request: { status: 400, title: "The request is not valid" },
  invalid_amount: { status: 400, title: "The amount is not valid" },
  weak_password: { status: 400, title: "The password is too weak" },
  token_missing: {
    status: 401,
    title: "An access token is needed",
    detail: "Send it as `Authorization: Bearer <access_token>`.",
  },
  token_invalid: { status: 401, title: "The token is not valid" },
  token_expired: { status: 401, title: "The access token has expired" },
  session_ended: { status: 401, title: "The session has ended", detail: "Log in again." },
  invalid_credentials: { status: 401, title: "Phone or password is wrong" },
  wrong_password: { status: 403, title: "The current password is wrong" },
  code_refused: {
    status: 403,
    title: "The code is wrong, used or too old",
    detail: "After a few wrong attempts a code is void: request another one.",
  },
  step_up_required: {
    status: 403,
    title: "A fresh second factor is needed",
    detail: "Prove one at POST /v1/auth/step-up, then repeat the request.",
  },
  second_factor_wrong: {
    status: 403,
    title: "The second factor is wrong",
    detail: "A code works once. If it was used, wait for the next code of the app.",
  },
  passkey_invalid: {
    status: 403,
    title: "The passkey's answer is not valid",
    detail:
      "The passkey is unknown, or its answer was altered, is for another site, has an old counter, or has an attestation certificate.",
  },
  not_wallet_owner: { status: 403, title: "The phone is not your own" },
  account_suspended: {
    status: 403,
    title: "The account is suspended",
    detail:
      "You cannot move money, change the account or act as an operator. Reads, login, logout and a password reset by code still work. GET /v1/users/me says since when.",
  },
  other_operator_required: {
    status: 403,
    title: "Another operator must decide this",
    detail:
      "An operator neither approves what they proposed nor lifts a legal order that they set.",
  },
  webhook_signature_invalid: {
    status: 403,
    title: "The event's signature is not valid",
    detail:
      "Sign each event as Standard Webhooks says, with a secret that both sides have, and at the time when it is sent.",
  },
  origin_not_allowed: {
    status: 403,
    title: "The page's origin may not call this",
    detail: "Nothing has happened.",
  },
  https_required: {
    status: 403,
    title: "The API answers over HTTPS only",
    detail:
      "Nothing has happened. The request was not encrypted: use https, and replace the tokens that it contained.",
  },
  role_required: { status: 403, title: "The operation is for operators" },
  own_account: { status: 403, title: "Operators do not act on their own account" },
  not_found: { status: 404, title: "There is nothing here" },
  user_not_found: { status: 404, title: "There is no such person" },
  proposal_not_found: { status: 404, title: "There is no such open proposal" },
  funding_event_not_found: { status: 404, title: "There is no such event in suspense" },
  deposit_not_found: { status: 404, title: "There is no such deposit" },
  withdrawal_not_found: { status: 404, title: "There is no such withdrawal" },
  session_not_found: { status: 404, title: "There is no such session" },
  wallet_not_found: {
    status: 404,
    title: "There is no such wallet",
    detail:
      "GET /v1/wallets lists your wallets, and POST /v1/wallets opens one in another currency.",
  },
  transaction_not_found: { status: 404, title: "There is no such transaction" },
  hold_not_found: {
    status: 404,
    title: "There is no such hold",
    detail: "GET /v1/holds lists the holds that you placed and those that you can capture.",
  },
  contact_missing: {
    status: 404,
    title: "There is no such contact",
    detail: "Set it first: PATCH /v1/users/me.",
  },
  recipient_not_found: {
    status: 404,
    title: "The recipient cannot be paid",
    detail:
      "No wallet can be paid at this phone or id in this currency. Check it with the recipient.",
  },
  factor_not_found: { status: 404, title: "There is no such factor" },
  quote_not_found: {
    status: 404,
    title: "There is no such quote",
    detail: "Request one at POST /v1/quotes.",
  },
  method_not_allowed: { status: 405, title: "The method is not allowed here" },
  request_timeout: {
    status: 408,
    title: "The body did not arrive in time",
    detail: "Nothing has happened. Send the request again.",
  },
  phone_taken: {
    status: 409,
    title: "The phone is registered already",
    detail:
      "If it is yours, prove it: POST /v1/auth/phone-claims sends a code, and this request takes the claim as `phone_claim`. A phone that its user has verified stays theirs.",
  },
  email_taken: { status: 409, title: "Somebody else has verified the same address" },
  contact_verified: { status: 409, title: "The contact is verified already" },
  challenge_invalid: {
    status: 409,
    title: "The challenge is unknown, used or expired",
    detail: "Begin again.",
  },
  totp_enrolled: { status: 409, title: "An authenticator app is enrolled already" },
  passkey_taken: { status: 409, title: "The passkey is registered already" },
  passkey_limit_reached: {
    status: 409,
    title: "There are as many passkeys as one person may have",
  },
  role_needs_factor: {
    status: 409,
    title: "A role needs a second factor",
    detail: "Enrol one before the role is given, and keep one as long as the role is held.",
  },
  user_already_suspended: { status: 409, title: "The person is suspended" },
  user_not_suspended: { status: 409, title: "The person is not suspended" },
  wallet_frozen: { status: 409, title: "The wallet is frozen" },
  wallet_not_frozen: { status: 409, title: "The wallet is not frozen" },
  wallet_closed: { status: 409, title: "The wallet is closed" },
  hold_expired: { status: 409, title: "The hold has expired", detail: "Its money is free again." },
  hold_voided: { status: 409, title: "The hold was voided", detail: "Its money is free again." },
  hold_captured: {
    status: 409,
    title: "The hold has ended with its last capture",
    detail: "Nothing is left of it.",
  },
  void_not_allowed: {
    status: 403,
    title: "Only the payee may void the hold",
    detail: "The hold does not say that its payer may void it.",
  },
  hold_limit_reached: {
    status: 409,
    title: "The wallet has as many open holds as it may have",
  },
  hold_amendment_limit_reached: {
    status: 409,
    title: "The hold was changed as often as it may be",
  },
  hold_not_higher: {
    status: 422,
    title: "The amount is not above the hold's total",
    detail: "`amount` is the new total of the hold, and a hold can only be raised.",
  },
  hold_not_later: {
    status: 422,
    title: "The hold would not end later",
    detail: "`expires_in` is counted from now, and a hold can only be extended.",
  },
  hold_too_long: {
    status: 422,
    title: "The hold would last too long",
    detail: "Place another hold instead.",
  },
  capture_exceeds_hold: {
    status: 422,
    title: "The capture is more than is left of the hold",
    detail: "`capturable` is what is left.",
  },
  capture_limit_reached: {
    status: 409,
    title: "The next capture of the hold must be final",
    detail: "Send it with `final: true`.",
  },
  payer_unavailable: {
    status: 409,
    title: "The payer's wallet cannot pay now",
    detail: "The hold stays open until it expires. Try again later, or ask the payer.",
  },
  wallet_not_closed: { status: 409, title: "The wallet is not closed" },
  last_wallet: {
    status: 409,
    title: "It is your only open wallet",
    detail: "A person keeps one open wallet. DELETE /v1/users/me closes it with the account.",
  },
  deposit_pending: {
    status: 409,
    title: "A deposit to the wallet is pending",
    detail: "The wallet can be closed once the deposit has succeeded, failed or expired.",
  },
  holds_open: {
    status: 409,
    title: "Money is on hold in the wallet",
    detail: "The wallet can be closed once nothing is held: see `held`.",
  },
  recipient_unavailable: { status: 409, title: "The recipient cannot receive now" },
  wallet_limit_reached: { status: 409, title: "There are as many wallets as one person may have" },
  deposit_limit_reached: {
    status: 409,
    title: "There are as many pending deposits as one person may have",
  },
  balance_not_zero: { status: 409, title: "There is money left", detail: "Empty every wallet." },
  body_too_large: { status: 413, title: "The body is too large" },
  url_too_long: { status: 414, title: "The URL is too long" },
  unsupported_media_type: {
    status: 415,
    title: "The body must be application/json",
    detail: "Send `Content-Type: application/json`, in UTF-8 and not compressed.",
  },
  idempotency_key_reused: {
    status: 422,
    title: "The idempotency key was used for another request",
  },
  not_refundable: {
    status: 422,
    title: "The transaction cannot be refunded by you",
    detail:
      "Only its receiver refunds it, and only a successful TRANSFER or CAPTURE of somebody else.",
  },
  not_reversible: {
    status: 422,
    title: "The transaction cannot be reversed",
    detail:
      "A successful TRANSFER or CAPTURE between two people, or a DEPOSIT, of which something is left.",
  },
  refund_exceeds_original: {
    status: 422,
    title: "More than what is left of the original",
    detail: "`refundable` is what can still be given back.",
  },
  refund_limit_reached: {
    status: 409,
    title: "The transaction has as many refunds as one may have",
  },
  refund_too_small: {
    status: 422,
    title: "The refund is worth nothing in the payer's currency",
    detail: "Give back more at once, or all that is left.",
  },
  refund_unavailable: { status: 409, title: "The payer cannot be paid back now" },
  same_wallet: { status: 422, title: "Sender and recipient are one wallet" },
  currency_mismatch: { status: 422, title: "The wallets' currencies differ" },
  market_mismatch: {
    status: 422,
    title: "The rials are of different markets",
    detail:
      "A rial of Aden and a rial of Sana'a are different money. It passes between them only by an exchange.",
  },
  rate_unavailable: {
    status: 422,
    title: "There is no rate for this exchange now",
    detail: "GET /v1/rates lists the rates in force, each with its market if it is of the rial.",
  },
  amount_too_small: {
    status: 422,
    title: "The exchange would give nothing",
    detail: "The result is less than the smallest unit of the target currency.",
  },
  quote_limit_exceeded: { status: 422, title: "The amount is above the limit of one quote" },
  open_quotes_limit_reached: {
    status: 429,
    title: "There are as many open quotes as one person may have",
    detail: "Use one, or try again after the seconds in Retry-After.",
  },
  quote_expired: { status: 422, title: "The quote has expired", detail: "Request a new one." },
  quote_used: { status: 422, title: "The quote was used already", detail: "Request a new one." },
  liquidity_exhausted: {
    status: 422,
    title: "The service cannot exchange that much now",
    detail: "Try a smaller amount, or later with a new quote.",
  },
  insufficient_funds: { status: 422, title: "The available balance is too small" },
  limit_exceeded: {
    status: 422,
    title: "It is above a limit",
    detail:
      "`exceeded_limit` says which, what is left of it and when it resets. Ask for less, or again after `resets_at`, with a new Idempotency-Key: the same key gets this answer again.",
  },
  balance_limit_exceeded: { status: 422, title: "The wallet cannot hold that much" },
  adjustment_limit_exceeded: {
    status: 422,
    title: "The adjustment is above an operator's limit",
    detail:
      "One adjustment, and all that one admin proposes within a day in one currency, are limited.",
  },
  rate_limited: {
    status: 429,
    title: "Too many requests",
    detail: "Nothing has happened. Try again after the seconds in Retry-After.",
  },
  too_many_attempts: {
    status: 429,
    title: "Too many attempts",
    detail: "Nothing was tried or changed. Try again after the seconds in Retry-After.",
  },
  service_busy: {
    status: 503,
    title: "The service is busy",
    detail: "Nothing has happened. Try again after the seconds in Retry-After.",
  },
  outcome_unknown: {
    status: 503,
    title: "The outcome is not known yet",
    detail: "The change may have been made. Read the current state before you repeat the request.",
  },
  internal_error: { status: 500, title: "Something went wrong" },
} as const satisfies Record<ErrorCode, ProblemKind>;

/** Where a code is explained: a relative reference, so that it holds on every deployment. */
export function typeOf(code: ErrorCode): string {
  return `/docs/problems#${code}`;
}

export interface ApiErrorExtras {
  readonly detail?: string | undefined;
  readonly errors?: readonly ProblemError[];
  /** The recorded refusal, in its wire form. */
  readonly transaction?: TransactionBody;
  readonly exceededLimit?: NonNullable<Problem["exceeded_limit"]>;
  readonly members?: ProblemMembers | undefined;
  /** The refusal that a dry run would have recorded. */
  readonly preview?: TransactionPreview;
  /** The currencies in which a refused recipient can be paid. */
  readonly currencies?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** Members of a problem that belong to some codes only. */
export type ProblemMembers = Partial<
  Pick<Problem, "refunded" | "refundable" | "captured" | "capturable">
>;

/** The one error that is thrown above services; app.ts turns it into a problem. */
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly extras: ApiErrorExtras;

  constructor(code: ErrorCode, extras: ApiErrorExtras = {}) {
    super(code);
    this.name = "ApiError";
    this.code = code;
    this.extras = extras;
  }
}
