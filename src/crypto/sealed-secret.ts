// Secrets that must be read again, unlike passwords, are encrypted at rest: AES-256-GCM with a key
// that is not in the database. Keys can be rotated: the first key encrypts, all keys decrypt.
import { base64url } from "jose";

/** A key of a JWK Set; `k` is its 32 bytes in base64url. */
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

async function importedKey(key: Key): Promise<CryptoKey> {
  const cached = importedKeys.get(key);
  if (cached) return cached;
  const bytes = base64url.decode(key.k);
  const imported = await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, [
    "encrypt",
    "decrypt",
  ]);
  importedKeys.set(key, imported);
  return imported;
}

const algorithm = (iv: Uint8Array, purpose: string) => ({
  name: "AES-GCM",
  iv,
  additionalData: new TextEncoder().encode(purpose),
});

/**
 * Encrypts a secret as `kid.iv.ciphertext`. `purpose` names the kind of the secret and its owner.
 * It is authenticated: a ciphertext that is copied to another row cannot be decrypted there.
 */
export async function sealSecret(
  { sealingKeys: [key] }: SealingSettings,
  secret: Uint8Array,
  purpose: string,
): Promise<string> {
  if (!key) throw new Error("SEALING_KEYS has no key");
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const sealed = await crypto.subtle.encrypt(
    algorithm(iv, purpose),
    await importedKey(key),
    secret,
  );
  return `${key.kid}.${base64url.encode(iv)}.${base64url.encode(new Uint8Array(sealed))}`;
}

/**
 * Decrypts a secret that sealSecret made for `purpose`. Throws on an unknown key or a changed byte.
 */
export async function openSecret(
  { sealingKeys }: SealingSettings,
  sealed: string,
  purpose: string,
): Promise<Uint8Array> {
  const [kid, iv = "", ciphertext = ""] = sealed.split(".");
  const key = sealingKeys.find((candidate) => candidate.kid === kid);
  if (!key) throw new Error("a secret was sealed with a key that is not in SEALING_KEYS");
  const opened = await crypto.subtle.decrypt(
    algorithm(base64url.decode(iv), purpose),
    await importedKey(key),
    base64url.decode(ciphertext),
  );
  return new Uint8Array(opened);
}

/** Whether a secret was sealed with a key other than the current first one. */
export function needsResealing({ sealingKeys: [key] }: SealingSettings, sealed: string): boolean {
  return !sealed.startsWith(`${key?.kid}.`);
}
