import type { Id, TransactionId } from "./ids.ts";
import { msText, type UnixMs } from "./instant.ts";
import type { TransactionType } from "./transaction.ts";

export const REFERENCE_PREFIXES: Record<TransactionType, string> = {
  DEPOSIT: "DEP",
  WITHDRAW: "WDR",
  TRANSFER: "TRF",
  EXCHANGE: "EXC",
  HOLD: "HLD",
  CAPTURE: "CAP",
  RELEASE: "REL",
  AMENDMENT: "AMD",
  REFUND: "RFD",
  REVERSAL: "REV",
  ADJUSTMENT: "ADJ",
};
// Crockford's base 32: no I, L, O or U, so that a reference survives being read aloud.
export const REFERENCE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
export const REFERENCE_LENGTH = 12;

/**
 * The readable, unique name of a transaction: `TRF-261123-7K3M-9QXT-2A4B` is its type, its UTC day
 * and 60 random bits of its id. If two references collide, the unique constraint makes the second
 * one fail.
 */
export function referenceOf(type: TransactionType, id: TransactionId, createdAtMs: UnixMs): string {
  return readableName(REFERENCE_PREFIXES[type], id, createdAtMs);
}

/** The same form for something else that has an id and is read aloud. */
export function readableName(prefix: string, id: Id<string>, createdAtMs: UnixMs): string {
  const day = msText(createdAtMs).slice(2, 10).replaceAll("-", "");
  let bits = BigInt(`0x${id.replaceAll("-", "").slice(17)}`) & ((1n << 60n) - 1n);
  let text = "";
  for (let i = 0; i < REFERENCE_LENGTH; i++) {
    text = REFERENCE_ALPHABET[Number(bits & 31n)] + text;
    bits >>= 5n;
  }
  return `${prefix}-${day}-${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`;
}
