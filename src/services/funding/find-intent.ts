import { sql } from "drizzle-orm";
import type { CurrencyCode } from "../../domain/currency.ts";
import type { FundingState } from "../../domain/funding-decision.ts";
import type { FundingId, UserId, WalletId } from "../../domain/ids.ts";
import type { ServiceContext } from "../context.ts";
import { FUNDING_STATUS_NOW } from "./funding-row.ts";

/** A deposit or withdrawal as it stands. */
export interface FundingIntent extends FundingState {
  readonly id: FundingId;
  readonly userId: UserId;
  readonly walletId: WalletId;
}

interface IntentRow extends Record<string, unknown> {
  readonly id: FundingId;
  readonly user_id: UserId;
  readonly wallet_id: WalletId;
  readonly direction: FundingState["direction"];
  readonly status: FundingState["status"];
  readonly amount: string;
  readonly currency: CurrencyCode;
  readonly payment_id: string | null;
}

/** The deposit or withdrawal with this reference; null if there is none. */
export async function findIntent(
  { db }: Pick<ServiceContext, "db">,
  reference: string,
): Promise<FundingIntent | null> {
  const { rows } = await db.execute<IntentRow>(sql`
    SELECT f.id, f.user_id, f.wallet_id, f.direction, ${FUNDING_STATUS_NOW} AS status,
      f.amount::text, f.currency, f.payment_id
    FROM funding_intents f WHERE f.reference = ${reference}`);
  const [row] = rows;
  if (!row) return null;
  const { id, direction, status, currency } = row;
  return {
    id,
    direction,
    status,
    currency,
    userId: row.user_id,
    walletId: row.wallet_id,
    amountMinor: BigInt(row.amount),
    paymentId: row.payment_id,
  };
}
