import { sql } from "drizzle-orm";
import { auditEvent } from "../../db/audit-event.ts";
import { type ActWait, boundedAct } from "../../db/bounded-act.ts";
import type { CurrencyCode } from "../../domain/currency.ts";
import { newId } from "../../domain/ids.ts";
import type { CurrencyLimits } from "../../domain/limit-state.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import { refusalOfAct } from "../audit/bounded-act.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { hasActiveSession, hasSteppedUpSession } from "../identity/sessions/session-conditions.ts";
import { writeInSession } from "../identity/sessions/write-in-session.ts";
import { type LimitsRow, limitsOfRow, selectLimits } from "./limits-query.ts";
import { type OwnLimitsChange, type OwnLimitWishes, ownLimitsChange } from "./own-limits-change.ts";

export type OwnLimitsRefusal =
  | "session_ended"
  | "account_suspended"
  | "step_up_required"
  | "wallet_not_found"
  | "too_many_attempts";

interface Judged extends OwnLimitsChange {
  readonly is_stepped_up: boolean;
}

/**
 * Changes the limits that the caller has set for their own payments in a currency. A raise or a
 * removal needs a step-up. Values that apply already change nothing. The ledger applies them by the
 * database's clock, without a job.
 */
export async function changeOwnLimits(
  ctx: ServiceContext,
  caller: Caller,
  currency: CurrencyCode,
  wishes: OwnLimitWishes,
): Promise<Outcome<CurrencyLimits, OwnLimitsRefusal>> {
  const { zone, profile } = ctx.config.limits;
  const me = caller.userId;
  const bound = boundedAct(me, "own_limits_changed");
  const change = ownLimitsChange(me, currency, wishes);
  const written = await writeInSession(ctx, caller, (db) => [
    db.execute<Judged>(
      sql`SELECT c.*, ${hasSteppedUpSession(caller)} AS is_stepped_up FROM (${change}) AS c`,
    ),
    db.execute<ActWait>(bound.read),
    db.execute(sql`
      WITH change AS (${change}), changed AS (
        UPDATE wallets SET own_limits = change.own_limits FROM change
        WHERE wallets.id = change.wallet_id AND change.is_change AND ${hasActiveSession(caller)}
          AND (NOT change.is_raise OR ${hasSteppedUpSession(caller)}) AND ${bound.isAllowed}
        RETURNING change.lowered, change.raised
      )
      ${auditEvent({
        id: newId("aud", ctx.nowMs()),
        type: "own_limits_changed",
        userId: me,
        details: sql`jsonb_strip_nulls(jsonb_build_object('currency', ${currency}::text,
          'lowered', lowered, 'raised', raised))`,
        from: sql`changed`,
      })}`),
    db.execute<LimitsRow>(selectLimits(me, zone, currency)),
  ]);
  if (!written.ok) return written;
  const [judged, wait, , limits] = written.value;
  const [judgement] = judged.rows;
  const [row] = limits.rows;
  if (!judgement || !row) return refuse("wallet_not_found");
  if (judgement.is_raise && !judgement.is_stepped_up) return refuse("step_up_required");
  const refusal = judgement.is_change ? refusalOfAct(wait) : null;
  return refusal ?? done(limitsOfRow(row, currency, profile));
}
