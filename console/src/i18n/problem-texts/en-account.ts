import { tryAgain } from "./en-wait.ts";
import type { ProblemEntries } from "./table.ts";

/** Refusals about the account, logins and factors, and those of the service itself, in English. */
export const EN_ACCOUNT = {
  session_ended: ["You were logged out", "Log in again. Nothing was done."],
  token_missing: ["You are not logged in", "Log in first. Nothing was done."],
  token_invalid: ["Your login is no longer valid", "Log in again. Nothing was done."],
  token_expired: ["Your login is too old", "Try again, or log in again. Nothing was done."],
  step_up_required: [
    "This needs your second factor",
    "Nothing was done. Try again, and confirm that it is you.",
  ],
  account_suspended: [
    "Your account is suspended",
    "Nothing was done. You can see everything, but you cannot pay or change anything. Ask support.",
  ],
  invalid_credentials: [
    "The number or the password is wrong",
    "Check both. If you have forgotten the password, set a new one.",
  ],
  wrong_password: ["The password is wrong", "Nothing was changed. Enter your current password."],
  weak_password: [
    "The password is too weak",
    ({ reason }) => reason ?? "Use several uncommon words.",
  ],
  code_refused: [
    "The code is wrong",
    "It may be used or too old. Check the newest message, or ask for another code.",
  ],
  second_factor_wrong: [
    "The code is wrong",
    "A code works once. Wait for the next code of your app, or use another recovery code.",
  ],
  passkey_invalid: [
    "The passkey was not accepted",
    "Try again, or use another way to confirm that it is you.",
  ],
  challenge_invalid: ["This took too long", "Nothing was done. Start again."],
  too_many_attempts: [
    "Too many attempts",
    ({ waitSeconds }) => `Nothing was changed. ${tryAgain(waitSeconds)}`,
  ],
  phone_taken: [
    "This number already has an account",
    "If it is your account, log in. If it is your number, prove it with a code.",
  ],
  email_taken: [
    "Somebody has verified this address",
    "Use another address, or log in to the account that has this one.",
  ],
  contact_missing: ["There is nothing to verify", "Save your number or address first."],
  contact_verified: ["This is already verified", "There is nothing to do."],
  session_not_found: ["This login has already ended", "There is nothing to do."],
  factor_not_found: [
    "There is no such second factor",
    "It may have been removed. Open the page again.",
  ],
  totp_enrolled: [
    "You already have an authenticator app",
    "Remove it first, then add the new one.",
  ],
  passkey_taken: ["This passkey is already added", "Use it, or make another one."],
  passkey_limit_reached: [
    "You have as many passkeys as you can have",
    "Remove one that you do not use, then try again.",
  ],

  invalid_request: ["Something here is not right", "Nothing was done. Check what you entered."],
  rate_limited: [
    "Too many requests",
    ({ waitSeconds }) => `Nothing was done. ${tryAgain(waitSeconds)}`,
  ],
  service_busy: [
    "The service is busy",
    ({ waitSeconds }) => `Nothing was done. ${tryAgain(waitSeconds)}`,
  ],
  outcome_unknown: [
    "We do not know yet whether it worked",
    "It may have gone through. Look in your history before you do it again.",
  ],
  internal_error: [
    "Something went wrong on our side",
    "Try again. If it happens again, give support the code below.",
  ],
  request_timeout: [
    "Your request did not arrive in time",
    "Nothing was done. Check the connection and try again.",
  ],
  not_found: ["There is nothing here", "It may be gone. Go back and open it again."],
  origin_not_allowed: [
    "This page may not do that",
    "Nothing was done. Open Mahfaza at its own address.",
  ],
  https_required: [
    "The connection is not secure",
    "Nothing was done. Open the address with https and log in again.",
  ],
  malformed_json: ["This page sent something wrong", "Nothing was done. Load the page again."],
  unsupported_media_type: [
    "This page sent something wrong",
    "Nothing was done. Load the page again.",
  ],
  method_not_allowed: ["This page asked for something wrong", "Load the page again."],
  body_too_large: ["This is too long", "Nothing was done. Enter less text."],
  url_too_long: ["This search is too long", "Search for less text."],
} as const satisfies Partial<ProblemEntries>;
