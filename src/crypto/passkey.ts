// Passkeys (WebAuthn Level 3). Each passkey is discoverable and requires user verification (a PIN
// or a fingerprint), so it proves the user and not only the device, and can replace the password.
// An answer is what the browser returns for a challenge.
import { verifyAuthenticationResponse, verifyRegistrationResponse } from "@simplewebauthn/server";
import { base64url } from "jose";
import { CREDENTIAL_ID_BYTES_MAX, PASSKEY_CHALLENGE_SECONDS } from "../domain/bounds.ts";
import type { UserId } from "../domain/ids.ts";
import { accountNameOf, type User } from "../domain/user.ts";
import { isWithoutCertificates } from "./attestation.ts";

export type RegistrationAnswer = Parameters<typeof verifyRegistrationResponse>[0]["response"];
export type PasskeyAnswer = Parameters<typeof verifyAuthenticationResponse>[0]["response"];

export interface PasskeySettings {
  readonly passkeyRpId: string;
  readonly passkeyOrigins: readonly string[];
}

/** A registered passkey. Bytes are lower-case hex, as in the database. */
export interface Credential {
  readonly credentialId: string;
  readonly publicKey: string;
  readonly signCount: number;
  readonly transports: readonly string[];
}

const RP_NAME = "Mahfaza";
const TIMEOUT_MS = PASSKEY_CHALLENGE_SECONDS * 1_000;
// COSE (RFC 9053): ES256, Ed25519 and, for Windows, RS256.
const ALGORITHMS = [-7, -8, -257];

const bytesOf = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

const descriptorOf = ({ credentialId, transports }: Credential) => ({
  type: "public-key" as const,
  id: base64url.encode(bytesOf(credentialId)),
  transports: [...transports],
});

const uuidBytes = (id: UserId) => bytesOf(id.replaceAll("-", ""));

/**
 * The user handle that a passkey stores: the user's id, which reveals no personal data (§14.6.1).
 */
export const userHandleOf = (id: UserId): string => base64url.encode(uuidBytes(id));

/** The credential id that an answer names, in lower-case hex; null when it is malformed. */
export function credentialIdOf({ id }: { readonly id: string }): string | null {
  try {
    return hexOf(base64url.decode(id));
  } catch {
    // jose throws when the text is not base64url. No registered passkey has such an id.
    return null;
  }
}

/**
 * The challenge that an answer claims to have signed; null when it names none. The signature is
 * checked by verifyRegistration and verifyPasskey.
 */
export function challengeOf({
  response,
}: {
  readonly response: { readonly clientDataJSON: string };
}): string | null {
  try {
    const text = new TextDecoder().decode(base64url.decode(response.clientDataJSON));
    const data = JSON.parse(text) as { challenge?: unknown; crossOrigin?: unknown };
    // This service's pages are never shown in a frame of another site, so a cross-origin answer is
    // refused. Source: WebAuthn §7.1 and §7.2, on crossOrigin.
    if (data.crossOrigin === true) return null;
    return typeof data.challenge === "string" ? data.challenge : null;
  } catch {
    // Not base64url, not JSON, or not an object: it contains no challenge.
    return null;
  }
}

/**
 * The options with which a browser makes a passkey. Authenticators that hold one of `existing` are
 * excluded. Source: PublicKeyCredentialCreationOptionsJSON, WebAuthn §5.1.9.
 */
export function registrationOptions(
  { passkeyRpId }: PasskeySettings,
  user: Pick<User, "id" | "username" | "phone" | "email">,
  challenge: string,
  existing: readonly Credential[],
) {
  return {
    challenge,
    rp: { id: passkeyRpId, name: RP_NAME },
    user: { id: userHandleOf(user.id), name: accountNameOf(user), displayName: user.username },
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: "public-key" as const, alg })),
    timeout: TIMEOUT_MS,
    attestation: "none" as const,
    authenticatorSelection: {
      residentKey: "required" as const,
      requireResidentKey: true,
      userVerification: "required" as const,
    },
    excludeCredentials: existing.map(descriptorOf),
  };
}

/**
 * The options with which a browser signs with one of the `allowed` passkeys, or with any when that
 * is empty. Source: PublicKeyCredentialRequestOptionsJSON, WebAuthn §5.1.10.
 */
export function passkeyOptions(
  { passkeyRpId }: PasskeySettings,
  challenge: string,
  allowed: readonly Credential[],
) {
  return {
    challenge,
    rpId: passkeyRpId,
    timeout: TIMEOUT_MS,
    userVerification: "required" as const,
    allowCredentials: allowed.map(descriptorOf),
  };
}

export type RegistrationOptions = ReturnType<typeof registrationOptions>;
export type PasskeyOptions = ReturnType<typeof passkeyOptions>;

/** The credential id that the authenticator signed, in hex; null when its length is not allowed. */
function attestedCredentialId(id: string): string | null {
  const bytes = base64url.decode(id);
  return bytes.length >= 1 && bytes.length <= CREDENTIAL_ID_BYTES_MAX ? hexOf(bytes) : null;
}

/**
 * Verifies a registration and returns its passkey; null when it is not valid. Source: WebAuthn
 * §7.1.
 */
export async function verifyRegistration(
  { passkeyRpId, passkeyOrigins }: PasskeySettings,
  response: RegistrationAnswer,
  challenge: string,
): Promise<Credential | null> {
  try {
    if (!isWithoutCertificates(response.response.attestationObject)) return null;
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: [...passkeyOrigins],
      expectedRPID: passkeyRpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    if (!verified) return null;
    const { id, publicKey, counter, transports } = registrationInfo.credential;
    const credentialId = attestedCredentialId(id);
    // The answer repeats the id outside the signed part, where it could have been changed.
    if (credentialId === null || credentialId !== credentialIdOf(response)) return null;
    return {
      credentialId,
      publicKey: hexOf(publicKey),
      signCount: counter,
      transports: transports ?? [],
    };
  } catch {
    // The library throws an Error for every defect of an answer. Answers are untrusted input, so
    // this is a refusal and not a fault.
    return null;
  }
}

/**
 * Verifies an answer and returns its signature counter; null when it is not valid. The caller must
 * compare the counter with the stored one: one that did not increase suggests a copied passkey.
 * Source: WebAuthn §7.2.
 */
export async function verifyPasskey(
  { passkeyRpId, passkeyOrigins }: PasskeySettings,
  response: PasskeyAnswer,
  challenge: string,
  { credentialId, publicKey }: Pick<Credential, "credentialId" | "publicKey">,
): Promise<number | null> {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: [...passkeyOrigins],
      expectedRPID: passkeyRpId,
      requireUserVerification: true,
      // 0 disables the library's own check of the counter, which would throw like any other defect.
      credential: {
        id: base64url.encode(bytesOf(credentialId)),
        publicKey: bytesOf(publicKey),
        counter: 0,
      },
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    // As in verifyRegistration: a defect of untrusted input.
    return null;
  }
}
