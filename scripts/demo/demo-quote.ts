// A quote of the story: at the rate that the local database has for trying the service, or at one that is
// written for the demo.
import { type SQL, sql } from "drizzle-orm";
import { type ExchangeRequest, exchangeAmounts } from "../../src/domain/exchange.ts";
import { newId, type QuoteId, type RateId, type UserId } from "../../src/domain/ids.ts";
import type { UnixMs } from "../../src/domain/instant.ts";
import { pairOf, type RateTerms } from "../../src/domain/rate.ts";

interface Database {
  execute<Row extends Record<string, unknown>>(statement: SQL): PromiseLike<{ rows: Row[] }>;
}

interface RateRow extends Record<string, unknown> {
  readonly id: RateId;
  readonly numerator: string;
  readonly denominator: string;
  readonly unit: string;
  readonly spread: number;
  readonly fee: number;
}

const FIND = sql`SELECT id, numerator::text, denominator::text, unit::text,
  spread_basis_points AS spread, fee_basis_points AS fee FROM exchange_rates
  WHERE base = 'USD' AND counter = 'YEM' AND market = 'aden' AND source = 'sandbox'
  ORDER BY position DESC LIMIT 1`;

/** Writes a quote of dollars in rials of Aden, or of rials in dollars; open at the time of the story. */
export async function writeDemoQuote(
  db: Database,
  userId: UserId,
  request: ExchangeRequest,
  nowMs: UnixMs,
): Promise<QuoteId> {
  const { id: rateId, ...rate } = await findRate(db, nowMs);
  const amounts = exchangeAmounts(request, rate);
  if (typeof amounts === "string") throw new Error(`the demo cannot exchange: ${amounts}`);
  const id = newId("quo", nowMs);
  await db.execute(sql`
    INSERT INTO quotes (id, user_id, from_currency, to_currency, market, side, source_amount,
      fee_amount, target_amount, rate_id, created_at, expires_at)
    SELECT ${id}::uuid, ${userId}::uuid, ${request.from}, ${request.to}, 'aden', ${request.side},
      ${amounts.sourceMinor.toString()}::bigint, ${amounts.feeMinor.toString()}::bigint,
      ${amounts.targetMinor.toString()}::bigint, ${rateId}::uuid, now(), now() + interval '30 seconds'`);
  return id;
}

async function findRate(db: Database, nowMs: UnixMs): Promise<RateTerms & { id: RateId }> {
  const found = (await db.execute<RateRow>(FIND)).rows[0] ?? (await writeRate(db, nowMs));
  const pair = pairOf("USD" as RateTerms["base"], "YEM" as RateTerms["base"], "aden");
  if (!found || typeof pair === "string") throw new Error("the demo has no rate");
  return {
    ...pair,
    id: found.id,
    numerator: BigInt(found.numerator),
    denominator: BigInt(found.denominator),
    unit: BigInt(found.unit),
    spreadBasisPoints: found.spread,
    feeBasisPoints: found.fee,
    quoteMaxMinor: 2_000_000n,
  };
}

async function writeRate(db: Database, nowMs: UnixMs): Promise<RateRow | undefined> {
  await db.execute(sql`
    INSERT INTO exchange_rates (id, base, counter, market, numerator, denominator, unit,
      spread_basis_points, fee_basis_points, quote_max, source, created_at, valid_until)
    SELECT ${newId("rat", nowMs)}::uuid, 'USD', 'YEM', 'aden', 1620, 1, 1, 50, 20, 2000000, 'sandbox',
      now(), now() + interval '1 day'`);
  return (await db.execute<RateRow>(FIND)).rows[0];
}
