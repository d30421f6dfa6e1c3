import { type SQL, sql } from "drizzle-orm";
import { rfc3339 } from "../../../db/instant.ts";
import { HEALTH_COUNT_MAX, HEALTH_REFUSALS_HOURS } from "../../../domain/bounds.ts";
import type { FundingDirection } from "../../../domain/funding.ts";
import type { MicrosText } from "../../../domain/instant.ts";
import { FAILURE_CODES, type FailureCode } from "../../../domain/refusal.ts";
import type { ServiceHealth, Waiting } from "../../../domain/service-health.ts";
import { isWaiting } from "../../funding/waiting-funding-row.ts";
import { isOpen as isRateProposalOpen } from "../../rates/rows/rate-proposal-row.ts";
import { isProposalOpen } from "../acts/money-proposal-row.ts";
import { isOpen as isRoleProposalOpen } from "../acts/role-proposal-row.ts";
import { isUnresolved } from "../acts/unresolved-event.ts";

type WaitingColumn = readonly [count: number, oldestAt: MicrosText | null];

export interface HealthRow extends Record<string, unknown> {
  readonly now: MicrosText;
  readonly verified_at: MicrosText | null;
  readonly verified_from: MicrosText | null;
  readonly verified_until: MicrosText | null;
  readonly problems: number;
  readonly messages: WaitingColumn;
  readonly deposits: WaitingColumn;
  readonly pending_payouts: WaitingColumn;
  readonly sent_payouts: WaitingColumn;
  readonly funding_events: WaitingColumn;
  readonly suspended_events: WaitingColumn;
  readonly overdue_holds: WaitingColumn;
  readonly role_proposals: number;
  readonly rate_proposals: number;
  readonly money_proposals: number;
  readonly refusals: readonly [FailureCode, number][];
}

const MAX = sql`${HEALTH_COUNT_MAX}::int`;

/** How many rows a query for `at` returns, up to HEALTH_COUNT_MAX, and the first of their times. */
const waiting = (query: SQL): SQL =>
  sql`(SELECT jsonb_build_array(count(*), ${rfc3339(sql`min(at)`)}) FROM (${query} LIMIT ${MAX}) AS w)`;

const intents = (direction: FundingDirection, status: string): SQL =>
  waiting(sql`SELECT f.created_at AS at FROM funding_intents f
    WHERE f.direction = ${direction} AND f.status = ${status} AND f.status IN ('pending', 'sent')
      AND ${isWaiting(direction)} ORDER BY f.id`);

/** A finite time of the verification; null for one that has not begun. */
const verified = (column: SQL): SQL =>
  sql`(SELECT CASE WHEN isfinite(${column}) THEN ${rfc3339(column)} END
    FROM ledger_verifications WHERE checker = 'recent')`;

// One range of an index for each code, so that a flood of one refusal neither hides another nor
// costs more.
const REFUSALS = sql`(
  SELECT jsonb_agg(jsonb_build_array(code, refused.count) ORDER BY place) FILTER (WHERE refused.count > 0)
  FROM unnest(${sql.param([...FAILURE_CODES])}::text[]) WITH ORDINALITY AS codes (code, place)
  CROSS JOIN LATERAL (SELECT count(*) FROM (
    SELECT FROM transactions t WHERE t.status = 'failed' AND t.failure_code = code
      AND t.posted_at > now() - make_interval(hours => ${HEALTH_REFUSALS_HOURS}::int) LIMIT ${MAX}
  ) AS of_code) AS refused)`;

/**
 * A query for the service's state. Each number reads at most HEALTH_COUNT_MAX entries of an index:
 * some 30,000 in all in the worst case, mostly refusals.
 */
export const HEALTH_QUERY: SQL = sql`
  SELECT ${rfc3339(sql`now()`)} AS now, ${verified(sql`verified_at`)} AS verified_at,
    ${verified(sql`verified_from`)} AS verified_from, ${verified(sql`verified_until`)} AS verified_until,
    (SELECT count(*)::int FROM (SELECT FROM ledger_problems LIMIT ${MAX}) AS p) AS problems,
    ${waiting(sql`SELECT m.created_at AS at FROM messages m WHERE m.status = 'waiting'
      ORDER BY m.due_at`)} AS messages,
    ${intents("deposit", "pending")} AS deposits,
    ${intents("withdrawal", "pending")} AS pending_payouts,
    ${intents("withdrawal", "sent")} AS sent_payouts,
    ${waiting(sql`SELECT e.received_at AS at FROM funding_events e WHERE e.decision IS NULL
      ORDER BY e.id`)} AS funding_events,
    -- Resolved ones stay in suspense: the newest are those that can be open.
    ${waiting(sql`SELECT e.received_at AS at FROM (SELECT id, received_at FROM funding_events
      WHERE decision = 'suspense' ORDER BY id DESC LIMIT ${MAX}) AS e
      WHERE ${isUnresolved(sql`e.id`)}`)} AS suspended_events,
    ${waiting(sql`SELECT h.expires_at AS at FROM holds h
      WHERE h.state = 'open' AND h.expires_at <= now() ORDER BY h.expires_at`)} AS overdue_holds,
    (SELECT count(*)::int FROM (SELECT * FROM role_proposals WHERE decision IS NULL LIMIT ${MAX}) AS p
      WHERE ${isRoleProposalOpen}) AS role_proposals,
    (SELECT count(*)::int FROM (SELECT * FROM rate_proposals WHERE decision IS NULL LIMIT ${MAX}) AS r
      WHERE ${isRateProposalOpen}) AS rate_proposals,
    -- Expired ones stay undecided: the newest are those that can be open.
    (SELECT count(*)::int FROM (SELECT * FROM money_proposals WHERE decision IS NULL
      ORDER BY id DESC LIMIT ${MAX}) AS p WHERE ${isProposalOpen}) AS money_proposals,
    coalesce(${REFUSALS}, '[]') AS refusals`;

const waitingOf = ([count, oldestAt]: WaitingColumn): Waiting => ({ count, oldestAt });

export function healthOf(row: HealthRow): ServiceHealth {
  return {
    now: row.now,
    ledger: {
      verifiedAt: row.verified_at,
      verifiedFrom: row.verified_from,
      verifiedUntil: row.verified_until,
      problems: row.problems,
    },
    messages: waitingOf(row.messages),
    deposits: waitingOf(row.deposits),
    payouts: { pending: waitingOf(row.pending_payouts), sent: waitingOf(row.sent_payouts) },
    fundingEvents: waitingOf(row.funding_events),
    suspendedEvents: waitingOf(row.suspended_events),
    overdueHolds: waitingOf(row.overdue_holds),
    proposals: {
      roles: row.role_proposals,
      rates: row.rate_proposals,
      money: row.money_proposals,
    },
    refusals: row.refusals.map(([code, count]) => ({ code, count })),
  };
}
