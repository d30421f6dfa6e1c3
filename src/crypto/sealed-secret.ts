// Secrets that must be read again, unlike passwords, are sealed at rest: AES-256-GCM under a key that the
// database never sees. Keys rotate: the first of the set seals, all of them open.
import { base64url } from "jose";

/** A key of a JWK Set: `k` is its 32 bytes in base64url. */
interface Key {
  readonly kid: string;
  readonly k: string;
}

export interface SealingSettings {
  readonly sealingKeys: readonly Key[];
}

// NIST SP 800-38D §8.2.2: 96 random bits, for far fewer than 2^32 secrets under one key.
const IV_BYTES = 12;

const importedKeys = new WeakMap<Key, CryptoKey>();

async function imported(key: Key): Promise<CryptoKey> {
  const known = importedKeys.get(key);
  if (known) return known;
  const bytes = base64url.decode(key.k);
  const fresh = await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, [
    "encrypt",
    "decrypt",
  ]);
  importedKeys.set(key, fresh);
  return fresh;
}

const algorithm = (iv: Uint8Array, purpose: string) => ({
  name: "AES-GCM",
  iv,
  additionalData: new TextEncoder().encode(purpose),
});

/**
 * Seals a secret as `kid.iv.ciphertext`. `purpose` says what it is and whose: it is authenticated, so
 * that what is sealed for one row opens in no other.
 */
export async function sealSecret(
  { sealingKeys: [key] }: SealingSettings,
  secret: Uint8Array,
  purpose: string,
): Promise<string> {
  if (!key) throw new Error("no key to seal with");
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const sealed = await crypto.subtle.encrypt(algorithm(iv, purpose), await imported(key), secret);
  return `${key.kid}.${base64url.encode(iv)}.${base64url.encode(new Uint8Array(sealed))}`;
}

/** Opens what sealSecret sealed for this purpose; a missing key or a changed byte is a fault. */
export async function openSecret(
  { sealingKeys }: SealingSettings,
  sealed: string,
  purpose: string,
): Promise<Uint8Array> {
  const [kid, iv = "", ciphertext = ""] = sealed.split(".");
  const key = sealingKeys.find((candidate) => candidate.kid === kid);
  if (!key) throw new Error("a secret is sealed by a key that is not in SEALING_KEYS");
  const opened = await crypto.subtle.decrypt(
    algorithm(base64url.decode(iv), purpose),
    await imported(key),
    base64url.decode(ciphertext),
  );
  return new Uint8Array(opened);
}

/** Whether a secret was sealed by another key than today's first. */
export function needsResealing({ sealingKeys: [key] }: SealingSettings, sealed: string): boolean {
  return !sealed.startsWith(`${key?.kid}.`);
}
