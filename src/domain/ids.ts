import { fromString, typeidUnboxed } from "typeid-js";
import { TypeID } from "typeid-js";
import { v7 } from "uuid";

/**
 * Identifiers are UUIDv7 (RFC 9562) in Postgres and inside the service, and TypeIDs on the wire:
 * `wal_01jd…` is the same value in base 32 with its noun in front. Made and read only here.
 */
export type Id<Prefix extends string> = string & { readonly __id: Prefix };
export type UserId = Id<"usr">;
export type SessionId = Id<"ses">;
export type WalletId = Id<"wal">;
export type TransactionId = Id<"txn">;
export type AuditEventId = Id<"aud">;
export type RefreshTokenId = Id<"rft">;

export type IdPrefix = "usr" | "ses" | "wal" | "txn" | "aud" | "rft";
