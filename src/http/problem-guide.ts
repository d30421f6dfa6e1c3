import {
  AMENDMENTS_PER_HOLD_MAX,
  CAPTURES_PER_HOLD_MAX,
  HOLD_TOTAL_SECONDS_MAX,
  OPEN_HOLDS_PER_WALLET_MAX,
  OPEN_WITHDRAWALS_PER_WALLET_MAX,
  REFUNDS_PER_TRANSACTION_MAX,
} from "../domain/bounds.ts";
import type { ErrorCode } from "./problem.ts";

interface ProblemGuide {
  /** Why the service answers with the code. */
  readonly cause: string;
  /** What the caller does about it. */
  readonly cure: string;
}

const WAIT_AND_RETRY =
  "Wait for the seconds in the `Retry-After` header. Then send the same request again, with the same `Idempotency-Key` if it had one.";

/**
 * Cause and cure of every code, for the page /docs/problems. Words between backticks are shown as
 * code.
 */
export const PROBLEM_GUIDE = {
  malformed_json: {
    cause:
      "The body is not JSON in UTF-8, it ended early, it nests too deeply, an object names a key twice, or it has a key that is never accepted (`__proto__`).",
    cure: "Send one complete JSON value, encoded as UTF-8, with each key once.",
  },
  invalid_request: {
    cause: "A field, a query parameter, a header or a path parameter does not match its schema.",
    cure: "Read `errors`: each entry says where the fault is (`in`, `pointer`) and what it is (`code`, `message`). Correct it and send the request again.",
  },
  invalid_amount: {
    cause:
      "The amount is not a positive plain decimal, has more decimals than its currency, or is too large.",
    cure: 'Send the amount as a decimal string in major units, such as `"10.50"`. `GET /v1/currencies` lists the decimals of each currency.',
  },
  weak_password: {
    cause:
      "The password is easy to find out: a common one, a pattern, or built from the user's own data.",
    cure: "Ask the user for a longer password. Several unrelated words are strong.",
  },
  token_missing: {
    cause:
      "The route needs an access token, and the request has no `Authorization` header, or one of another scheme than `Bearer`.",
    cure: "Send `Authorization: Bearer <access_token>`, with the token from `POST /v1/auth/login`.",
  },
  token_invalid: {
    cause:
      "The token is malformed, its signature is wrong, or it is for another deployment. A refresh token is unknown, or void since a change of the password.",
    cure: "Discard the token and log in again.",
  },
  token_expired: {
    cause: "The access token is older than its lifetime.",
    cure: "Get a new pair from `POST /v1/auth/refresh`, then repeat the request.",
  },
  session_ended: {
    cause:
      "The session of this token was ended: by a logout, a password change, an operator, or because it expired.",
    cure: "Log in again.",
  },
  invalid_credentials: {
    cause:
      "No account has this login name and password. The login name is the phone number or, for an account without one, the user id. The answer does not say which one is wrong.",
    cure: "Ask the user for both again. `POST /v1/auth/password-reset` helps a user who forgot the password.",
  },
  wrong_password: {
    cause: "The request needs the current password, and the one that was sent is wrong.",
    cure: "Ask the user for the current password again.",
  },
  code_refused: {
    cause:
      "The one-time code is wrong, was used, has expired, or was replaced by a newer one. After a few wrong attempts a code is void.",
    cure: "Check the latest message. If that code is refused too, request a new one.",
  },
  step_up_required: {
    cause:
      "The operation needs a second factor that was proven in this session a short time ago: a large amount, for example.",
    cure: "Prove a factor at `POST /v1/auth/step-up`. Then repeat the request.",
  },
  second_factor_wrong: {
    cause:
      "The code of the authenticator app or the recovery code is wrong, or it was used before.",
    cure: "Wait for the app's next code, or use another recovery code. Check the clock of the phone.",
  },
  passkey_invalid: {
    cause:
      "The passkey is not known, or its answer was altered, is for another site, has an attestation certificate, or has a counter that went back.",
    cure: "Start the passkey challenge again, on a page of the configured origin. If it fails again, use another factor.",
  },
  not_wallet_owner: {
    cause:
      "A deposit or withdrawal names a phone number that is not the caller's own, registered or not.",
    cure: "Use a wallet of the caller. `GET /v1/wallets` lists them.",
  },
  account_suspended: {
    cause:
      "An operator has suspended the account. A suspended user moves no money and changes no wallet, profile, contact or second factor, and a suspended operator may not act as one. Reads, login, logout, the end of sessions and a password reset by code still work.",
    cure: "`GET /v1/users/me` says since when. Tell the user to contact support. Once the suspension is lifted, send the request with a new `Idempotency-Key`.",
  },
  other_operator_required: {
    cause:
      "The request lifts a legal order that the caller set, or approves a role, a rate, an adjustment or a reversal that the caller proposed.",
    cure: "Ask another operator to send the request.",
  },
  proposal_not_found: {
    cause:
      "The proposal does not exist, was decided, or has expired. A proposal also ends when its proposer is no longer an admin, or when the role of the person concerned changes in another way.",
    cure: "Read `GET /v1/admin/role-proposals` or `GET /v1/admin/money-proposals`, and propose it again if that is still wanted.",
  },
  adjustment_limit_exceeded: {
    cause:
      "The amount is above the largest adjustment of its currency, or above what is left of the sum that one admin may propose within 24 hours in that currency.",
    cure: "Propose a smaller amount, wait, or ask another admin to propose it.",
  },
  funding_event_not_found: {
    cause:
      "The event does not exist, does not wait in suspense, or an approved adjustment has resolved it.",
    cure: "Read `GET /v1/admin/funding-events` for the events that wait.",
  },
  deposit_not_found: {
    cause: "There is no deposit with this id, or it belongs to another user.",
    cure: "Read `GET /v1/deposits` for your deposits.",
  },
  withdrawal_not_found: {
    cause: "There is no withdrawal with this id, or it belongs to another user.",
    cure: "Read `GET /v1/withdrawals` for your withdrawals.",
  },
  deposit_limit_reached: {
    cause: "The user has as many pending deposits as one user can have.",
    cure: "Pay a pending deposit, or wait until it expires: `GET /v1/deposits` lists them.",
  },
  webhook_signature_invalid: {
    cause:
      "The event has no signature, one under another secret, one of other bytes than the body, or a timestamp more than five minutes from the service's clock.",
    cure: "Sign the exact bytes of the body with the current secret, and set `webhook-timestamp` at each attempt. Check the clock of the sender.",
  },
  user_already_suspended: {
    cause:
      "The operator suspends a user who is suspended already, or gives a role to a suspended user. Only a legal order replaces another reason of a suspension.",
    cure: "Leave the suspension as it is, or lift it before the role is given.",
  },
  user_not_suspended: {
    cause: "The operator lifts the suspension of a user who is not suspended.",
    cure: "Nothing is left to do.",
  },
  origin_not_allowed: {
    cause:
      "A browser sent the request for a page whose origin is neither the service's own nor one that the deployment allows. Or the request uses the cookie `__Host-refresh_token`, and its header `Origin` is missing or is not the service's own origin.",
    cure: "Add the origin to the deployment's `CORS_ORIGINS` if the page may call the API. A page of another origin, and a client that is no browser, keeps its refresh token itself: leave out `refresh_token_in`.",
  },
  https_required: {
    cause: "The request came over plain HTTP, so others could read it on its way.",
    cure: "Use the address that begins with `https:`. Log out the session whose token was sent, and log in again.",
  },
  role_required: {
    cause:
      "The route is for operators, and the role of the caller does not allow the operation. Support acts only on people without a role.",
    cure: "Use an account with the needed role. An administrator grants roles.",
  },
  own_account: {
    cause:
      "An operator tried to change their own account or wallet through an operator's route, or to decide about a proposal that concerns them.",
    cure: "Ask another operator to do it.",
  },
  not_found: {
    cause: "No route has this path.",
    cure: "Compare the path with the reference at `/docs`. A path has no slash at its end.",
  },
  user_not_found: {
    cause: "No user has this id or phone number, or the account was deleted.",
    cure: "Check the id. An id of a user starts with `usr_`.",
  },
  session_not_found: {
    cause: "The caller has no active session with this id. It may have ended already.",
    cure: "Take the id from `GET /v1/users/me/sessions`.",
  },
  wallet_not_found: {
    cause: "No wallet has this id, or the caller has no wallet in this currency.",
    cure: "Take the id from `GET /v1/wallets`, or open a wallet with `POST /v1/wallets`.",
  },
  transaction_not_found: {
    cause: "No transaction of the caller has this id.",
    cure: "Take the id from `GET /v1/transactions`.",
  },
  hold_not_found: {
    cause:
      "There is no hold with this id that the caller has placed or can capture. A hold of other users is answered in the same way.",
    cure: "Check the id. `GET /v1/holds` lists the caller's holds.",
  },
  hold_expired: {
    cause:
      "The time of the hold had passed, by the database's clock, when the request was decided.",
    cure: "Ask the payer for another hold, or for a transfer. The payer can extend a hold before it expires.",
  },
  hold_voided: {
    cause:
      "The payee, or the payer where the hold allows it, has given up what was left of the hold.",
    cure: "Ask the payer for another hold, or for a transfer.",
  },
  hold_captured: {
    cause: "A capture took all of the hold, or was final. What it left is free again.",
    cure: "Read the captures: `GET /v1/holds/{id}`. For more money ask the payer for another hold.",
  },
  void_not_allowed: {
    cause: "The payer asked to void a hold that was placed without `payer_can_void`.",
    cure: "Ask the payee to void it, or wait until it expires.",
  },
  hold_limit_reached: {
    cause: `The payer's wallet has ${OPEN_HOLDS_PER_WALLET_MAX} open holds, or ${OPEN_WITHDRAWALS_PER_WALLET_MAX} withdrawals that the provider has not paid.`,
    cure: "Wait until one of them ends, or void one. Then send the request with a new `Idempotency-Key`.",
  },
  hold_amendment_limit_reached: {
    cause: `The hold was raised or extended ${AMENDMENTS_PER_HOLD_MAX} times.`,
    cure: "Place another hold.",
  },
  hold_not_higher: {
    cause: "`amount` is not above the present total of the hold.",
    cure: "Send the new total, what was captured included. To reserve less, ask the payee for a final capture or a void.",
  },
  hold_not_later: {
    cause: "The new end would not be after the present one. `expires_in` counts from the request.",
    cure: "Read `expires_at` with `GET /v1/holds/{id}`, and send a longer `expires_in`.",
  },
  hold_too_long: {
    cause: `A hold lasts at most ${HOLD_TOTAL_SECONDS_MAX / 86_400} days from the moment it was placed, with all its extensions.`,
    cure: "Send a shorter `expires_in`, or place another hold.",
  },
  capture_exceeds_hold: {
    cause:
      "The amount is above what is left of the hold: `capturable`. `captured` was taken before.",
    cure: "Capture at most `capturable`, or ask the payer to raise the hold.",
  },
  capture_limit_reached: {
    cause: `The hold was captured ${CAPTURES_PER_HOLD_MAX - 1} times, and the next capture is the last that it may have.`,
    cure: "Send the capture with `final: true`.",
  },
  payer_unavailable: {
    cause: "The wallet of the payer may not be debited at present. The service does not say why.",
    cure: "Capture again later, with a new `Idempotency-Key` and before the hold expires, or ask the payer.",
  },
  contact_missing: {
    cause:
      "The profile has no contact of this kind, or its phone number is of a kind to which the service sends no codes.",
    cure: "Set the contact with `PATCH /v1/users/me`, then request a code.",
  },
  recipient_not_found: {
    cause:
      "No wallet can be paid at this phone number or under this id in this currency. The number is unknown or not verified, there is no such wallet, or it cannot take the amount now. The answer is the same for each reason, so that it tells nothing about other people.",
    cure: "Ask the payer to check the recipient. The failed transfer is recorded: use a new `Idempotency-Key` for the corrected one. After several failures of this kind each transfer to another person must wait.",
  },
  factor_not_found: {
    cause: "The caller has no second factor of this kind or with this id.",
    cure: "`GET /v1/factors` lists the factors of the caller.",
  },
  method_not_allowed: {
    cause: "The path exists, but not with this method.",
    cure: "Use one of the methods in the `Allow` header.",
  },
  request_timeout: {
    cause: "The body did not arrive completely in time. Nothing was done.",
    cure: "Send the request again. If it happens often, check the connection of the client.",
  },
  phone_taken: {
    cause:
      "An account with this phone number exists. With a claim and the right code, another user has verified the number meanwhile.",
    cure: "If the account is yours, log in or reset its password. If only the number is yours, prove it: `POST /v1/auth/phone-claims` sends a code, and `phone_claim` takes the number. No code is sent to a number that its user has verified.",
  },
  email_taken: {
    cause: "Another account has verified the same e-mail address.",
    cure: "Use another address, or log in to the account that has this one.",
  },
  contact_verified: {
    cause: "The contact is verified already.",
    cure: "Nothing needs to be done.",
  },
  challenge_invalid: {
    cause: "The challenge of a login or of a passkey is unknown, was used, or has expired.",
    cure: "Start again with the request that gives a new challenge.",
  },
  totp_enrolled: {
    cause: "The account has an authenticator app already.",
    cure: "Remove the enrolled app first, then enrol the new one.",
  },
  passkey_taken: {
    cause: "This passkey is registered already.",
    cure: "Use it, or create another passkey.",
  },
  passkey_limit_reached: {
    cause: "The account has the maximum number of passkeys.",
    cure: "Remove a passkey that is not used any more, then add the new one.",
  },
  role_needs_factor: {
    cause:
      "An operator must have a second factor before the role is given and as long as the role is held.",
    cure: "Enrol a factor before the role is given. Take the role away before the last factor is removed.",
  },
  wallet_frozen: {
    cause:
      "An operator froze the wallet, so that it cannot do the operation. For an operator who freezes it again: the new freeze is no stronger than the one it would replace.",
    cure: "Wait for the end of the freeze if it has one, or ask an operator to lift it.",
  },
  wallet_not_frozen: {
    cause: "There is no freeze to lift: the wallet is not frozen, or its freeze has ended.",
    cure: "Nothing needs to be done.",
  },
  wallet_closed: {
    cause: "The wallet is closed: its owner closed it, or deleted the account.",
    cure: "Use another wallet. Support can reopen a closed wallet, but not one of a deleted account.",
  },
  wallet_not_closed: {
    cause: "There is nothing to reopen: the wallet is open or frozen.",
    cure: "Nothing needs to be done.",
  },
  last_wallet: {
    cause: "A person has at least one open wallet as long as the account exists.",
    cure: "Open another wallet first, or delete the account.",
  },
  deposit_pending: {
    cause: "Money is on its way to the wallet, and a closed wallet could not take it.",
    cure: "Wait until the deposit ends: `GET /v1/deposits` shows it. Then close the wallet.",
  },
  holds_open: {
    cause: "A hold or a pending withdrawal reserves money of the wallet, so it cannot be closed.",
    cure: "Wait until the holds are captured, voided or expired, then close the wallet.",
  },
  recipient_unavailable: {
    cause:
      "Earlier releases recorded this code. The service does not answer it any more: old records are shown with `recipient_not_found`.",
    cure: "Handle it like `recipient_not_found`.",
  },
  wallet_limit_reached: {
    cause:
      "The user has the maximum number of open wallets, or of wallets that were ever opened, closed ones included.",
    cure: "Use one of the open wallets, or close one that is not needed.",
  },
  balance_not_zero: {
    cause:
      "The account cannot be deleted while one of its wallets holds money, and a wallet with money cannot be closed without a wallet that receives it.",
    cure: "Withdraw or transfer the whole balance. To close one wallet, name another one of the same currency in `sweep_to_wallet_id`.",
  },
  body_too_large: {
    cause: "The body has more bytes than the service accepts.",
    cure: "Send a smaller body. The detail names the limit.",
  },
  url_too_long: {
    cause: "The URL with its query is longer than the service accepts.",
    cure: "Shorten the query.",
  },
  unsupported_media_type: {
    cause:
      "The `Content-Type` header is missing or is not JSON in UTF-8, or the body is compressed: its `Content-Encoding` is not `identity`.",
    cure: "Send the body as it is, with `Content-Type: application/json`.",
  },
  idempotency_key_reused: {
    cause: "The `Idempotency-Key` was used before with another request.",
    cure: "Use a new key for each new operation. Use the same key only to repeat the same request.",
  },
  not_refundable: {
    cause:
      "The transaction failed, is of another type than `TRANSFER` and `CAPTURE`, was between two wallets of one user, or was not paid to the caller.",
    cure: "Pay the money back with `POST /v1/transfers` instead. Nothing was recorded.",
  },
  not_reversible: {
    cause:
      "The transaction failed, is of another type than `TRANSFER`, `CAPTURE` and `DEPOSIT`, was between two wallets of one user, or was given back completely.",
    cure: "Propose an adjustment instead, if money must be moved.",
  },
  refund_exceeds_original: {
    cause:
      "Refunds and reversals together never give back more than the receiver got. The amount, with what was given back before, is more.",
    cure: "Read `refundable`, and send at most that with a new `Idempotency-Key`, or no amount for all that is left. The refused attempt is recorded.",
  },
  refund_limit_reached: {
    cause: `One transaction has at most ${REFUNDS_PER_TRANSACTION_MAX} refunds, and this one has them.`,
    cure: "Pay the rest back with `POST /v1/transfers`. The refused attempt is recorded.",
  },
  refund_too_small: {
    cause:
      "The payment was exchanged, and at its rate the amount is less than the smallest unit of the payer's currency.",
    cure: "Send a larger amount, or no amount for all that is left, with a new `Idempotency-Key`. The refused attempt is recorded.",
  },
  refund_unavailable: {
    cause:
      "No wallet of the payer can receive the refund now. The service does not say why, because that is the payer's own matter.",
    cure: "Ask the payer, and try again later with a new `Idempotency-Key`. The refused attempt is recorded.",
  },
  same_wallet: {
    cause: "Sender and recipient of the transfer are the same wallet.",
    cure: "Choose another recipient, and use a new `Idempotency-Key`.",
  },
  currency_mismatch: {
    cause: "A wallet in the request has another currency than the amount.",
    cure: "Use wallets of the same currency, and name that currency. Use a new `Idempotency-Key`.",
  },
  quote_not_found: {
    cause: "No quote of yours has this id. A quote that was not used is deleted some weeks later.",
    cure: "Request a quote at `POST /v1/quotes` and use the id of its answer.",
  },
  market_mismatch: {
    cause:
      "The two wallets are in YEM but of different markets, or the quote's market is not that of the wallet. The rials of Aden and Sana'a differ in value by a factor of about three.",
    cure: "Name a wallet of the market that the request is about. `GET /v1/wallets` shows the market of each, and `POST /v1/wallets` opens one with `market`. To change rials of one market into those of the other, exchange them into another currency and back.",
  },
  rate_unavailable: {
    cause:
      "No rate of this pair and market was ever set, or the newest one has expired. The service uses no older rate, no rate of another market, and no rate of 1 instead.",
    cure: "Choose a pair and market that `GET /v1/rates` lists, or try again later.",
  },
  amount_too_small: {
    cause: "The target amount would be rounded down to zero.",
    cure: "Exchange a larger amount.",
  },
  quote_limit_exceeded: {
    cause:
      "The amount is above `quote_max` of the rate, or above the largest amount of a currency.",
    cure: "Exchange a smaller amount. `GET /v1/rates` shows `quote_max` of each rate.",
  },
  open_quotes_limit_reached: {
    cause: "Five of your quotes are neither used nor expired.",
    cure: WAIT_AND_RETRY,
  },
  quote_expired: {
    cause: "The quote was older than its 30 seconds when the ledger came to the request.",
    cure: "Request a new quote, and send it with a new `Idempotency-Key`.",
  },
  quote_used: {
    cause: "Another request has used the quote. A quote is used once.",
    cure: "Look for its effect in `GET /v1/transactions`. For another exchange request a new quote.",
  },
  liquidity_exhausted: {
    cause:
      "The exchange would move the service's own position in one of the currencies beyond its cap.",
    cure: "Try a smaller amount, or later, with a new quote and a new `Idempotency-Key`.",
  },
  insufficient_funds: {
    cause: "The available balance of the wallet is smaller than the amount.",
    cure: "Send a smaller amount or add money first, with a new `Idempotency-Key`. The refused attempt is recorded.",
  },
  limit_exceeded: {
    cause:
      "The operation is above one of the caller's limits in this currency: of one operation, a day or a month, by sum or by count, or of the balance. `exceeded_limit` has the numbers.",
    cure: "Send a smaller amount, or wait until `resets_at`; with a new `Idempotency-Key`, because the refused attempt is recorded and repeated for its key. `GET /v1/limits` shows all limits.",
  },
  balance_limit_exceeded: {
    cause: "The balance of the caller's receiving wallet would exceed the maximum of a wallet.",
    cure: "Send a smaller amount, or use another wallet.",
  },
  rate_limited: {
    cause: "This user or this network sent too many requests in a short time. Nothing was done.",
    cure: WAIT_AND_RETRY,
  },
  too_many_attempts: {
    cause:
      "This request was not carried out, because a count is used up: of wrong passwords or codes, of requested messages, of transfers to unknown recipients, of payments that failed for one reason within an hour, of changes of one kind within an hour or a day, of suspensions of one person that were lifted within an hour, or of an operator's look-ups within a day.",
    cure: "Wait for the seconds in the `Retry-After` header before the next attempt. The wait grows with each wrong password or code.",
  },
  service_busy: {
    cause:
      "The service or its database has too much work, or does not answer. Nothing was done: the failure came before any change was sent.",
    cure: WAIT_AND_RETRY,
  },
  outcome_unknown: {
    cause: "The connection to the database was lost during the operation. It may have succeeded.",
    cure: "If the request had an `Idempotency-Key`, send it again with the same key: the answer tells the outcome, and nothing is done twice. Without one do what `detail` says: log in again, or read the current state first.",
  },
  internal_error: {
    cause: "The service has a fault. Its log has the details under the `request_id`.",
    cure: "Repeat the request once, with the same `Idempotency-Key`. If it fails again, report the `request_id`.",
  },
} as const satisfies Record<ErrorCode, ProblemGuide>;
