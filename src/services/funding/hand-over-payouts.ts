import { type SQL, sql } from "drizzle-orm";
import { isSuspended } from "../../db/active-session.ts";
import { faultOf } from "../../db/postgres-error.ts";
import { PAYS_NOW } from "../../db/wallet-status.ts";
import {
  PAYOUT_RETRY_SECONDS,
  PAYOUT_RETRY_SECONDS_MAX,
  PAYOUT_SEND_HOURS,
  PAYOUTS_AT_ONCE,
} from "../../domain/bounds.ts";
import { type CurrencyCode, currencyOf } from "../../domain/currency.ts";
import { type Id, toWireId, type UserId } from "../../domain/ids.ts";
import { formatAmount } from "../../domain/money.ts";
import { logLine } from "../../log/log-line.ts";
import { type Payout, sendPayout } from "../../senders/payout-sender.ts";
import type { ServiceContext } from "../context.ts";

type Context = Pick<ServiceContext, "config" | "db" | "nowMs">;

interface ClaimedPayout extends Record<string, unknown> {
  readonly id: Id<"pay">;
  readonly reference: string;
  readonly amount: string;
  readonly currency: CurrencyCode;
  readonly user_id: UserId;
  readonly phone: string | null;
  readonly created_at_ms: number;
  readonly attempts: number;
}

/**
 * Hands at most PAYOUTS_AT_ONCE due payouts to the provider: the one named, or any. Returns how
 * many it claimed. An attempt may have been accepted although its answer was lost, so a payout is
 * sent again with the same id until the provider accepts it.
 */
export async function handOverPayouts(
  ctx: Context,
  among: Id<"pay"> | null = null,
): Promise<number> {
  const { payoutUrl, payoutSecret } = ctx.config.funding;
  if (payoutUrl === null || payoutSecret === null) return 0;
  const claimed = await claimPayouts(ctx, among);
  const settings = { payoutUrl, payoutSecret };
  await Promise.all(claimed.map((payout) => handOver(ctx, settings, payout)));
  return claimed.length;
}

/** Hands a new payout over after the answer was sent. The job retries it. */
export function handOverSoon(ctx: ServiceContext, id: Id<"pay">): void {
  const work = handOverPayouts(ctx, id).then(() => {});
  ctx.later(
    work.catch((error: unknown) => {
      console.warn(logLine("payout_left_to_the_job", { fault: faultOf(error) }));
    }),
  );
}

/**
 * Sets the next attempt before this one is made: if this run dies, its payouts become due again. A
 * payout waits while its wallet is frozen for debits or its user is suspended. After
 * PAYOUT_SEND_HOURS it is not sent any more, because the provider could pay it after its money was
 * released.
 */
async function claimPayouts({ db }: Context, among: Id<"pay"> | null): Promise<ClaimedPayout[]> {
  const isAmong: SQL = among === null ? sql`true` : sql`f.id = ${among}`;
  const { rows } = await db.execute<ClaimedPayout>(sql`
    WITH due AS (
      SELECT f.id, u.phone FROM funding_intents f
      JOIN wallets w ON w.id = f.wallet_id JOIN users u ON u.id = f.user_id
      WHERE f.status = 'pending' AND f.due_at <= now() AND ${isAmong}
        AND f.created_at > now() - make_interval(hours => ${PAYOUT_SEND_HOURS}::int)
        AND ${PAYS_NOW} AND NOT ${isSuspended()}
      ORDER BY f.due_at LIMIT ${PAYOUTS_AT_ONCE}::int FOR NO KEY UPDATE OF f SKIP LOCKED
    )
    UPDATE funding_intents f SET attempts = f.attempts + 1,
      due_at = now() + make_interval(secs =>
        least(${PAYOUT_RETRY_SECONDS}::int * 2 ^ f.attempts, ${PAYOUT_RETRY_SECONDS_MAX}::int))
    FROM due WHERE f.id = due.id
    RETURNING f.id, f.reference, f.amount::text, f.currency, f.user_id, due.phone, f.attempts,
      (extract(epoch FROM f.created_at) * 1000)::float8 AS created_at_ms`);
  return rows;
}

async function handOver(
  ctx: Context,
  settings: { readonly payoutUrl: string; readonly payoutSecret: string },
  claimed: ClaimedPayout,
): Promise<void> {
  try {
    await sendPayout(settings, payoutOf(claimed), ctx.nowMs());
    // The provider's event may have come before its answer.
    await ctx.db.execute(sql`
      UPDATE funding_intents SET status = 'sent', due_at = NULL
      WHERE id = ${claimed.id} AND status = 'pending'`);
  } catch (error) {
    const payoutId = toWireId("pay", claimed.id);
    const facts = { payout_id: payoutId, attempts: claimed.attempts, fault: faultOf(error) };
    console.warn(logLine("payout_not_handed_over", facts));
  }
}

const payoutOf = (claimed: ClaimedPayout): Payout => ({
  id: toWireId("pay", claimed.id),
  reference: claimed.reference,
  amount: formatAmount(BigInt(claimed.amount), currencyOf(claimed.currency).exponent),
  currency: claimed.currency,
  payee: { user_id: toWireId("usr", claimed.user_id), phone: claimed.phone },
  created_at: new Date(Number(claimed.created_at_ms)).toISOString(),
});
