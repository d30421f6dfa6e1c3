// Posts a transfer or deposit in one interactive transaction, statement by statement. It does the same work on the
// same schema as mahfaza's ledger.
import { createHash } from "node:crypto";
import { BALANCE_MINOR_MAX } from "../../src/domain/bounds.ts";
import { newId, type TransactionId } from "../../src/domain/ids.ts";
import type { FailureCode, UnrecordedRefusal } from "../../src/domain/refusal.ts";
import type { Transaction } from "../../src/domain/transaction.ts";
import type { Caller } from "../../src/services/context.ts";
import { inTransaction, type PeerConnection, type Statement } from "./connection.ts";
import { readAnswered } from "./history.ts";
import type { PostingRequest, WalletRow } from "./posting.ts";
import { record } from "./record.ts";
import { isSessionActive } from "./session.ts";

export type Posted =
  | { readonly refused: UnrecordedRefusal }
  | { readonly refused: null; readonly transaction: Transaction; readonly isReplay: boolean };

const SELECT_KEY: Statement = {
  name: "select_key",
  text: `SELECT transaction_id, encode(fingerprint, 'hex') AS fingerprint
    FROM idempotency_keys WHERE user_id = $1 AND key = $2`,
};
// In id order, so that two opposite transfers cannot deadlock.
const LOCK_WALLETS: Statement = {
  name: "lock_wallets",
  text: `SELECT id, owner_id, currency, status, balance, held FROM wallets
    WHERE id = ANY($1::uuid[]) AND owner_id IS NOT NULL ORDER BY id FOR NO KEY UPDATE`,
};

/** Posts a transfer or deposit. A second request with the same key waits for the first and replays it. */
export async function post(
  connection: PeerConnection,
  caller: Caller,
  request: PostingRequest,
): Promise<Posted> {
  try {
    return await inTransaction(connection, () => tryPost(connection, caller, request));
  } catch (error) {
    // The same key was committed between the read and the write, so a second try finds it.
    const { constraint } = error as { constraint?: unknown };
    if (constraint !== "idempotency_keys_pkey") throw error;
    return inTransaction(connection, () => tryPost(connection, caller, request));
  }
}

async function tryPost(
  connection: PeerConnection,
  caller: Caller,
  request: PostingRequest,
): Promise<Posted> {
  if (!(await isSessionActive(connection, caller))) return { refused: "session_ended" };
  const fingerprint = fingerprintOf(request);
  const earlier = request.key && (await replay(connection, caller, request.key, fingerprint));
  if (earlier) return earlier;

  const { fromWalletId, toWalletId } = request;
  const ids = fromWalletId ? [fromWalletId, toWalletId] : [toWalletId];
  const locked = await connection.query<WalletRow>(LOCK_WALLETS, [ids]);
  const from = locked.find(({ id }) => id === fromWalletId) ?? null;
  const to = locked.find(({ id }) => id === toWalletId) ?? null;
  const own = fromWalletId ? from : to;
  if (own?.owner_id !== caller.userId) return { refused: "wallet_not_found" };

  const nowMs = Date.now();
  const transaction = await record(connection, {
    request,
    id: newId("txn", nowMs),
    createdAtMs: nowMs,
    caller,
    from,
    to,
    failureCode: failureOf(request, own, from, to),
    fingerprint,
  });
  return { refused: null, transaction, isReplay: false };
}

/** SHA-256 over the request's meaning, in hex. */
function fingerprintOf({
  type,
  amountMinor,
  currency,
  fromWalletId,
  toWalletId,
}: PostingRequest): string {
  const meaning = JSON.stringify([type, `${amountMinor}`, currency, fromWalletId, toWalletId]);
  return createHash("sha256").update(meaning).digest("hex");
}

async function replay(
  connection: PeerConnection,
  caller: Caller,
  key: string,
  fingerprint: string,
): Promise<Posted | null> {
  const [found] = await connection.query<{ transaction_id: TransactionId; fingerprint: string }>(
    SELECT_KEY,
    [caller.userId, key],
  );
  if (!found) return null;
  if (found.fingerprint !== fingerprint) return { refused: "idempotency_key_reused" };
  const transaction = await readAnswered(connection, found.transaction_id);
  return { refused: null, transaction, isReplay: true };
}

function failureOf(
  { amountMinor, currency }: PostingRequest,
  own: WalletRow,
  from: WalletRow | null,
  to: WalletRow | null,
): FailureCode | null {
  if (!to) return "recipient_not_found";
  if (to === from) return "same_wallet";
  if (own.status === "frozen") return "wallet_frozen";
  if (own.status === "closed") return "wallet_closed";
  if (to.status !== "active") return "recipient_unavailable";
  if (to.currency !== currency || own.currency !== currency) return "currency_mismatch";
  if (from && BigInt(from.balance) - BigInt(from.held) < amountMinor) return "insufficient_funds";
  if (BigInt(to.balance) + amountMinor > BALANCE_MINOR_MAX) return "balance_limit_exceeded";
  return null;
}
