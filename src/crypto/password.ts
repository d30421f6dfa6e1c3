// Passwords are kept as scrypt in the PHC string format, so that each hash carries the cost it was made
// with and can be made anew when the cost changes. Source: RFC 7914; OWASP Password Storage.
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { base64url } from "jose";
import type { HashTurn } from "./hash-queue.ts";
import { type ScryptCost, scrypt } from "./scrypt.ts";

const SALT_BYTES = 16;
const HASH_BYTES = 32;
const PHC = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

// The PHC form takes base 64 with + and /, without padding.
const toBase64 = (bytes: Uint8Array) =>
  base64url.encode(bytes).replaceAll("-", "+").replaceAll("_", "/");
const fromBase64 = (text: string) =>
  base64url.decode(text.replaceAll("+", "-").replaceAll("/", "_"));

const derive = (password: string, salt: Uint8Array, cost: ScryptCost, turn: HashTurn) =>
  turn.run((pause) =>
    scrypt(utf8ToBytes(password.normalize("NFKC")), salt, cost, HASH_BYTES, pause),
  );

const costText = ({ log2N, r, p }: ScryptCost): string => `ln=${log2N},r=${r},p=${p}`;

/** The PHC string of a password under a fresh salt. */
export async function hashPassword(
  password: string,
  cost: ScryptCost,
  turn: HashTurn,
): Promise<string> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const hash = await derive(password, salt, cost, turn);
  return `$scrypt$${costText(cost)}$${toBase64(salt)}$${toBase64(hash)}`;
}

/** Whether the password is the one behind the PHC string; takes the same time either way. */
export async function verifyPassword(
  password: string,
  stored: string,
  turn: HashTurn,
): Promise<boolean> {
  const match = PHC.exec(stored);
  if (!match) throw new Error("a stored password is not in the PHC form of scrypt");
  const [, log2N, r, p, salt = "", hash = ""] = match;
  const cost = { log2N: Number(log2N), r: Number(r), p: Number(p) };
  return equal(await derive(password, fromBase64(salt), cost, turn), fromBase64(hash));
}

/** Spends what verifying takes, for a person who does not exist: the answer's time tells nothing. */
export async function verifyDummyPassword(
  password: string,
  cost: ScryptCost,
  turn: HashTurn,
): Promise<false> {
  await derive(password, new Uint8Array(SALT_BYTES), cost, turn);
  return false;
}

/** Whether a stored hash was made with another cost than today's. */
export function needsRehash(stored: string, cost: ScryptCost): boolean {
  return !stored.startsWith(`$scrypt$${costText(cost)}$`);
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) difference |= (a[i] ?? 0) ^ (b[i] ?? 0);
  return difference === 0;
}
