import { sql } from "drizzle-orm";
import { sha256Of } from "../../crypto/fingerprint.ts";
import type { FundingEventData } from "../../domain/funding.ts";
import { newId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { ServiceContext } from "../context.ts";
import { type DecidedEvent, decideEvent } from "./decide-event.ts";
import { eventColumns, type FundingEventRow } from "./funding-event-row.ts";

/** An event whose signature was verified. */
export interface SignedEvent extends Omit<FundingEventData, "type"> {
  readonly type: string;
  readonly webhookId: string;
  /** The exact bytes that were signed. */
  readonly body: Uint8Array;
}

export type ReceiveEventRefusal = "idempotency_key_reused" | "service_busy" | "outcome_unknown";

/**
 * Records an event of the provider, once for each webhook-id, and decides it. It is recorded first:
 * if the decision does not succeed now, the provider's next attempt or a job makes it. The same id
 * with another body is refused.
 */
export async function receiveEvent(
  ctx: ServiceContext,
  event: SignedEvent,
): Promise<Outcome<DecidedEvent, ReceiveEventRefusal>> {
  const bodyHash = sha256Of(event.body);
  const row = await record(ctx, event, bodyHash);
  if (row.body_hash !== bodyHash) return refuse("idempotency_key_reused");
  return row.decision === null
    ? decideEvent(ctx, row)
    : done({ id: row.id, decision: row.decision, reason: row.reason });
}

async function record(
  { db, nowMs }: Pick<ServiceContext, "db" | "nowMs">,
  event: SignedEvent,
  bodyHash: string,
): Promise<FundingEventRow> {
  const { webhookId, type, reference, paymentId, amount, currency } = event;
  const id = newId("fev", nowMs());
  const [, { rows }] = await db.batch([
    db.execute(sql`
      INSERT INTO funding_events
        (id, webhook_id, body_hash, type, reference, payment_id, amount, currency, received_at)
      VALUES (${id}, ${webhookId}, decode(${bodyHash}, 'hex'), ${type}, ${reference}, ${paymentId},
        ${amount}, ${currency}, now())
      ON CONFLICT (webhook_id) DO NOTHING`),
    db.execute<FundingEventRow>(sql`
      SELECT ${eventColumns} FROM funding_events e WHERE e.webhook_id = ${webhookId}`),
  ]);
  const [row] = rows;
  if (!row) throw new Error("an event was recorded and is not there");
  return row;
}
