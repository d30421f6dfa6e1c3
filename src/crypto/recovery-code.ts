// Recovery codes stand in for a lost second factor, once each. With 120 random bits they need no slow
// hash: ASVS 6.5.2 asks for one below 112. They are written down once and typed rarely.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { RECOVERY_CODES_PER_USER } from "../domain/bounds.ts";

// Crockford's base 32: no I, L, O or U, so that a code survives being written by hand.
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUPS = 4;
const GROUP_CHARACTERS = 6;
const FORM = new RegExp(`^[${ALPHABET}]{${GROUPS * GROUP_CHARACTERS}}$`);

function newRecoveryCode(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(GROUPS * GROUP_CHARACTERS));
  // 256 is a multiple of 32, so that each character is as likely as any other.
  const text = Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join("");
  return (text.match(new RegExp(`.{${GROUP_CHARACTERS}}`, "g")) ?? []).join("-");
}

/** A fresh set: `7K3M9Q-XT2A4B-…`, four groups of six each. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES_PER_USER }, newRecoveryCode);
}

/** What the books keep of a code, however it was typed: SHA-256 in hex. Null: no such code. */
export function recoveryCodeHash(code: string): string | null {
  const plain = code.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  return FORM.test(plain) ? bytesToHex(sha256(utf8ToBytes(plain))) : null;
}
