// The deposits and withdrawals of a provider that a batch settles, read under the locks of their
// wallets, and what it writes of them.
import { sql } from "drizzle-orm";
import { unixMsTextOf } from "../db/instant.ts";
import type { CurrencyCode } from "../domain/currency.ts";
import type {
  DepositStatus,
  FundingDirection,
  FundingEventType,
  WithdrawalStatus,
} from "../domain/funding.ts";
import type { FundingId, TransactionId, UserId, WalletId } from "../domain/ids.ts";
import { msOfText, msText } from "../domain/instant.ts";
import type { Case } from "./case.ts";
import type { LockedFunding } from "./funding-case.ts";
import { type LedgerTransaction, prepareStatement } from "./prepared-statement.ts";

/** Bigints and times (milliseconds since 1970) are text: JSON numbers would round them. */
type FundingColumns = [
  id: FundingId,
  direction: FundingDirection,
  userId: UserId,
  walletId: WalletId,
  amount: string,
  currency: CurrencyCode,
  status: DepositStatus | WithdrawalStatus,
  reference: string,
  createdAtMs: string,
  expiresAtMs: string,
  event: [TransactionId, FundingEventType, string] | null,
];

const of = (name: string) => sql.placeholder(name);

// Both are locked, too: the expiry and the failure of a deposit need no lock of its wallet, and an
// event can be decided by two requests at once. Deposits come before events, as in failDeposit.
const readFunding = prepareStatement<{ columns: FundingColumns }>(
  "read_funding",
  sql`
    WITH open AS MATERIALIZED (
      SELECT f.* FROM funding_intents f
      WHERE f.id = ANY (${of("ids")}::uuid[]) AND f.status IN ('pending', 'sent')
      ORDER BY f.id FOR NO KEY UPDATE
    ), undecided AS MATERIALIZED (
      SELECT e.id, e.reference, e.type, e.payment_id FROM funding_events e
      WHERE e.id = ANY (${of("event_ids")}::uuid[]) AND e.decision IS NULL
        AND e.reference IN (SELECT reference FROM open)
      ORDER BY e.id FOR NO KEY UPDATE
    )
    SELECT json_build_array(f.id, f.direction, f.user_id, f.wallet_id, f.amount::text, f.currency,
      f.status, f.reference, ${unixMsTextOf(sql`f.created_at`)}, ${unixMsTextOf(sql`f.expires_at`)},
      CASE WHEN e.id IS NOT NULL THEN json_build_array(e.id, e.type, e.payment_id) END) AS columns
    FROM unnest(${of("ids")}::uuid[], ${of("event_ids")}::uuid[]) AS u (id, event_id)
    JOIN open f ON f.id = u.id
    LEFT JOIN undecided e ON e.id = u.event_id AND e.reference = f.reference`,
);

function fundingOf(columns: FundingColumns): LockedFunding {
  const [id, direction, userId, walletId, amount, currency, status, reference] = columns;
  const [, , , , , , , , createdAt, expiresAt, event] = columns;
  return {
    id,
    direction,
    userId,
    walletId,
    amountMinor: BigInt(amount),
    currency,
    status,
    reference,
    paymentId: null,
    failureCode: null,
    createdAtMs: msOfText(createdAt),
    expiresAtMs: msOfText(expiresAt),
    completedAtMs: null,
    events: new Map(event ? [[event[0], { type: event[1], paymentId: event[2] }]] : []),
    isNew: false,
    decisions: [],
  };
}

/**
 * Reads and locks the open deposits and withdrawals that commands of the service settle, by the
 * transaction that does: two events about one are two cases. No statement, if there are none.
 */
export async function readLockedFunding(
  tx: LedgerTransaction,
  cases: readonly Case[],
): Promise<ReadonlyMap<FundingId, LockedFunding>> {
  const linked = cases.flatMap(({ command: { sessionId, links, transactionId } }) =>
    links.fundingId && sessionId === null ? [{ id: links.fundingId, transactionId }] : [],
  );
  if (linked.length === 0) return NO_FUNDING;
  const rows = await readFunding(tx, {
    ids: linked.map(({ id }) => id),
    event_ids: linked.map(({ transactionId }) => transactionId),
  });
  const found = new Map<FundingId, LockedFunding>();
  for (const { columns } of rows) {
    const funding = fundingOf(columns);
    const events = new Map([...(found.get(funding.id)?.events ?? []), ...funding.events]);
    found.set(funding.id, { ...funding, events });
  }
  return found;
}

