import { sql } from "drizzle-orm";
import {
  insertOperatorEvent,
  type OperatorAct,
  type OperatorRefusal,
  operatorIsAllowed,
} from "../../db/operator.ts";
import type { MoneyProposalId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Rate } from "../../domain/quote.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { actAsOperator } from "../operators/acts/act-as-operator.ts";
import { findRateProposal } from "./rows/find-rate-proposal.ts";
import { rateDetails } from "./rows/rate-details.ts";
import { isOpen } from "./rows/rate-proposal-row.ts";
import { LOCK_RATES, type RateRow, rateOf, selectRate } from "./rows/rate-row.ts";
import { insertRate } from "./rows/write-rate.ts";

const APPROVE: OperatorAct = { roles: ["admin"], type: "rate_set" };

/**
 * Puts a proposed rate in force, as another admin than its proposer. The proposal is decided and
 * the rate is written in one statement under the lock of the rates, so of two decisions that arrive
 * at once, one is refused. The event is about the proposer.
 */
export async function approveRateProposal(
  ctx: ServiceContext,
  caller: Caller,
  id: MoneyProposalId,
): Promise<Outcome<Rate, OperatorRefusal | "proposal_not_found" | "other_operator_required">> {
  const found = await findRateProposal(ctx, caller, APPROVE, id);
  if (!found.ok) return found;
  const { proposedBy, validSeconds, ...terms } = found.value;
  if (proposedBy === caller.userId) return refuse("other_operator_required");
  const now = ctx.nowMs();
  const rate = {
    terms,
    validSeconds,
    source: "operator",
    setBy: proposedBy,
    approvedBy: caller.userId,
    quotedAt: null,
  } as const;
  const from = sql`SELECT set_by AS user_id, NULL::uuid AS wallet_id FROM written`;
  const details = sql`${JSON.stringify(rateDetails(terms, { proposal: id, proposedBy }))}`;
  const event = insertOperatorEvent(caller, APPROVE, { from, details }, now);
  const written = await actAsOperator(ctx, caller, APPROVE, [proposedBy], (db) => [
    db.execute(LOCK_RATES),
    db.execute(sql`
      WITH approved AS (
        UPDATE rate_proposals r
        SET decision = 'approved', decided_at = now(), decided_by = ${caller.userId}
        WHERE r.id = ${id} AND ${isOpen} AND ${operatorIsAllowed(caller, APPROVE, [proposedBy])}
        RETURNING r.id
      ), written AS (
        ${insertRate(rate, sql`EXISTS (SELECT FROM approved)`, now)} RETURNING set_by
      ) ${event}`),
    db.execute<RateRow>(selectRate(terms, ctx.config)),
  ]);
  if (!written.ok) return written;
  const [, { rowCount }, rates] = written.value;
  const [row] = rates.rows;
  return rowCount === 1 && row ? done(rateOf(row)) : refuse("proposal_not_found");
}
