// What one posting writes, while its wallets are locked.
import type { CurrencyCode } from "../../src/domain/currency.ts";
import type { TransactionId, UserId, WalletId } from "../../src/domain/ids.ts";
import { type MicrosText, unixMs } from "../../src/domain/instant.ts";
import { referenceOf } from "../../src/domain/reference.ts";
import type { FailureCode } from "../../src/domain/refusal.ts";
import type { Leg, Transaction } from "../../src/domain/transaction.ts";
import type { Caller } from "../../src/services/context.ts";
import type { Books, Statement } from "./books.ts";
import type { Request } from "./post.ts";

/** A locked wallet; minor units are text. */
export interface WalletRow {
  readonly id: WalletId;
  readonly owner_id: UserId;
  readonly currency: CurrencyCode;
  readonly status: string;
  readonly balance: string;
  readonly held: string;
}

export interface Recording {
  readonly request: Request;
  readonly id: TransactionId;
  readonly createdAtMs: number;
  readonly caller: Caller;
  readonly from: WalletRow | null;
  readonly to: WalletRow | null;
  readonly failureCode: FailureCode | null;
  readonly fingerprint: string;
}

const SELECT_CASH_IN: Statement = {
  name: "select_cash_in",
  text: "SELECT id FROM wallets WHERE currency = $1 AND system_purpose = 'cash_in'",
};
const UPDATE_WALLET: Statement = {
  name: "update_wallet",
  text: `UPDATE wallets SET balance = balance + $2::bigint, seq = seq + 1 WHERE id = $1
    RETURNING balance, seq`,
};
const INSERT_TRANSACTION: Statement = {
  name: "insert_transaction",
  text: `INSERT INTO transactions (id, type, status, amount, currency, from_wallet_id, to_wallet_id,
      reference, failure_code, actor_id, created_at, posted_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, take_posted_at(1))
    RETURNING to_char(posted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS posted_at`,
};
// Both in one statement: a trigger checks that each statement's entries sum to zero.
const INSERT_ENTRIES: Statement = {
  name: "insert_entries",
  text: `INSERT INTO entries (transaction_id, wallet_id, currency, amount, balance_after, seq, posted_at)
    VALUES ($1, $3, $2, $4, $5, $6, $11), ($1, $7, $2, $8, $9, $10, $11)`,
};
const INSERT_KEY: Statement = {
  name: "insert_key",
  text: `INSERT INTO idempotency_keys (user_id, key, fingerprint, transaction_id, created_at)
    VALUES ($1, $2, decode($3, 'hex'), $4, $5)`,
};

/** Writes a success with its entries and balances, or a failure without; either under its key. */
export async function record(books: Books, recording: Recording): Promise<Transaction> {
  const { request, id, createdAtMs, caller, from, to, failureCode, fingerprint } = recording;
  const { type, amountMinor, currency, key } = request;
  const amount = amountMinor.toString();
  const createdAt = new Date(createdAtMs);
  const reference = referenceOf(type, id, unixMs(createdAtMs));
  const status = failureCode ? "failed" : "success";
  const isPosted = failureCode === null;
  const debit = isPosted && from ? await change(books, from, -amountMinor) : null;
  const credit = isPosted && to ? await change(books, to, amountMinor) : null;
  const fromId = from?.id ?? null;
  const toId = to?.id ?? null;

  const values = [status, amount, currency, fromId, toId, reference, failureCode];
  const columns = [id, type, ...values, caller.userId, createdAt];
  const [posted] = await books.query<{ posted_at: string }>(INSERT_TRANSACTION, columns);
  if (!posted) throw new Error(`transaction ${id} was not written`);
  const postedAt = posted.posted_at;
  if (credit) {
    const payer = debit ? columnsOf(debit) : await outside(books, currency, amount);
    await books.query(INSERT_ENTRIES, [id, currency, ...payer, ...columnsOf(credit), postedAt]);
  }
  if (key) await books.query(INSERT_KEY, [caller.userId, key, fingerprint, id, createdAt]);

  const own = [debit, credit].filter((leg) => leg !== null);
  return {
    id,
    type,
    status,
    amountMinor,
    currency,
    fromWalletId: fromId,
    toWalletId: toId,
    reference,
    note: null,
    failureCode,
    actorId: caller.userId,
    createdAtMs: unixMs(createdAtMs),
    postedAt: postedAt as MicrosText,
    legs: own.filter(({ ownerId }) => ownerId === caller.userId),
  };
}

/** Changes a locked wallet by a signed amount in minor units. */
async function change(
  books: Books,
  { id, owner_id }: WalletRow,
  amountMinor: bigint,
): Promise<Leg & { readonly ownerId: UserId }> {
  const values = [id, amountMinor.toString()];
  const [changed] = await books.query<{ balance: string; seq: string }>(UPDATE_WALLET, values);
  if (!changed) throw new Error(`wallet ${id} is gone under its lock`);
  return {
    walletId: id,
    amountMinor,
    balanceAfterMinor: BigInt(changed.balance),
    seq: BigInt(changed.seq),
    ownerId: owner_id,
  };
}

function columnsOf({ walletId, amountMinor, balanceAfterMinor, seq }: Leg): string[] {
  return [walletId, `${amountMinor}`, `${balanceAfterMinor}`, `${seq}`];
}

/** The entry of the wallet that deposits come from: no lock, no running balance, no seq. */
async function outside(books: Books, currency: string, amount: string): Promise<(string | null)[]> {
  const [wallet] = await books.query<{ id: WalletId }>(SELECT_CASH_IN, [currency]);
  if (!wallet) throw new Error(`no counter-account for ${currency}`);
  return [wallet.id, `-${amount}`, null, null];
}