const countOpen = prepareStatement<{ id: WalletId; count: number }>(
  "count_open_withdrawals",
  sql`
    SELECT w.id, (SELECT count(*)::int FROM holds h
      WHERE h.from_wallet_id = w.id AND h.state = 'open' AND h.purpose = 'withdrawal') AS count
    FROM unnest(${of("ids")}::uuid[]) AS w (id)`,
);

/**
 * The number of open withdrawals of each wallet from which a case withdraws. No statement, if there
 * is none.
 */
export async function countOpenWithdrawals(
  tx: LedgerTransaction,
  cases: readonly Case[],
): Promise<ReadonlyMap<WalletId, number>> {
  const ids = cases.flatMap(({ command: { type, links }, fromWalletId }) =>
    type === "HOLD" && links.fundingId && fromWalletId ? [fromWalletId] : [],
  );
  if (ids.length === 0) return new Map();
  const rows = await countOpen(tx, { ids: [...new Set(ids)] });
  return new Map(rows.map(({ id, count }) => [id, count]));
}

const NO_FUNDING: ReadonlyMap<FundingId, LockedFunding> = new Map();

const writeFundingStatement = prepareStatement<{ id: FundingId }>(
  "write_funding",
  sql`
    WITH decided AS (
      UPDATE funding_events e SET decision = CASE WHEN u.reason IS NULL THEN 'applied' ELSE 'suspense' END,
        reason = u.reason, decided_at = now()
      FROM unnest(${of("event_ids")}::uuid[], ${of("reasons")}::text[]) AS u (id, reason)
      WHERE e.id = u.id
    )
    INSERT INTO funding_intents (id, direction, user_id, wallet_id, amount, currency, status,
      reference, payment_id, failure_code, created_at, expires_at, completed_at, due_at)
    SELECT u.*, CASE WHEN u.status = 'pending' THEN now() END
    FROM unnest(${of("ids")}::uuid[], ${of("directions")}::text[], ${of("user_ids")}::uuid[],
      ${of("wallet_ids")}::uuid[], ${of("amounts")}::bigint[], ${of("currencies")}::text[],
      ${of("statuses")}::text[], ${of("references")}::text[], ${of("payment_ids")}::text[],
      ${of("failure_codes")}::text[], ${of("created")}::timestamptz[],
      ${of("expires")}::timestamptz[], ${of("completed")}::timestamptz[])
      AS u (id, direction, user_id, wallet_id, amount, currency, status, reference, payment_id,
        failure_code, created_at, expires_at, completed_at)
    ON CONFLICT (id) DO UPDATE SET status = excluded.status, payment_id = excluded.payment_id,
      failure_code = excluded.failure_code, completed_at = excluded.completed_at, due_at = NULL`,
);

/** Writes new withdrawals, ended deposits and withdrawals, and their decided events. */
export async function writeFunding(
  tx: LedgerTransaction,
  changed: readonly LockedFunding[],
): Promise<void> {
  if (changed.length === 0) return;
  const decisions = changed.flatMap((f) => f.decisions);
  await writeFundingStatement(tx, {
    event_ids: decisions.map((d) => d.eventId),
    reasons: decisions.map((d) => d.reason),
    ids: changed.map((f) => f.id),
    directions: changed.map((f) => f.direction),
    user_ids: changed.map((f) => f.userId),
    wallet_ids: changed.map((f) => f.walletId),
    amounts: changed.map((f) => f.amountMinor.toString()),
    currencies: changed.map((f) => f.currency),
    statuses: changed.map((f) => f.status),
    references: changed.map((f) => f.reference),
    payment_ids: changed.map((f) => f.paymentId),
    failure_codes: changed.map((f) => f.failureCode),
    created: changed.map((f) => msText(f.createdAtMs)),
    expires: changed.map((f) => msText(f.expiresAtMs)),
    completed: changed.map((f) => f.completedAtMs && msText(f.completedAtMs)),
  });
}
