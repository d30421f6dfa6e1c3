// Attestation: what the maker of an authenticator says of it (WebAuthn Level 3 §6.5). Nobody here asks
// for it, so a new passkey that comes with certificates is refused before anything reads them.
import { decodeAttestationObject, isoBase64URL } from "@simplewebauthn/server/helpers";

/**
 * Whether a new passkey comes with nobody's word, or with its own signature alone. SimpleWebAuthn calls
 * whatever addresses a certificate names, to ask whether it was revoked, before it looks who made it:
 * whoever sends one would choose what this service fetches. Throws on what is no attestation object.
 */
export function isWithoutCertificates(attestationObject: string): boolean {
  const attestation = decodeAttestationObject(isoBase64URL.toBuffer(attestationObject));
  const format = attestation.get("fmt");
  if (format === "packed") return attestation.get("attStmt").get("x5c") === undefined;
  return format === "none";
}
