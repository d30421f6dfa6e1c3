// Time-based one-time passwords (RFC 6238) with the parameters that every authenticator app
// supports: SHA-1, six digits, 30 seconds.
import { Secret, TOTP } from "otpauth";
import { TOTP_DIGITS, TOTP_WINDOW_STEPS } from "../domain/bounds.ts";

// RFC 4226 §4 recommends 160 bits.
const SECRET_BYTES = 20;
const STEP_SECONDS = 30;
const ISSUER = "Mahfaza";

const totpOf = (secret: Uint8Array, label = "") =>
  new TOTP({
    issuer: ISSUER,
    label,
    algorithm: "SHA1",
    digits: TOTP_DIGITS,
    period: STEP_SECONDS,
    secret: new Secret({ buffer: new Uint8Array(secret).buffer }),
  });

/** Makes a shared secret. */
export function newTotpSecret(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
}

/** The secret in the form that a user types into an app: base 32 (RFC 4648 §6). */
export function totpSecretText(secret: Uint8Array): string {
  return totpOf(secret).secret.base32;
}

/** The secret as a URI for a QR code. Source: Key Uri Format, google-authenticator wiki. */
export function totpUri(secret: Uint8Array, account: string): string {
  return totpOf(secret, account).toString();
}

/** The code of the time step that contains `nowMs` (Unix time in milliseconds). */
export function totpCode(secret: Uint8Array, nowMs: number): string {
  return totpOf(secret).generate({ timestamp: nowMs });
}

/**
 * The number of the time step that a code belongs to, within TOTP_WINDOW_STEPS of `nowMs` (Unix
 * time in milliseconds); null when it belongs to none of them.
 */
export function totpStepOf(secret: Uint8Array, code: string, nowMs: number): number | null {
  const delta = totpOf(secret).validate({
    token: code,
    timestamp: nowMs,
    window: TOTP_WINDOW_STEPS,
  });
  return delta === null ? null : Math.floor(nowMs / 1_000 / STEP_SECONDS) + delta;
}
