import { type SQL, sql } from "drizzle-orm";
import {
  insertOperatorEvent,
  type OperatorAct,
  type OperatorRefusal,
  operatorIsAllowed,
} from "../../../db/operator.ts";
import { MONEY_PROPOSAL_HOURS } from "../../../domain/bounds.ts";
import { newId, toWireId } from "../../../domain/ids.ts";
import type { MoneyProposal } from "../../../domain/money-proposal.ts";
import { done, type Outcome, refuse } from "../../../domain/outcome.ts";
import type { Caller, ServiceContext } from "../../context.ts";
import { actAsOperator } from "./act-as-operator.ts";
import {
  isProposalOpen,
  type MoneyProposalRow,
  moneyProposalOf,
  selectMoneyProposals,
} from "./money-proposal-row.ts";

/** What an admin proposes; the owner of the wallet is the person concerned. */
export type NewMoneyProposal = Pick<
  MoneyProposal,
  | "kind"
  | "walletId"
  | "amountMinor"
  | "currency"
  | "direction"
  | "reversesId"
  | "shortfall"
  | "reason"
  | "ticket"
  | "fundingEventId"
>;

export type ProposeMoneyRefusal =
  | OperatorRefusal
  | "wallet_not_found"
  | "own_account"
  | "currency_mismatch";

/**
 * Proposes to move somebody's money, for a second admin to approve within MONEY_PROPOSAL_HOURS.
 * `condition` is an SQL condition of its kind, under the lock of the proposer's row; when it does
 * not hold the value is null. The same open proposal of the same admin, sent again, stays as it is.
 */
export async function proposeMoney(
  ctx: ServiceContext,
  caller: Caller,
  act: OperatorAct,
  proposal: NewMoneyProposal,
  condition: SQL = sql`true`,
): Promise<Outcome<MoneyProposal | null, ProposeMoneyRefusal>> {
  const { walletId, currency } = proposal;
  const target = { ownerOf: walletId };
  const found = await actAsOperator(ctx, caller, act, target, (db) => [
    db.execute<{ owner_id: string; currency: string }>(sql`
      SELECT owner_id, currency FROM wallets WHERE id = ${walletId} AND owner_id IS NOT NULL`),
    db.execute(insertProposal(caller, act, proposal, condition, ctx.nowMs())),
    db.execute<MoneyProposalRow>(
      selectMoneyProposals(sql`${isSame(caller, proposal)} AND ${isProposalOpen}`),
    ),
  ]);
  if (!found.ok) return found;
  const [wallets, , { rows }] = found.value;
  const [wallet] = wallets.rows;
  if (!wallet) return refuse("wallet_not_found");
  if (wallet.owner_id === caller.userId) return refuse("own_account");
  if (wallet.currency !== currency) return refuse("currency_mismatch");
  return done(rows[0] ? moneyProposalOf(rows[0]) : null);
}

/** The SQL condition that `p` proposes the same, and was proposed by the caller. */
function isSame({ userId }: Caller, proposal: NewMoneyProposal): SQL {
  const { kind, walletId, amountMinor, direction, reversesId, shortfall } = proposal;
  const { reason, ticket, fundingEventId } = proposal;
  return sql`p.proposed_by = ${userId} AND p.kind = ${kind} AND p.wallet_id = ${walletId}
    AND p.amount = ${amountMinor.toString()}::bigint AND p.reason = ${reason}
    AND p.direction IS NOT DISTINCT FROM ${direction}::text
    AND p.reverses_id IS NOT DISTINCT FROM ${reversesId}::uuid
    AND p.shortfall IS NOT DISTINCT FROM ${shortfall}::text
    AND p.ticket IS NOT DISTINCT FROM ${ticket}::text
    AND p.funding_event_id IS NOT DISTINCT FROM ${fundingEventId}::uuid`;
}

function insertProposal(
  caller: Caller,
  act: OperatorAct,
  proposal: NewMoneyProposal,
  condition: SQL,
  nowMs: number,
): SQL {
  const { kind, walletId, amountMinor, currency, direction, reversesId, shortfall } = proposal;
  const { reason, ticket, fundingEventId } = proposal;
  const id = newId("prp", nowMs);
  const from = sql`SELECT user_id, wallet_id FROM proposed`;
  const details = sql`${JSON.stringify(proposalDetails({ id, ...proposal }))}`;
  return sql`
    WITH proposed AS (
      INSERT INTO money_proposals (id, kind, user_id, wallet_id, amount, currency, direction,
        reverses_id, shortfall, reason, ticket, funding_event_id, proposed_by, created_at, expires_at)
      SELECT ${id}::uuid, ${kind}, w.owner_id, w.id, ${amountMinor.toString()}::bigint, w.currency,
        ${direction}::text, ${reversesId}::uuid, ${shortfall}::text, ${reason}, ${ticket}::text,
        ${fundingEventId}::uuid, ${caller.userId}::uuid, now(),
        now() + make_interval(hours => ${MONEY_PROPOSAL_HOURS}::int)
      FROM wallets w
      WHERE w.id = ${walletId} AND w.owner_id <> ${caller.userId} AND w.currency = ${currency}
        AND ${operatorIsAllowed(caller, act, { ownerOf: walletId })} AND (${condition})
        AND NOT EXISTS (SELECT FROM money_proposals p
          WHERE ${isSame(caller, proposal)} AND ${isProposalOpen})
      RETURNING user_id, wallet_id
    ) ${insertOperatorEvent(caller, act, { from, details }, nowMs)}`;
}

/** The details of a proposal's audit events: no personal data. */
export function proposalDetails(
  proposal: Pick<
    MoneyProposal,
    "id" | "kind" | "amountMinor" | "currency" | "direction" | "reversesId" | "reason"
  >,
): Record<string, string> {
  const { id, amountMinor, currency, direction, reversesId, reason } = proposal;
  return {
    proposal: toWireId("prp", id),
    amount_minor: amountMinor.toString(),
    currency,
    reason,
    ...(direction && { direction }),
    ...(reversesId && { reverses: toWireId("txn", reversesId) }),
  };
}
