import { v7 } from "uuid";
import { typeIdOf, uuidOf } from "./type-id.ts";

/**
 * Identifiers are UUIDv7 (RFC 9562) in Postgres and inside the service, and TypeIDs on the wire:
 * `wal_01jd…` is the same value in base 32 after a prefix. Only this file creates and parses them.
 */
export type Id<Prefix extends string> = string & { readonly __id: Prefix };
export type UserId = Id<"usr">;
export type SessionId = Id<"ses">;
export type WalletId = Id<"wal">;
export type TransactionId = Id<"txn">;
export type AuditEventId = Id<"aud">;
export type MessageId = Id<"msg">;
export type PasskeyId = Id<"psk">;
export type RoleProposalId = Id<"rlp">;
export type HoldId = Id<"hld">;
export type QuoteId = Id<"quo">;
export type RateId = Id<"rat">;
/** A deposit or a withdrawal through the provider: one table, two prefixes on the wire. */
export type FundingId = Id<"dpi" | "pay">;
export type FundingEventId = Id<"fev">;
export type MoneyProposalId = Id<"prp">;
export type IdPrefix =
  | "usr"
  | "ses"
  | "wal"
  | "txn"
  | "aud"
  | "msg"
  | "psk"
  | "rlp"
  | "hld"
  | "quo"
  | "rat"
  | "dpi"
  | "pay"
  | "fev"
  | "prp";

/** A new identifier whose leading bits are `nowMs` (Unix time in milliseconds). */
export function newId<P extends IdPrefix>(_prefix: P, nowMs: number): Id<P> {
  return v7({ msecs: nowMs }) as Id<P>;
}

/** The TypeID of an identifier: `toWireId("wal", id)` is `wal_…`. */
export function toWireId<P extends IdPrefix>(prefix: P, id: Id<P>): string {
  return typeIdOf(prefix, id);
}

/** Parses a TypeID with this prefix; null if the text is not one. */
export function fromWireId<P extends IdPrefix>(prefix: P, text: string): Id<P> | null {
  return uuidOf(prefix, text) as Id<P> | null;
}

/** The smallest identifier that can be created at `ms`: a bound for ranges of time. */
export function firstIdAt(ms: number): string {
  const hex = Math.max(0, ms).toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7000-8000-000000000000`;
}
