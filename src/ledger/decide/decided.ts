// What a decider of one kind answers, and the words to answer it with.
import type { CurrencyCode } from "../../domain/currency.ts";
import type { WalletId } from "../../domain/ids.ts";
import type { LimitBreach } from "../../domain/limit.ts";
import type { FailureCode, UnrecordedRefusal } from "../../domain/refusal.ts";
import type { Terms } from "../../domain/terms.ts";
import type { Links } from "../../domain/transaction.ts";
import type { Case, LockedHold, LockedOriginal, LockedWallet, Refused } from "../case.ts";
import type { LockedFunding } from "../funding-case.ts";
import type { LockedProposal } from "../proposal-case.ts";
import { openedWallet } from "./opened-wallet.ts";
import type { WorkingBatch } from "./working-batch.ts";

/** One side of a posting, in minor units of the wallet's currency. */
export interface Side {
  /** A locked wallet of a user, or the id of a system wallet. */
  readonly wallet: LockedWallet | WalletId;
  /** Of a system wallet, if it is not the command's. */
  readonly currency?: CurrencyCode;
  /** Signed: negative for money that leaves the wallet. 0: the side has no entry. */
  readonly amountMinor: bigint;
  /** What changes in the amount that is held, signed. */
  readonly heldMinor?: bigint;
}

/** The case succeeds: entries are written for its sides, and they sum to zero per currency. */
export interface Posting {
  readonly kind: "posting";
  readonly sides: readonly Side[];
  /** Holds as they are after it; new ones, too. */
  readonly holds?: readonly LockedHold[];
  /** Links that only the decision can give, such as that to a new hold. */
  readonly links?: Links;
  /** The transaction of which something is given back, with its new total. */
  readonly original?: LockedOriginal;
  /** What is recorded, if it is not the amount of the command. */
  readonly amountMinor?: bigint;
  readonly funding?: readonly LockedFunding[];
  readonly proposals?: readonly LockedProposal[];
}

/** The case fails and is recorded as a failed transaction. */
export interface Failing {
  readonly kind: "failing";
  readonly code: FailureCode;
  /** Whether it counts as an attempt to find out who is registered. */
  readonly isRecipientAttempt?: boolean;
  /** With `limit_exceeded`: the limit. */
  readonly limitBreach?: LimitBreach;
  /** What is recorded, if it is not the amount of the command. */
  readonly amountMinor?: bigint;
  /** A deposit or withdrawal that ends with the failure. */
  readonly funding?: readonly LockedFunding[];
}

export type Decided = Posting | Failing | Refused;

/**
 * Decides one case whose session is active, whose request is new, and whose own side is a wallet of
 * its actor. It is pure: it reads the batch and changes nothing in it.
 */
export type Decider = (one: Case, batch: WorkingBatch) => Decided;

export const posting = (
  sides: readonly Side[],
  changes: Omit<Posting, "kind" | "sides"> = {},
): Posting => ({ kind: "posting", sides, ...changes });

export const failing = (code: FailureCode): Failing => ({ kind: "failing", code });

export const refused = (code: UnrecordedRefusal): Refused => ({ kind: "refused", code });

/** Refuses for now: the same request can succeed after the wait. */
export const waitFor = (retryAfterSeconds: number): Refused => ({
  kind: "refused",
  code: "too_many_attempts",
  retryAfterSeconds,
});

/** The terms of a command of this kind. Throws if it has other terms, or none. */
export function termsOf<Kind extends Terms["kind"]>(
  { command: { terms } }: Case,
  kind: Kind,
): Extract<Terms, { readonly kind: Kind }> {
  if (terms?.kind !== kind) throw new Error(`a command without the terms of ${kind}`);
  return terms as Extract<Terms, { readonly kind: Kind }>;
}

/** The locked wallets that the case's two sides name; undefined: none, or not found. */
export interface Sides {
  readonly from: LockedWallet | undefined;
  readonly to: LockedWallet | undefined;
}

/** The sides of a case as the batch has them; a wallet that the case opens is its recipient's. */
export function sidesOf(one: Case, batch: WorkingBatch): Sides {
  const { fromWalletId, toWalletId } = one;
  return {
    from: fromWalletId ? batch.wallets.get(fromWalletId) : undefined,
    to: toWalletId ? batch.wallets.get(toWalletId) : openedWallet(one, batch),
  };
}
