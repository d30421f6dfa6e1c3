// Passkeys: WebAuthn Level 3. Every one is discoverable and asks for a PIN or a finger, so that it proves
// the person and not only the device, and can stand in for the password.
import { verifyAuthenticationResponse, verifyRegistrationResponse } from "@simplewebauthn/server";
import { base64url } from "jose";
import { CREDENTIAL_ID_BYTES_MAX, PASSKEY_CHALLENGE_SECONDS } from "../domain/bounds.ts";
import type { UserId } from "../domain/ids.ts";
import { isWithoutCertificates } from "./attestation.ts";

export type RegistrationAnswer = Parameters<typeof verifyRegistrationResponse>[0]["response"];
export type PasskeyAnswer = Parameters<typeof verifyAuthenticationResponse>[0]["response"];

export interface PasskeySettings {
  readonly passkeyRpId: string;
  readonly passkeyOrigins: readonly string[];
}

/** A registered passkey. Bytes are lower-case hex, as the books keep them. */
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

const described = ({ credentialId, transports }: Credential) => ({
  type: "public-key" as const,
  id: base64url.encode(bytesOf(credentialId)),
  transports: [...transports],
});

const uuidBytes = (id: UserId) => bytesOf(id.replaceAll("-", ""));

/** The user handle by which a passkey knows its person: their id, which tells nothing of them (§14.6.1). */
export const handleOf = (id: UserId): string => base64url.encode(uuidBytes(id));

/** Lower-case hex of the credential id that an answer names; null: it names none. */
export function credentialIdOf({ id }: { readonly id: string }): string | null {
  try {
    return hexOf(base64url.decode(id));
  } catch {
    // jose throws on what is not base64url; here it is only no passkey of ours.
    return null;
  }
}

/** The challenge that an answer says it signed; null: none. Whether it did, verifying tells. */
export function challengeOf({
  response,
}: {
  readonly response: { readonly clientDataJSON: string };
}): string | null {
  try {
    const text = new TextDecoder().decode(base64url.decode(response.clientDataJSON));
    const data = JSON.parse(text) as { challenge?: unknown; crossOrigin?: unknown };
    // Nobody's page frames ours: an answer made inside another site's page was not asked for by us.
    // Source: WebAuthn §7.1 and §7.2, on crossOrigin.
    if (data.crossOrigin === true) return null;
    return typeof data.challenge === "string" ? data.challenge : null;
  } catch {
    // No base64url, no JSON or no object: it signed no challenge of ours.
    return null;
  }
}

/**
 * What a browser needs to make a passkey; not one of those that are `present` already.
 * Source: PublicKeyCredentialCreationOptionsJSON, WebAuthn §5.1.9.
 */
export function registrationOptions(
  { passkeyRpId }: PasskeySettings,
  {
    id,
    username,
    phone,
  }: { readonly id: UserId; readonly username: string; readonly phone: string },
  challenge: string,
  present: readonly Credential[],
) {
  return {
    challenge,
    rp: { id: passkeyRpId, name: RP_NAME },
    user: { id: handleOf(id), name: phone, displayName: username },
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: "public-key" as const, alg })),
    timeout: TIMEOUT_MS,
    attestation: "none" as const,
    authenticatorSelection: {
      residentKey: "required" as const,
      requireResidentKey: true,
      userVerification: "required" as const,
    },
    excludeCredentials: present.map(described),
  };
}

/**
 * What a browser needs to sign with a passkey: one of `allowed`, or any that it finds when that is empty.
 * Source: PublicKeyCredentialRequestOptionsJSON, WebAuthn §5.1.10.
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
    allowCredentials: allowed.map(described),
  };
}

export type RegistrationOptions = ReturnType<typeof registrationOptions>;
export type PasskeyOptions = ReturnType<typeof passkeyOptions>;

/** The credential id that an authenticator made, in hex; null: of a length that none has. */
function attestedId(id: string): string | null {
  const bytes = base64url.decode(id);
  return bytes.length >= 1 && bytes.length <= CREDENTIAL_ID_BYTES_MAX ? hexOf(bytes) : null;
}

/** The passkey that a browser made; null when its answer does not hold. Source: WebAuthn §7.1. */
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
    const credentialId = attestedId(id);
    // Outside of what the authenticator made, the answer names its passkey again.
    if (credentialId === null || credentialId !== credentialIdOf(response)) return null;
    return {
      credentialId,
      publicKey: hexOf(publicKey),
      signCount: counter,
      transports: transports ?? [],
    };
  } catch {
    // The library throws an Error for whatever is wrong with an answer: it came from outside.
    return null;
  }
}

/**
 * The signature counter of an answer that holds; null when it does not. A counter that went back is for
 * the caller to see: it tells of a copy. Source: WebAuthn §7.2.
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
      // Its own check of the counter would throw like any other flaw; with 0 it takes every counter.
      credential: {
        id: base64url.encode(bytesOf(credentialId)),
        publicKey: bytesOf(publicKey),
        counter: 0,
      },
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    // As above: a flaw of what came from outside.
    return null;
  }
}
