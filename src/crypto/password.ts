// Passwords are stored as scrypt hashes in the PHC string format: each hash names the cost that it
// was made with, so it can be replaced when the cost changes. Source: RFC 7914; OWASP Password
// Storage Cheat Sheet.
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { base64url } from "jose";
import type { HashTurn } from "./hash-queue.ts";
import { type ScryptCost, scrypt } from "./scrypt.ts";

const SALT_BYTES = 16;
const HASH_BYTES = 32;
const PHC = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

// The PHC format uses base64 with + and /, without padding.
const toBase64 = (bytes: Uint8Array) =>
  base64url.encode(bytes).replaceAll("-", "+").replaceAll("_", "/");
const fromBase64 = (text: string) =>
  base64url.decode(text.replaceAll("+", "-").replaceAll("/", "_"));

const derive = (password: string, salt: Uint8Array, cost: ScryptCost, turn: HashTurn) =>
  turn.run((pause) =>
    scrypt(utf8ToBytes(password.normalize("NFKC")), salt, cost, HASH_BYTES, pause),
  );

const costText = ({ log2N, r, p }: ScryptCost): string => `ln=${log2N},r=${r},p=${p}`;

/** Hashes a password with a new salt and returns the PHC string. */
export async function hashPassword(
  password: string,
  cost: ScryptCost,
  turn: HashTurn,
): Promise<string> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const hash = await derive(password, salt, cost, turn);
  return `$scrypt$${costText(cost)}$${toBase64(salt)}$${toBase64(hash)}`;
}

/**
 * Whether the password matches the PHC string; takes equal time for a match and a mismatch. Throws
 * when the text is not a PHC string of scrypt.
 */
export async function verifyPassword(
  password: string,
  stored: string,
  turn: HashTurn,
): Promise<boolean> {
  const match = PHC.exec(stored);
  if (!match) throw new Error("a stored password hash is not a PHC string of scrypt");
  const [, log2N, r, p, salt = "", hash = ""] = match;
  const cost = { log2N: Number(log2N), r: Number(r), p: Number(p) };
  return equal(await derive(password, fromBase64(salt), cost, turn), fromBase64(hash));
}

/**
 * Hashes for as long as verifyPassword does, so that timing does not reveal that a user does not
 * exist.
 */
export async function verifyDummyPassword(
  password: string,
  cost: ScryptCost,
  turn: HashTurn,
): Promise<false> {
  await derive(password, new Uint8Array(SALT_BYTES), cost, turn);
  return false;
}

/** Whether a stored hash was made with a cost other than the configured one. */
export function needsRehash(stored: string, cost: ScryptCost): boolean {
  return !stored.startsWith(`$scrypt$${costText(cost)}$`);
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) difference |= (a[i] ?? 0) ^ (b[i] ?? 0);
  return difference === 0;
}
