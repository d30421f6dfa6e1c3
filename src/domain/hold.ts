import type { Counterparty } from "./counterparty.ts";
import type { CurrencyCode } from "./currency.ts";
import type { HoldId, UserId, WalletId } from "./ids.ts";
import type { UnixMicros, UnixMs } from "./instant.ts";

/**
 * The states of a hold; all but the first are final. A hold whose time has passed counts as expired
 * although its row is still open (see isOverdue).
 */
export const HOLD_STATES = ["open", "captured", "voided", "expired"] as const;
export type HoldState = (typeof HOLD_STATES)[number];

/** What money is reserved for: a payment that the payee captures, or a withdrawal by a provider. */
export const HOLD_PURPOSES = ["payment", "withdrawal"] as const;
export type HoldPurpose = (typeof HOLD_PURPOSES)[number];

/** Money of a wallet that is reserved. Amounts in minor units of `currency`. */
export interface Hold {
  readonly id: HoldId;
  readonly purpose: HoldPurpose;
  readonly fromWalletId: WalletId;
  /** The payee's wallet; null for a withdrawal. */
  readonly toWalletId: WalletId | null;
  readonly currency: CurrencyCode;
  /** The total that may be captured. */
  readonly amountMinor: bigint;
  /** What was captured until now. */
  readonly capturedMinor: bigint;
  readonly state: HoldState;
  /** Whether the payer may void it, too. */
  readonly isPayerVoidable: boolean;
  readonly note: string | null;
  readonly createdAtMs: UnixMs;
  /** From then on nothing can be captured; null: a withdrawal, which has no end of its own. */
  readonly expiresAtMs: UnixMs | null;
  /** When it reached a final state; null while it is open. */
  readonly closedAtMs: UnixMs | null;
}

/** What is left to capture of an open hold. */
export function restMinor({ amountMinor, capturedMinor }: Hold): bigint {
  return amountMinor - capturedMinor;
}

/** What an open hold still reserves; nothing in a final state. */
export function reservedMinor(hold: Hold): bigint {
  return hold.state === "open" ? restMinor(hold) : 0n;
}

/** Whether the time of an open hold has passed. */
export function isOverdue({ state, expiresAtMs }: Hold, nowMs: UnixMs): boolean {
  return state === "open" && expiresAtMs !== null && expiresAtMs <= nowMs;
}

/** What somebody has to do with a hold: the payer placed it, the payee can capture it. */
export const HOLD_ROLES = ["payer", "payee"] as const;
export type HoldRole = (typeof HOLD_ROLES)[number];

/** A hold as its payer or its payee sees it. A user who is both sees it as its payer. */
export interface SeenHold extends Hold {
  readonly role: HoldRole;
  /** Of a read: the owner of the other wallet; null if there is nobody to name. */
  readonly counterparty?: Counterparty | null;
}

/** Which holds a list has; null: all. */
export interface HoldFilter {
  readonly state: HoldState | null;
  readonly role: HoldRole | null;
  readonly walletId: WalletId | null;
}

/**
 * The lists of holds for operators: `lapsed` ones expired without a capture, and `open` ones are
 * those that can still be captured.
 */
export const WATCHED_HOLD_STATES = ["lapsed", "open"] as const;
export type WatchedHoldState = (typeof WATCHED_HOLD_STATES)[number];

/** A hold of a payment as operators see it. */
export interface WatchedHold extends Hold {
  readonly payerId: UserId;
  readonly payeeId: UserId;
  /** The end, to the microsecond: its place in a list. */
  readonly expiresAtMicros: UnixMicros;
}

/** A position in a list of holds for operators. */
export interface WatchedHoldPosition {
  readonly expiresAtMicros: UnixMicros;
  readonly id: HoldId;
}
