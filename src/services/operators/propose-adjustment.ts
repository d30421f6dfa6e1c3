import { sql } from "drizzle-orm";
import type { OperatorAct } from "../../db/operator.ts";
import { ADJUSTMENT_THRESHOLDS_MAX, ADJUSTMENT_THRESHOLDS_PER_DAY } from "../../domain/bounds.ts";
import type { CurrencyCode } from "../../domain/currency.ts";
import type { FundingEventId, WalletId } from "../../domain/ids.ts";
import type {
  AdjustmentDirection,
  AdjustmentReason,
  MoneyProposal,
} from "../../domain/money-proposal.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import { stepUpThresholdMinor } from "../../domain/second-factor.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { type ProposeMoneyRefusal, proposeMoney } from "./acts/propose-money.ts";

const PROPOSE: OperatorAct = { roles: ["admin"], type: "adjustment_proposed" };

export interface NewAdjustment {
  readonly direction: AdjustmentDirection;
  /** Positive, in minor units. */
  readonly amountMinor: bigint;
  readonly currency: CurrencyCode;
  readonly reason: AdjustmentReason;
  readonly ticket: string | null;
  /** The event in suspense that it resolves. */
  readonly fundingEventId: FundingEventId | null;
}

export type ProposeAdjustmentRefusal =
  | ProposeMoneyRefusal
  | "adjustment_limit_exceeded"
  | "funding_event_not_found";

/** The largest adjustment of a currency, in minor units. */
export const adjustmentMaxMinor = (currency: CurrencyCode): bigint =>
  stepUpThresholdMinor(currency) * ADJUSTMENT_THRESHOLDS_MAX;

/** What one admin may propose within a day in one currency, in minor units. */
export const adjustmentsPerDayMinor = (currency: CurrencyCode): bigint =>
  stepUpThresholdMinor(currency) * ADJUSTMENT_THRESHOLDS_PER_DAY;

/**
 * Proposes a credit or debit by hand. One adjustment and all of one admin within 24 hours are
 * limited; the lock of the admin's row makes the second limit hold in every race.
 */
export async function proposeAdjustment(
  ctx: ServiceContext,
  caller: Caller,
  walletId: WalletId,
  adjustment: NewAdjustment,
): Promise<Outcome<MoneyProposal, ProposeAdjustmentRefusal>> {
  const { amountMinor, currency, fundingEventId } = adjustment;
  const isWithin = sql`${(amountMinor <= adjustmentMaxMinor(currency)).toString()}::boolean
    AND ${amountMinor.toString()}::bigint + (SELECT coalesce(sum(p.amount), 0) FROM money_proposals p
      WHERE p.proposed_by = ${caller.userId} AND p.kind = 'adjustment' AND p.currency = ${currency}
        AND p.created_at > now() - interval '24 hours' AND p.decision IS DISTINCT FROM 'rejected')
      <= ${adjustmentsPerDayMinor(currency).toString()}::bigint`;
  const isInSuspense = sql`(${fundingEventId}::uuid IS NULL OR EXISTS (SELECT FROM funding_events e
    WHERE e.id = ${fundingEventId}::uuid AND e.decision = 'suspense' AND NOT EXISTS (
      SELECT FROM money_proposals p WHERE p.funding_event_id = e.id AND p.decision = 'approved')))`;
  const proposal = { kind: "adjustment", walletId, reversesId: null, shortfall: null } as const;
  const condition = sql`${isInSuspense} AND ${isWithin}`;
  const proposed = await proposeMoney(
    ctx,
    caller,
    PROPOSE,
    { ...proposal, ...adjustment },
    condition,
  );
  if (!proposed.ok) return proposed;
  if (proposed.value) return done(proposed.value);
  const { rows } = await ctx.db.execute(sql`SELECT FROM (SELECT) one WHERE ${isInSuspense}`);
  return refuse(rows.length === 0 ? "funding_event_not_found" : "adjustment_limit_exceeded");
}
