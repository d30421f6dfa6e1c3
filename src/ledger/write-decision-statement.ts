// The statement that writes a decision: all of it, or nothing. It assigns posted_at under the lock
// of the ledger's clock, which is held until COMMIT, so that posted_at is in the order of commits.
import { sql } from "drizzle-orm";
import { atMostEachHour, auditEvent } from "../db/audit-event.ts";
import { delayAfterTries, policySql, triesNow } from "../db/throttle-policy.ts";
import { OWNERSHIP_REFUSED_PER_HOUR_MAX } from "../domain/bounds.ts";
import { SOURCE_POLICY } from "../domain/throttle.ts";
import { prepareStatement } from "./prepared-statement.ts";

/** The name of the prepared statement, which is sent together with COMMIT. */
export const WRITE_DECISION = "write_decision";

const of = (name: string) => sql.placeholder(name);

const COUNTER = policySql(SOURCE_POLICY);
const counted = {
  tries: sql`throttle_counters.tries`,
  at: sql`throttle_counters.counted_at`,
};
const triesAfter = sql`${triesNow(COUNTER, counted.tries, counted.at)} + excluded.tries`;

/**
 * Each INSERT joins the row of the clock, so that the clock's lock is taken before the locks of the
 * INSERTs.
 */
const SQL_TEXT = sql`
    WITH clock AS MATERIALIZED (
      SELECT take_posted_at(${of("transactions")}::int) AS first
    ), recorded AS (
      INSERT INTO transactions (id, type, status, amount, currency, from_wallet_id, to_wallet_id,
        reference, note, failure_code, actor_id, created_at, posted_at, quote_id, hold_id,
        original_id, funding_id, proposal_id, counted_on, limit_breach)
      SELECT u.id, u.type, u.status, u.amount, u.currency, u.from_wallet_id, u.to_wallet_id,
        u.reference, u.note, u.failure_code, u.actor_id, u.created_at,
        clock.first + (u.place - 1) * interval '1 microsecond', u.quote_id, u.hold_id,
        u.original_id, u.funding_id, u.proposal_id, u.counted_on, u.limit_breach
      FROM clock, unnest(
        ${of("ids")}::uuid[],
        ${of("types")}::text[],
        ${of("statuses")}::text[],
        ${of("amounts")}::bigint[],
        ${of("currencies")}::text[],
        ${of("from_wallet_ids")}::uuid[],
        ${of("to_wallet_ids")}::uuid[],
        ${of("references")}::text[],
        ${of("notes")}::text[],
        ${of("failure_codes")}::text[],
        ${of("actor_ids")}::uuid[],
        ${of("times")}::timestamptz[],
        ${of("quote_ids")}::uuid[],
        ${of("hold_ids")}::uuid[],
        ${of("original_ids")}::uuid[],
        ${of("funding_ids")}::uuid[],
        ${of("proposal_ids")}::uuid[],
        ${of("counted_on")}::date[],
        ${of("limit_breaches")}::jsonb[]
      ) WITH ORDINALITY AS u (id, type, status, amount, currency, from_wallet_id, to_wallet_id,
        reference, note, failure_code, actor_id, created_at, quote_id, hold_id, original_id,
        funding_id, proposal_id, counted_on, limit_breach, place)
    ), written AS (
      INSERT INTO entries (transaction_id, wallet_id, currency, amount, balance_after, seq, posted_at)
      SELECT u.transaction_id, u.wallet_id, u.currency, u.amount, u.balance_after, u.seq,
        clock.first + u.place * interval '1 microsecond'
      FROM clock, unnest(
        ${of("entry_transaction_ids")}::uuid[],
        ${of("entry_wallet_ids")}::uuid[],
        ${of("entry_currencies")}::text[],
        ${of("entry_amounts")}::bigint[],
        ${of("entry_balances")}::bigint[],
        ${of("entry_seqs")}::bigint[],
        ${of("entry_places")}::int[]
      ) AS u (transaction_id, wallet_id, currency, amount, balance_after, seq, place)
    ), keyed AS (
      INSERT INTO idempotency_keys (user_id, key, fingerprint, transaction_id, created_at)
      SELECT u.user_id, u.key, decode(u.fingerprint, 'hex'), u.transaction_id, u.created_at
      FROM clock, unnest(
        ${of("key_user_ids")}::uuid[],
        ${of("keys")}::text[],
        ${of("fingerprints")}::text[],
        ${of("key_transaction_ids")}::uuid[],
        ${of("key_times")}::timestamptz[]
      ) AS u (user_id, key, fingerprint, transaction_id, created_at)
      -- A command that waited for the lock of a wallet while its account was erased: the keys of the
      -- account are deleted already.
      WHERE NOT EXISTS (SELECT FROM users e WHERE e.id = u.user_id AND e.deleted_at IS NOT NULL)
    ), attempted AS (
      -- In the order of keys, as all writers lock counters.
      INSERT INTO throttle_counters (key, tries, counted_at, admits_at)
      SELECT decode(u.key, 'hex'), u.tries, now(), now() + ${delayAfterTries(COUNTER, sql`u.tries`)}
      FROM clock, unnest(
        ${of("counter_keys")}::text[],
        ${of("counter_tries")}::int[]
      ) AS u (key, tries)
      ORDER BY u.key
      ON CONFLICT (key) DO UPDATE SET tries = ${triesAfter}, counted_at = now(),
        admits_at = now() + ${delayAfterTries(COUNTER, triesAfter)}
    ), audited AS (
      ${auditEvent({
        id: sql`u.id`,
        type: sql`u.type`,
        userId: sql`u.user_id`,
        walletId: sql`u.wallet_id`,
        details: sql`CASE u.type WHEN 'wallet_opened' THEN '{"is_default": "true"}' ELSE '{}' END`,
        // The service opens a wallet for a recipient.
        actorRole: sql`CASE u.type WHEN 'wallet_opened' THEN 'service' END`,
        // Each row locks its user's events: in the order of user ids, so that writers cannot
        // deadlock.
        from: sql`clock, unnest(
          ${of("event_ids")}::uuid[],
          ${of("event_types")}::text[],
          ${of("event_user_ids")}::uuid[],
          ${of("event_wallet_ids")}::uuid[],
          ${of("event_places")}::int[]
        ) AS u (id, type, user_id, wallet_id, place)`,
        // CASE: the condition locks the user's events, too, so it must not run before the clock's
        // lock is taken. The rows are in the order of user ids.
        where: sql`CASE WHEN clock.first IS NOT NULL THEN u.type <> 'ownership_refused' OR
          ${atMostEachHour("ownership_refused", sql`u.user_id`, 1, sql`u.wallet_id`)}
          AND ${atMostEachHour("ownership_refused", sql`u.user_id`, sql`${OWNERSHIP_REFUSED_PER_HOUR_MAX}::int - u.place`)}
          END ORDER BY u.user_id, u.id`,
      })}
    ), positioned AS (
      -- A position beyond its caps violates a constraint: the batch is then decided again.
      UPDATE liquidity_positions p SET position = p.position + u.change
      FROM clock, unnest(
        ${of("position_ids")}::uuid[],
        ${of("position_changes")}::bigint[]
      ) AS u (id, change)
      WHERE p.wallet_id = u.id
    ), changed AS (
      UPDATE wallets w SET balance = u.balance, held = u.held, seq = u.seq,
        limit_date = coalesce(u.limit_date, w.limit_date),
        out_day_sum = coalesce(u.out_day_sum, w.out_day_sum),
        out_day_count = coalesce(u.out_day_count, w.out_day_count),
        out_month_sum = coalesce(u.out_month_sum, w.out_month_sum),
        out_month_count = coalesce(u.out_month_count, w.out_month_count),
        in_day_sum = coalesce(u.in_day_sum, w.in_day_sum),
        in_day_count = coalesce(u.in_day_count, w.in_day_count),
        in_month_sum = coalesce(u.in_month_sum, w.in_month_sum),
        in_month_count = coalesce(u.in_month_count, w.in_month_count)
      FROM unnest(
        ${of("wallet_ids")}::uuid[],
        ${of("balances")}::bigint[],
        ${of("held")}::bigint[],
        ${of("seqs")}::bigint[],
        ${of("limit_dates")}::date[],
        ${of("out_day_sums")}::bigint[], ${of("out_day_counts")}::bigint[],
        ${of("out_month_sums")}::bigint[], ${of("out_month_counts")}::bigint[],
        ${of("in_day_sums")}::bigint[], ${of("in_day_counts")}::bigint[],
        ${of("in_month_sums")}::bigint[], ${of("in_month_counts")}::bigint[]
      ) AS u (id, balance, held, seq, limit_date, out_day_sum, out_day_count, out_month_sum,
        out_month_count, in_day_sum, in_day_count, in_month_sum, in_month_count)
      WHERE w.id = u.id AND w.seq <= u.seq
      RETURNING w.id
    )
    SELECT 1 / (count(*) = ${of("changes")}::int)::int AS all_changed,
      (SELECT (extract(epoch FROM first) * 1000000)::bigint::text FROM clock) AS first_micros
    FROM changed`;

type Written = { first_micros: string };

/** The last statement of a batch. */
export const writeDecisionStatement = prepareStatement<Written>(WRITE_DECISION, SQL_TEXT);

/** The same statement inside a transaction that goes on: COMMIT is not sent with it. */
export const writeDecisionOpen = prepareStatement<Written>(`${WRITE_DECISION}_open`, SQL_TEXT);
