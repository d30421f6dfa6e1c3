// Recovery codes replace a lost second factor, each once. They have 120 random bits, so SHA-256 is
// enough: OWASP ASVS 5.0, 6.5.2 requires a slow hash below 112 bits only.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { asciiText } from "../domain/ascii-text.ts";
import { RECOVERY_CODES_PER_USER } from "../domain/bounds.ts";

// Crockford's base 32: without I, L, O and U, which are easily misread in handwriting.
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUPS = 4;
const GROUP_CHARACTERS = 6;
const FORM = new RegExp(`^[${ALPHABET}]{${GROUPS * GROUP_CHARACTERS}}$`);

function newRecoveryCode(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(GROUPS * GROUP_CHARACTERS));
  // 256 is a multiple of 32, so all characters are equally likely.
  const text = Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join("");
  return (text.match(new RegExp(`.{${GROUP_CHARACTERS}}`, "g")) ?? []).join("-");
}

/**
 * Makes RECOVERY_CODES_PER_USER codes, each of four groups of six characters: `7K3M9Q-XT2A4B-…`.
 */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES_PER_USER }, newRecoveryCode);
}

/**
 * The hash under which a code is stored: SHA-256 in hex; null when the text cannot be a code. Case,
 * blanks, dashes of any kind and marks do not matter, and O, I and L are read as 0, 1 and 1.
 */
export function recoveryCodeHash(code: string): string | null {
  const plain = asciiText(code)
    .toUpperCase()
    .replace(/[ -]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  return FORM.test(plain) ? bytesToHex(sha256(utf8ToBytes(plain))) : null;
}
