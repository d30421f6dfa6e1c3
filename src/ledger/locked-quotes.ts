// The quotes that a batch uses, read after the wallets were locked: the statement's snapshot is newer
// than the locks. Two commands that name one quote and different wallets share no lock. Then the
// unique index on the quote lets one of them succeed, and the other is decided again.
import { sql } from "drizzle-orm";
import type { QuoteId, UserId, WalletId } from "../domain/ids.ts";
import { msOfText, type UnixMs } from "../domain/instant.ts";
import type { Case, LiquidityPosition, LockedQuote } from "./case.ts";
import { type LedgerTransaction, prepareStatement } from "./prepared-statement.ts";
import { type ReceiptColumns, receiptColumns, receiptOfColumns } from "./quote-columns.ts";
import { databaseMs } from "./sql-fragments.ts";

type QuoteColumns = [
  id: QuoteId,
  userId: UserId,
  isUsed: boolean,
  isExpired: boolean,
  sourceLiquidityId: WalletId,
  targetLiquidityId: WalletId,
  feesId: WalletId,
  receipt: ReceiptColumns,
];

/** The liquidity wallet, and its position, floor and ceiling in minor units as text. */
type PositionColumns = [WalletId, string, string, string];

const of = (name: string) => sql.placeholder(name);

/** The system wallet of a quote's side: the rial of Sana'a has wallets of its own. */
const systemWallet = (purpose: string, currency: "from_currency" | "to_currency") =>
  sql.raw(`(SELECT s.id FROM wallets s WHERE s.currency = q.${currency}
    AND s.system_purpose = '${purpose}' || CASE WHEN q.${currency} = 'YEM' AND q.market = 'sanaa'
      THEN '_sanaa' ELSE '' END)`);

const readQuotes = prepareStatement<{
  quotes: QuoteColumns[] | null;
  positions: PositionColumns[] | null;
  now_ms: string;
}>(
  "read_quotes",
  sql`
    WITH named AS MATERIALIZED (
      SELECT q.*, ${systemWallet("liquidity", "from_currency")} AS source_id,
        ${systemWallet("liquidity", "to_currency")} AS target_id,
        ${systemWallet("exchange_fees", "from_currency")} AS fees_id
      FROM quotes q WHERE q.id = ANY(${of("ids")}::uuid[])
    )
    SELECT (SELECT json_agg(json_build_array(q.id, q.user_id,
        EXISTS (SELECT FROM transactions t WHERE t.quote_id = q.id AND t.status = 'success'),
        q.expires_at <= clock_timestamp(), q.source_id, q.target_id, q.fees_id,
        ${receiptColumns}))
      FROM named q LEFT JOIN exchange_rates r ON r.id = q.rate_id) AS quotes,
    (SELECT json_agg(json_build_array(p.wallet_id, p.position::text, p.floor::text, p.ceiling::text))
      FROM liquidity_positions p
      WHERE p.wallet_id IN (SELECT source_id FROM named UNION SELECT target_id FROM named)
    ) AS positions,
    ${databaseMs} AS now_ms`,
);

export interface LockedQuotes {
  readonly quotes: ReadonlyMap<QuoteId, LockedQuote>;
  readonly positions: ReadonlyMap<WalletId, LiquidityPosition>;
  readonly nowMs: UnixMs;
}

/** Reads the quotes that the cases name. Null, without a statement, if no case names one. */
export async function readLockedQuotes(
  tx: LedgerTransaction,
  cases: readonly Case[],
): Promise<LockedQuotes | null> {
  const ids = [...new Set(cases.flatMap(({ command }) => command.links.quoteId ?? []))];
  if (ids.length === 0) return null;
  const [row] = await readQuotes(tx, { ids });
  return {
    quotes: new Map((row?.quotes ?? []).map((columns) => [columns[0], quoteOf(columns)])),
    positions: new Map((row?.positions ?? []).map((columns) => [columns[0], positionOf(columns)])),
    nowMs: msOfText(row?.now_ms ?? "0"),
  };
}

function quoteOf(columns: QuoteColumns): LockedQuote {
  const [id, userId, isUsed, isExpired, sourceLiquidityId, targetLiquidityId, feesId, receipt] =
    columns;
  const system = { sourceLiquidityId, targetLiquidityId, feesId };
  return { ...receiptOfColumns(receipt), id, userId, isUsed, isExpired, ...system };
}

export function positionOf([, position, floor, ceiling]: PositionColumns): LiquidityPosition {
  return {
    positionMinor: BigInt(position),
    floorMinor: BigInt(floor),
    ceilingMinor: BigInt(ceiling),
  };
}
