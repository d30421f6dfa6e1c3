// Attestation: the manufacturer's statement about an authenticator (WebAuthn Level 3 §6.5). This
// service does not request it, so a new passkey that comes with certificates is refused before they
// are read.
import { decodeAttestationObject, isoBase64URL } from "@simplewebauthn/server/helpers";

/**
 * Whether a new passkey comes without attestation, or with self attestation only. Certificates
 * would let the client choose which URLs this service fetches: SimpleWebAuthn requests the
 * revocation lists that a certificate names before it checks who issued it. Throws when the text is
 * not an attestation object.
 */
export function isWithoutCertificates(attestationObject: string): boolean {
  const attestation = decodeAttestationObject(isoBase64URL.toBuffer(attestationObject));
  const format = attestation.get("fmt");
  if (format === "packed") return attestation.get("attStmt").get("x5c") === undefined;
  return format === "none";
}
