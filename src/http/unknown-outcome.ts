import type { Context } from "hono";
import type { AppEnv } from "./app-env.ts";

const WITH_KEY =
  "Repeat the request with the same Idempotency-Key to learn it. If it had none, look for its effect first.";
const LOG_IN_AGAIN = "A session may have been opened. Log in again.";
const CODE_SENT = "A code may have been sent. Request another one.";
const DELETED =
  "The account may be deleted. Repeat the request: `session_ended` then means that it is.";

/** How to learn an unknown outcome, by method and path, where the usual advice does not fit. */
export const UNKNOWN_OUTCOME_ADVICE: Readonly<Record<string, string>> = {
  "POST /v1/auth/register":
    "Repeat the request with the same Idempotency-Key to learn it. If it had none, log in: the account may exist.",
  "POST /v1/auth/login": LOG_IN_AGAIN,
  "POST /v1/auth/login/second-factor": LOG_IN_AGAIN,
  "POST /v1/auth/login/passkey": LOG_IN_AGAIN,
  "POST /v1/auth/refresh":
    "Send the same refresh token again at once. If that is refused, log in again.",
  "POST /v1/auth/logout":
    "The session may have ended. Log out again: `session_ended` then means that it has.",
  "POST /v1/auth/password-reset": CODE_SENT,
  "POST /v1/auth/password-reset/confirm":
    "The password may be set. Log in with it. If that is refused, repeat the request.",
  "POST /v1/users/me/contacts/:channel/verification": CODE_SENT,
  "DELETE /v1/users/me": DELETED,
  "POST /v1/users/me/delete": DELETED,
  "PATCH /v1/users/me":
    "The change may have been made. Read GET /v1/users/me. After a change of the password, log in with the new one.",
  "POST /v1/wallets": WITH_KEY,
  "POST /v1/wallets/:id/close": WITH_KEY,
  "POST /v1/deposits": WITH_KEY,
  "POST /v1/withdrawals": WITH_KEY,
  "POST /v1/transfers": WITH_KEY,
  "POST /v1/holds": WITH_KEY,
  "POST /v1/holds/:id": WITH_KEY,
  "POST /v1/holds/:id/captures": WITH_KEY,
  "POST /v1/holds/:id/void": WITH_KEY,
  "POST /v1/funding/events":
    "Send the event again with the same webhook-id: the answer is its decision.",
  "POST /v1/transactions/:id/refunds": WITH_KEY,
  "POST /v1/quotes": WITH_KEY,
  "POST /v1/exchanges": WITH_KEY,
};

/**
 * How the client of this route learns what became of its request; undefined: as the table of
 * problems says.
 */
export function unknownOutcomeAdvice(c: Context<AppEnv>): string | undefined {
  return UNKNOWN_OUTCOME_ADVICE[`${c.req.method} ${c.req.routePath}`];
}
