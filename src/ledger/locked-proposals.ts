// The proposals that a batch carries out, read and locked, and what it writes of them.
import { sql } from "drizzle-orm";
import { isActive, isSteppedUp, isSuspended } from "../db/active-session.ts";
import type { AuditEventType } from "../domain/audit-event.ts";
import type { CurrencyCode } from "../domain/currency.ts";
import {
  type MoneyProposalId,
  newId,
  type TransactionId,
  toWireId,
  type UserId,
  type WalletId,
} from "../domain/ids.ts";
import type { UnixMs } from "../domain/instant.ts";
import type { AdjustmentDirection, ProposalKind, ShortfallRule } from "../domain/money-proposal.ts";
import type { Case } from "./case.ts";
import { type LedgerTransaction, prepareStatement } from "./prepared-statement.ts";
import type { LockedProposal } from "./proposal-case.ts";

type ProposalColumns = [
  id: MoneyProposalId,
  kind: ProposalKind,
  userId: UserId,
  walletId: WalletId,
  amount: string,
  currency: CurrencyCode,
  direction: AdjustmentDirection | null,
  reversesId: TransactionId | null,
  shortfall: ShortfallRule | null,
  reason: string,
  proposedBy: UserId,
  isOpen: boolean,
  approver: UserId | null,
];

const of = (name: string) => sql.placeholder(name);
const isActingAdmin = (person: "a" | "u") =>
  sql`${sql.raw(person)}.role = 'admin' AND ${sql.raw(person)}.deleted_at IS NULL AND NOT ${isSuspended(sql.raw(person))}`;

const readProposals = prepareStatement<{ columns: ProposalColumns }>(
  "read_money_proposals",
  sql`
    SELECT json_build_array(p.id, p.kind, p.user_id, p.wallet_id, p.amount::text, p.currency,
      p.direction, p.reverses_id, p.shortfall, p.reason, p.proposed_by,
      p.decision IS NULL AND p.expires_at > now()
        AND EXISTS (SELECT FROM users a WHERE a.id = p.proposed_by AND ${isActingAdmin("a")})
        AND NOT EXISTS (SELECT FROM money_proposals o
          WHERE o.funding_event_id = p.funding_event_id AND o.decision = 'approved'),
      (SELECT u.id FROM sessions s JOIN users u ON u.id = s.user_id
        WHERE s.id = c.session_id AND u.id = c.actor_id AND ${isActive()} AND ${isSteppedUp()}
          AND ${isActingAdmin("u")})) AS columns
    FROM unnest(${of("ids")}::uuid[], ${of("actor_ids")}::uuid[], ${of("session_ids")}::uuid[])
      AS c (id, actor_id, session_id)
    JOIN money_proposals p ON p.id = c.id
    ORDER BY p.id FOR NO KEY UPDATE OF p`,
);

function proposalOf(columns: ProposalColumns): LockedProposal {
  const [id, kind, userId, walletId, amount, currency, direction, reversesId] = columns;
  const [, , , , , , , , shortfall, reason, proposedBy, isOpen, approver] = columns;
  const approvers = new Set(approver ? [approver] : []);
  const fields = { id, kind, userId, walletId, currency, direction, reversesId, shortfall, reason };
  return {
    ...fields,
    amountMinor: BigInt(amount),
    proposedBy,
    isOpen,
    approvers,
    approvedBy: null,
  };
}

const NO_PROPOSALS: ReadonlyMap<MoneyProposalId, LockedProposal> = new Map();

/** Reads and locks the proposals that the cases carry out. No statement, if there are none. */
export async function readLockedProposals(
  tx: LedgerTransaction,
  cases: readonly Case[],
): Promise<ReadonlyMap<MoneyProposalId, LockedProposal>> {
  const commands = cases.map(({ command }) => command).filter(({ links }) => links.proposalId);
  if (commands.length === 0) return NO_PROPOSALS;
  const rows = await readProposals(tx, {
    ids: commands.map(({ links }) => links.proposalId),
    actor_ids: commands.map(({ actorId }) => actorId),
    session_ids: commands.map(({ sessionId }) => sessionId),
  });
  const found = new Map<MoneyProposalId, LockedProposal>();
  for (const { columns } of rows) {
    const proposal = proposalOf(columns);
    const approvers = new Set([
      ...(found.get(proposal.id)?.approvers ?? []),
      ...proposal.approvers,
    ]);
    found.set(proposal.id, { ...proposal, approvers });
  }
  return found;
}

// The clock's lock comes first, then the locks of users' events, as in the last statement of a
// batch: two batches that took them in opposite orders would deadlock.
const approveStatement = prepareStatement<{ id: MoneyProposalId }>(
  "approve_money_proposals",
  sql`
    WITH clock AS MATERIALIZED (SELECT take_posted_at(0) AS first), approved AS (
      UPDATE money_proposals p SET decision = 'approved', decided_at = now(), decided_by = c.approver
      FROM clock, unnest(${of("ids")}::uuid[], ${of("approvers")}::uuid[], ${of("event_ids")}::uuid[],
        ${of("types")}::text[], ${of("details")}::jsonb[])
        AS c (id, approver, event_id, type, details)
      WHERE p.id = c.id AND clock.first IS NOT NULL
      RETURNING p.id, p.user_id, p.wallet_id, c.approver, c.event_id, c.type, c.details
    )
    INSERT INTO audit_events (id, type, user_id, wallet_id, details, actor_id, actor_role, created_at)
    SELECT a.event_id, a.type, a.user_id, a.wallet_id, a.details, a.approver, u.role, now()
    FROM approved a JOIN users u ON u.id = a.approver ORDER BY a.user_id, a.id`,
);

const MADE: Readonly<Record<ProposalKind, AuditEventType>> = {
  adjustment: "adjustment_made",
  reversal: "reversal_made",
};

/** Writes the approvals, each with its audit event. */
export async function writeProposals(
  tx: LedgerTransaction,
  changed: readonly LockedProposal[],
  nowMs: UnixMs,
): Promise<void> {
  if (changed.length === 0) return;
  await approveStatement(tx, {
    ids: changed.map((p) => p.id),
    approvers: changed.map((p) => p.approvedBy),
    event_ids: changed.map(() => newId("aud", nowMs)),
    types: changed.map((p) => MADE[p.kind]),
    details: changed.map((p) => JSON.stringify(detailsOf(p))),
  });
}

function detailsOf(proposal: LockedProposal): Record<string, string> {
  const { id, amountMinor, currency, direction, reversesId, reason, proposedBy } = proposal;
  return {
    proposal: toWireId("prp", id),
    amount_minor: amountMinor.toString(),
    currency,
    reason,
    proposed_by: toWireId("usr", proposedBy),
    ...(direction && { direction }),
    ...(reversesId && { reverses: toWireId("txn", reversesId) }),
  };
}
