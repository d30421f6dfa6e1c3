import { sql } from "drizzle-orm";
import type { FundingDecision, FundingEvent, FundingEventReason } from "../../domain/funding.ts";
import type { FundingEventId, UserId, WalletId } from "../../domain/ids.ts";

export interface FundingEventRow extends Record<string, unknown> {
  readonly id: FundingEventId;
  readonly webhook_id: string;
  readonly body_hash: string;
  readonly type: string;
  readonly reference: string;
  readonly payment_id: string;
  readonly amount: string;
  readonly currency: string;
  readonly received_at_ms: number;
  readonly decision: FundingDecision | null;
  readonly reason: FundingEventReason | null;
}

/** The columns of event `e`. */
export const eventColumns = sql`e.id, e.webhook_id, encode(e.body_hash, 'hex') AS body_hash, e.type,
  e.reference, e.payment_id, e.amount, e.currency,
  (extract(epoch FROM e.received_at) * 1000)::float8 AS received_at_ms, e.decision, e.reason`;

/** An event, with the owner and wallet of the deposit or withdrawal that it names. */
export function fundingEventOf(
  row: FundingEventRow & { readonly user_id: UserId | null; readonly wallet_id: WalletId | null },
): FundingEvent {
  return {
    id: row.id,
    webhookId: row.webhook_id,
    type: row.type,
    reference: row.reference,
    paymentId: row.payment_id,
    amount: row.amount,
    currency: row.currency,
    decision: row.decision,
    reason: row.reason,
    userId: row.user_id,
    walletId: row.wallet_id,
    receivedAt: new Date(Number(row.received_at_ms)),
  };
}
