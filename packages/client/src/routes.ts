// Made by `npm run client:types` from the OpenAPI document. Do not edit.

/** Routes that take an Idempotency-Key. */
export const KEYED_ROUTES: ReadonlySet<string> = new Set([
  "POST /v1/auth/register",
  "POST /v1/wallets",
  "POST /v1/wallets/{id}/close",
  "POST /v1/transactions/{id}/refunds",
  "POST /v1/deposits",
  "POST /v1/withdrawals",
  "POST /v1/transfers",
  "POST /v1/holds",
  "POST /v1/holds/{id}",
  "POST /v1/holds/{id}/captures",
  "POST /v1/holds/{id}/void",
  "POST /v1/quotes",
  "POST /v1/exchanges",
]);

/** Routes that need no access token. */
export const OPEN_ROUTES: ReadonlySet<string> = new Set([
  "GET /healthz",
  "GET /readyz",
  "POST /v1/auth/register",
  "POST /v1/auth/login",
  "POST /v1/auth/refresh",
  "POST /v1/auth/logout",
  "POST /v1/auth/password-reset",
  "POST /v1/auth/password-reset/confirm",
  "POST /v1/auth/phone-claims",
  "POST /v1/auth/login/second-factor",
  "POST /v1/auth/login/passkey/options",
  "POST /v1/auth/login/passkey",
  "POST /v1/funding/events",
  "GET /v1/currencies",
]);
