import { sql } from "drizzle-orm";
import { faultOf } from "../../db/postgres-error.ts";
import { DELETE_BATCH_ROWS, FUNDING_ROWS_AT_ONCE } from "../../domain/bounds.ts";
import { newId } from "../../domain/ids.ts";
import { logLine } from "../../log/log-line.ts";
import { submitMoney } from "../commands/submit-money.ts";
import type { ServiceContext } from "../context.ts";
import { decideEvent } from "./decide-event.ts";
import { findIntent } from "./find-intent.ts";
import { eventColumns, type FundingEventRow } from "./funding-event-row.ts";
import { serviceCommand } from "./service-command.ts";

/**
 * Sets one batch of pending deposits whose time has passed to expired; returns how many. They count
 * as expired already (FUNDING_STATUS_NOW): this only cleans up the rows.
 */
export async function expireDeposits({ db }: Pick<ServiceContext, "db">): Promise<number> {
  const { rowCount } = await db.execute(sql`
    UPDATE funding_intents SET status = 'expired', completed_at = expires_at
    WHERE id = ANY (ARRAY(SELECT id FROM funding_intents
      WHERE status = 'pending' AND direction = 'deposit' AND expires_at <= now()
      LIMIT ${DELETE_BATCH_ROWS}::int FOR NO KEY UPDATE SKIP LOCKED))`);
  return rowCount;
}

/**
 * Frees the money of withdrawals that the provider has neither paid nor failed in time, through the
 * objects of their wallets. The ledger checks the time again. Returns how many it found.
 */
export async function timeOutPayouts(ctx: ServiceContext): Promise<number> {
  const { rows } = await ctx.db.execute<{ reference: string }>(sql`
    SELECT reference FROM funding_intents
    WHERE status IN ('pending', 'sent') AND direction = 'withdrawal' AND expires_at <= now()
    ORDER BY expires_at LIMIT ${FUNDING_ROWS_AT_ONCE}::int`);
  for (const { reference } of rows) {
    const intent = await findIntent(ctx, reference);
    if (!intent) continue;
    const transactionId = newId("txn", ctx.nowMs());
    const command = serviceCommand(ctx.config, intent, "RELEASE", transactionId);
    const { kind } = await submitMoney(ctx, command, intent.walletId);
    if (kind !== "recorded") console.warn(logLine("payout_not_released", { reference, kind }));
  }
  return rows.length;
}

/**
 * Decides events that were recorded and not decided, because the ledger was busy or the Worker
 * ended. An event that fails does not stop the others. Returns how many it found.
 */
export async function decideLeftEvents(ctx: ServiceContext): Promise<number> {
  const { rows } = await ctx.db.execute<FundingEventRow>(sql`
    SELECT ${eventColumns} FROM funding_events e
    WHERE e.decision IS NULL AND e.received_at < now() - interval '30 seconds'
    ORDER BY e.id LIMIT ${FUNDING_ROWS_AT_ONCE}::int`);
  for (const row of rows) {
    const fault = await faultOfDecision(ctx, row);
    if (fault) console.warn(logLine("event_not_decided", { event: row.webhook_id, fault }));
  }
  return rows.length;
}

/** Why the event is still not decided; null: it is. */
async function faultOfDecision(ctx: ServiceContext, row: FundingEventRow): Promise<string | null> {
  try {
    const decided = await decideEvent(ctx, row);
    return decided.ok ? null : decided.code;
  } catch (error) {
    return faultOf(error);
  }
}
