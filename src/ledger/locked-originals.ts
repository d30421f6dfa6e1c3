// The transactions that refunds and reversals give back, read under the lock of the wallet that
// received the money, and the total of what was given back of each. As for holds, a second statement
// reads them: its snapshot is newer than the locks.
import { sql } from "drizzle-orm";
import type { CurrencyCode } from "../domain/currency.ts";
import type { TransactionId, UserId, WalletId } from "../domain/ids.ts";
import type { Market } from "../domain/market.ts";
import type { TransactionType } from "../domain/transaction.ts";
import type { SystemPurpose } from "../domain/wallet.ts";
import type { Case, LiquidityPosition, LockedOriginal, LockedWallet, OriginalLeg } from "./case.ts";
import { positionOf } from "./locked-quotes.ts";
import { type LedgerTransaction, prepareStatement } from "./prepared-statement.ts";

/** Bigints are text: JSON numbers would round them. */
type OriginalColumns = [
  id: TransactionId,
  type: TransactionType,
  fromWalletId: WalletId | null,
  toWalletId: WalletId,
  payerId: UserId | null,
  isPayerWalletClosed: boolean | null,
  payerMarket: Market | null,
  receiverId: UserId,
  refunded: string,
  refunds: number,
  lossWalletId: WalletId,
  legs: [WalletId, CurrencyCode, string, SystemPurpose | null][],
  /** Of the liquidity wallets among the legs: wallet, position, floor and ceiling. */
  positions: [WalletId, string, string, string][] | null,
];

const of = (name: string) => sql.placeholder(name);

// The primary key of entries begins with the wallet, so each leg is found by its wallet: one of the
// two sides, or a system wallet in a currency of theirs.
const readOriginals = prepareStatement<{ columns: OriginalColumns }>(
  "read_originals",
  sql`
    SELECT json_build_array(o.id, o.type, o.from_wallet_id, o.to_wallet_id, payer.owner_id,
      payer.status = 'closed', payer.market, receiver.owner_id, coalesce(r.refunded, 0)::text,
      coalesce(r.refunds, 0),
      (SELECT l.id FROM wallets l
        WHERE l.currency = receiver.currency AND l.system_purpose = 'loss'),
      (SELECT json_agg(json_build_array(e.wallet_id, e.currency, e.amount::text, w.system_purpose))
        FROM (
          SELECT o.from_wallet_id AS id UNION ALL SELECT o.to_wallet_id
          UNION ALL SELECT s.id FROM wallets s
          WHERE s.system_purpose IS NOT NULL AND s.currency IN (payer.currency, receiver.currency)
        ) AS named
        JOIN entries e ON e.wallet_id = named.id AND e.posted_at = o.posted_at
          AND e.transaction_id = o.id
        JOIN wallets w ON w.id = e.wallet_id),
      (SELECT json_agg(json_build_array(p.wallet_id, p.position::text, p.floor::text, p.ceiling::text))
        FROM liquidity_positions p JOIN entries e ON e.wallet_id = p.wallet_id
          AND e.posted_at = o.posted_at AND e.transaction_id = o.id
        WHERE payer.currency <> receiver.currency)) AS columns
    FROM transactions o
    JOIN wallets receiver ON receiver.id = o.to_wallet_id
    LEFT JOIN wallets payer ON payer.id = o.from_wallet_id
    LEFT JOIN refund_totals r ON r.original_id = o.id
    WHERE o.id = ANY(${of("ids")}::uuid[]) AND o.status = 'success'`,
);

function originalOf(columns: OriginalColumns): LockedOriginal {
  const [id, type, fromWalletId, toWalletId, payerId, isPayerWalletClosed, payerMarket] = columns;
  const [, , , , , , , receiverId, refunded, refunds, lossWalletId, entries] = columns;
  const legs = entries.map(([walletId, currency, amount, systemPurpose]) => {
    return { walletId, currency, amountMinor: BigInt(amount), systemPurpose };
  });
  const received = legs.find(({ walletId }) => walletId === toWalletId) as OriginalLeg;
  return {
    id,
    type,
    fromWalletId,
    toWalletId,
    payerId,
    isPayerWalletClosed: isPayerWalletClosed ?? false,
    payerMarket,
    receiverId,
    currency: received.currency,
    amountMinor: received.amountMinor,
    refundedMinor: BigInt(refunded),
    refunds,
    legs,
    lossWalletId,
  };
}

export interface LockedOriginals {
  readonly originals: ReadonlyMap<TransactionId, LockedOriginal>;
  /** The service's positions in the currencies of those that were exchanged. */
  readonly positions: ReadonlyMap<WalletId, LiquidityPosition>;
}

/**
 * Reads the successful transactions that the cases give back. Null, without a statement, if there
 * are none. One whose receiver's wallet is not locked is left out.
 */
export async function readLockedOriginals(
  tx: LedgerTransaction,
  cases: readonly Case[],
  locked: ReadonlyMap<WalletId, LockedWallet>,
): Promise<LockedOriginals | null> {
  const ids = cases.flatMap(({ command }) => command.links.originalId ?? []);
  if (ids.length === 0) return null;
  const rows = (await readOriginals(tx, { ids })).map(({ columns }) => columns);
  const found = rows.map(originalOf).filter(({ toWalletId }) => locked.has(toWalletId));
  const positions = rows.flatMap((columns) => columns[12] ?? []);
  return {
    originals: new Map(found.map((original) => [original.id, original])),
    positions: new Map(positions.map((columns) => [columns[0], positionOf(columns)])),
  };
}

const writeTotals = prepareStatement<{ original_id: TransactionId }>(
  "write_refund_totals",
  sql`
    INSERT INTO refund_totals (original_id, amount, refunded, refunds)
    SELECT * FROM unnest(${of("ids")}::uuid[], ${of("amounts")}::bigint[],
      ${of("refunded")}::bigint[], ${of("refunds")}::smallint[])
    ON CONFLICT (original_id) DO UPDATE
      SET refunded = excluded.refunded, refunds = excluded.refunds`,
);

/** Writes the new totals; no statement if there are none. */
export async function writeRefundTotals(
  tx: LedgerTransaction,
  originals: readonly LockedOriginal[],
): Promise<void> {
  if (originals.length === 0) return;
  await writeTotals(tx, {
    ids: originals.map(({ id }) => id),
    amounts: originals.map(({ amountMinor }) => amountMinor.toString()),
    refunded: originals.map(({ refundedMinor }) => refundedMinor.toString()),
    refunds: originals.map(({ refunds }) => refunds),
  });
}
