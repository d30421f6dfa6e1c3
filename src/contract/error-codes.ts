import { ACCOUNT_REFUSALS, FAILURE_CODES, UNRECORDED_REFUSALS } from "../domain/refusal.ts";

/** Refusals of the HTTP layer, before a service is called, and the answers to faults. */
const HTTP_CODES = [
  "malformed_json",
  "invalid_request",
  "invalid_amount",
  "unsupported_media_type",
  "body_too_large",
  "request_timeout",
  "url_too_long",
  "origin_not_allowed",
  "https_required",
  "not_found",
  "transaction_not_found",
  "method_not_allowed",
  "rate_limited",
  "service_busy",
  "outcome_unknown",
  "internal_error",
] as const;

/** Every value of a problem's `code`. A code that was published keeps its meaning. */
export const ERROR_CODES = [
  ...UNRECORDED_REFUSALS,
  ...FAILURE_CODES,
  ...ACCOUNT_REFUSALS,
  ...HTTP_CODES,
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];
