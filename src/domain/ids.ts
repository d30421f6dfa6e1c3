import { TypeID } from "typeid-js";
import { v7 } from "uuid";

/**
 * Identifiers are UUIDv7 (RFC 9562) in Postgres and inside the service, and TypeIDs on the wire:
 * `wal_01jd…` is the same value in base 32 behind its noun. They are made and read only here.
 */
export type Id<Prefix extends string> = string & { readonly __id: Prefix };
export type UserId = Id<"usr">;
export type SessionId = Id<"ses">;
export type WalletId = Id<"wal">;
export type TransactionId = Id<"txn">;
export type AuditEventId = Id<"aud">;
export type MessageId = Id<"msg">;
export type PasskeyId = Id<"psk">;
export type IdPrefix = "usr" | "ses" | "wal" | "txn" | "aud" | "msg" | "psk";

/** A fresh identifier whose leading bits are `nowMs` (Unix time in milliseconds). */
export function newId<P extends IdPrefix>(_prefix: P, nowMs: number): Id<P> {
  return v7({ msecs: nowMs }) as Id<P>;
}

/**
 * Identifiers whose TypeID an isolate has worked out lately: some 2 MB for each of the two. The library
 * takes 15 µs, and one transfer names wallets, a person and a session half a dozen times.
 */
const REMEMBERED_MAX = 8_192;
const wireIds = new Map<string, string>();
const ids = new Map<string, string>();

/** Keeps a pair; all are forgotten when there are too many. */
function remember(map: Map<string, string>, key: string, value: string): string {
  if (map.size >= REMEMBERED_MAX) map.clear();
  map.set(key, value);
  return value;
}

/** The TypeID of an identifier: `toWireId("wal", id)` is `wal_…`. */
export function toWireId<P extends IdPrefix>(prefix: P, id: Id<P>): string {
  // A transaction is new each time, mostly.
  if (prefix === "txn") return TypeID.fromUUID(prefix, id).toString();
  const known = wireIds.get(id);
  if (known?.startsWith(prefix)) return known;
  return remember(wireIds, id, TypeID.fromUUID(prefix, id).toString());
}

/** Reads a TypeID with this prefix; null when it is not one. */
export function fromWireId<P extends IdPrefix>(prefix: P, text: string): Id<P> | null {
  if (!text.startsWith(`${prefix}_`)) return null;
  const known = ids.get(text);
  if (known !== undefined) return known as Id<P>;
  try {
    return remember(ids, text, TypeID.fromString(text, prefix).toUUID()) as Id<P>;
  } catch {
    // The library throws on every malformed text; a caller only asks whether it is an id.
    return null;
  }
}

/** The smallest identifier that could be made at `ms`: a bound for ranges of time. */
export function firstIdAt(ms: number): string {
  const hex = Math.max(0, ms).toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7000-8000-000000000000`;
}
