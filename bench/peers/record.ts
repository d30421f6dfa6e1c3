// The writes of one posting, while its wallets are locked.
import type { CurrencyCode } from "../../src/domain/currency.ts";
import type { TransactionId, UserId, WalletId } from "../../src/domain/ids.ts";
import { type MicrosText, unixMs } from "../../src/domain/instant.ts";
import { referenceOf } from "../../src/domain/reference.ts";
import type { FailureCode } from "../../src/domain/refusal.ts";
import type { Leg, Transaction } from "../../src/domain/transaction.ts";
import type { Caller } from "../../src/services/context.ts";
import type { PeerConnection, Statement } from "./connection.ts";
import type { PostingRequest, WalletRow } from "./posting.ts";

export interface Recording {
  readonly request: PostingRequest;
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

/** Writes a transaction with its idempotency key; a successful one with its entries and balances. */
export async function record(
  connection: PeerConnection,
  recording: Recording,
): Promise<Transaction> {
  const { request, id, createdAtMs, caller, from, to, failureCode, fingerprint } = recording;
  const { type, amountMinor, currency, key } = request;
  const amount = amountMinor.toString();
  const createdAt = new Date(createdAtMs);
  const reference = referenceOf(type, id, unixMs(createdAtMs));
  const status = failureCode ? "failed" : "success";
  const isPosted = failureCode === null;
  const debit = isPosted && from ? await change(connection, from, -amountMinor) : null;
  const credit = isPosted && to ? await change(connection, to, amountMinor) : null;
  const fromId = from?.id ?? null;
  const toId = to?.id ?? null;

  const values = [status, amount, currency, fromId, toId, reference, failureCode];
  const columns = [id, type, ...values, caller.userId, createdAt];
  const [posted] = await connection.query<{ posted_at: string }>(INSERT_TRANSACTION, columns);
  if (!posted) throw new Error(`transaction ${id} was not written`);
  const postedAt = posted.posted_at;
  if (credit) {
    const payer = debit ? columnsOf(debit) : await systemEntry(connection, currency, amount);
    await connection.query(INSERT_ENTRIES, [
      id,
      currency,
      ...payer,
      ...columnsOf(credit),
      postedAt,
    ]);
  }
  if (key) await connection.query(INSERT_KEY, [caller.userId, key, fingerprint, id, createdAt]);

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
    links: {},
    legs: own.filter(({ ownerId }) => ownerId === caller.userId),
  };
}

/** Changes a locked wallet by a signed amount in minor units. */
async function change(
  connection: PeerConnection,
  { id, owner_id, currency }: WalletRow,
  amountMinor: bigint,
): Promise<Leg & { readonly ownerId: UserId }> {
  const values = [id, amountMinor.toString()];
  const [changed] = await connection.query<{ balance: string; seq: string }>(UPDATE_WALLET, values);
  if (!changed) throw new Error(`wallet ${id} has no row although it is locked`);
  return {
    walletId: id,
    currency,
    amountMinor,
    balanceAfterMinor: BigInt(changed.balance),
    seq: BigInt(changed.seq),
    ownerId: owner_id,
  };
}

function columnsOf({ walletId, amountMinor, balanceAfterMinor, seq }: Leg): string[] {
  return [walletId, `${amountMinor}`, `${balanceAfterMinor}`, `${seq}`];
}

/** The entry of the system wallet for deposits: it has no lock, no running balance and no seq. */
async function systemEntry(
  connection: PeerConnection,
  currency: CurrencyCode,
  amount: string,
): Promise<(string | null)[]> {
  const [wallet] = await connection.query<{ id: WalletId }>(SELECT_CASH_IN, [currency]);
  if (!wallet) throw new Error(`no system wallet for ${currency}`);
  return [wallet.id, `-${amount}`, null, null];
}
