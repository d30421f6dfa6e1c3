import { type SQL, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { HEALTH_COUNT_MAX, HEALTH_REFUSALS_HOURS } from "../../src/domain/bounds.ts";
import { microsOf } from "../../src/domain/instant.ts";
import type { ServiceHealth } from "../../src/domain/service-health.ts";
import { verifyRecent } from "../../src/ledger/verify-recent.ts";
import {
  HEALTH_QUERY,
  type HealthRow,
  healthOf,
} from "../../src/services/operators/health/health-query.ts";
import { OMAR, OMAR_YEM, SALMA, SALMA_YEM } from "./fixture.ts";
import { rolledBack, type Tx } from "./rolled-back-transaction.ts";
import { createUnconstrainedFixture } from "./unconstrained-fixture.ts";

/** Runs `work` on tables that hold the fixture alone. */
const onFixture = (work: (tx: Tx) => Promise<void>) =>
  rolledBack(async (tx) => {
    await createUnconstrainedFixture(tx);
    for (const table of ["messages", "role_proposals", "rate_proposals"]) {
      const like = `(LIKE public.${table} INCLUDING DEFAULTS) ON COMMIT DROP`;
      await tx.execute(sql.raw(`CREATE TEMPORARY TABLE ${table} ${like}`));
    }
    await work(tx);
  });

async function healthIn(tx: Tx): Promise<ServiceHealth> {
  const { rows } = await tx.execute<HealthRow>(HEALTH_QUERY);
  const [row] = rows;
  if (!row) throw new Error("no row");
  return healthOf(row);
}

const ageOf = (health: ServiceHealth, at: string | null | undefined) =>
  at ? Number(microsOf(health.now) - microsOf(at)) / 1e6 : null;

const NOTHING = { count: 0, oldestAt: null };

/** Failed transactions of Salma with this code, as old as the SQL interval. */
const refuse = (code: string, age: string, count = 1): SQL =>
  sql.raw(`INSERT INTO transactions (id, type, status, amount, currency, from_wallet_id, reference,
      failure_code, actor_id, created_at, posted_at)
    SELECT gen_random_uuid(), 'WITHDRAW', 'failed', 1, 'YEM', '${SALMA_YEM}', gen_random_uuid(),
      '${code}', '${SALMA}', now(), now() - interval '${age}'
    FROM generate_series(1, ${count})`);

/** Messages to Salma, the first as old as the SQL interval. */
const messages = (count: number, status = "waiting"): SQL =>
  sql.raw(`INSERT INTO messages (id, user_id, kind, status, sealed, created_at, due_at, expires_at)
    SELECT gen_random_uuid(), '${SALMA}', 'login', '${status}', 'x', now() - n * interval '1 second',
      now() - n * interval '1 second', now() FROM generate_series(1, ${count}) AS n`);

const intent = (direction: string, status: string, age: string, expires = "1 day"): SQL =>
  sql.raw(`INSERT INTO funding_intents (id, direction, user_id, wallet_id, amount, currency, status,
      reference, created_at, expires_at)
    VALUES (gen_random_uuid(), '${direction}', '${SALMA}', '${SALMA_YEM}', 1, 'YEM', '${status}',
      gen_random_uuid(), now() - interval '${age}', now() + interval '${expires}')`);

const hold = (state: string, expires: string): SQL =>
  sql.raw(`INSERT INTO holds (id, purpose, from_wallet_id, to_wallet_id, currency, amount, state,
      created_at, expires_at)
    VALUES (gen_random_uuid(), 'payment', '${SALMA_YEM}', '${OMAR_YEM}', 'YEM', 1, '${state}',
      now() - interval '9 days', now() + interval '${expires}')`);

describe("the numbers of the service's state", () => {
  it("are nothing while nothing waits, and the job has not run", () =>
    onFixture(async (tx) => {
      const { now: _, ...health } = await healthIn(tx);
      expect(health).toEqual({
        ledger: { verifiedAt: null, verifiedFrom: null, verifiedUntil: null, problems: 0 },
        messages: NOTHING,
        deposits: NOTHING,
        payouts: { pending: NOTHING, sent: NOTHING },
        fundingEvents: NOTHING,
        suspendedEvents: NOTHING,
        overdueHolds: NOTHING,
        proposals: { roles: 0, rates: 0, money: 0 },
        refusals: [],
      });
    }));

  it("tell when the ledger was last verified, which span, and its problems", () =>
    onFixture(async (tx) => {
      await verifyRecent(tx, 1);
      await verifyRecent(tx, 1);
      await tx.execute(sql`INSERT INTO ledger_problems VALUES ('currency_sum', 'YEM', 'x')`);
      const health = await healthIn(tx);
      const { verifiedAt, ...ledger } = health.ledger;
      expect(verifiedAt).toBe(health.now);
      expect(ledger).toEqual({
        verifiedFrom: "2023-10-05T13:21:22.000001Z",
        verifiedUntil: "2023-10-05T13:21:22.000002Z",
        problems: 1,
      });
    }));

  it("tell that the job ran although it had nothing to verify", () =>
    onFixture(async (tx) => {
      await verifyRecent(tx);
      await tx.execute(sql`UPDATE ledger_verifications SET verified_at = '2023-10-05T14:00:00Z'`);
      expect((await verifyRecent(tx)).transactions).toBe(0);
      const health = await healthIn(tx);
      expect(health.ledger.verifiedAt).toBe(health.now);
    }));

  it("count what waits, and tell the age of the oldest", () =>
    onFixture(async (tx) => {
      await tx.execute(messages(3));
      await tx.execute(messages(1, "given_up"));
      await tx.execute(intent("deposit", "pending", "7 minutes"));
      await tx.execute(intent("deposit", "pending", "25 hours", "-1 hours"));
      await tx.execute(intent("deposit", "succeeded", "8 minutes"));
      await tx.execute(intent("withdrawal", "pending", "5 minutes"));
      await tx.execute(intent("withdrawal", "pending", "5 minutes"));
      await tx.execute(intent("withdrawal", "sent", "2 hours"));
      await tx.execute(hold("open", "-3 minutes"));
      await tx.execute(hold("open", "3 minutes"));
      await tx.execute(hold("expired", "-9 minutes"));
      const health = await healthIn(tx);
      const { payouts, deposits, overdueHolds } = health;
      const seen = [health.messages, deposits, payouts.pending, payouts.sent, overdueHolds];
      expect(seen.map(({ count, oldestAt }) => [count, ageOf(health, oldestAt)])).toEqual([
        [3, 3],
        [1, 420],
        [2, 300],
        [1, 7_200],
        [1, 180],
      ]);
    }));

  it("count the events in suspense that no approved adjustment has resolved", () =>
    onFixture(async (tx) => {
      const events = ["suspense", "suspense", "absorbed"].map((decision, n) => ({
        n,
        id: `0193fb5a-0000-7000-8000-00000000000${n}`,
        decision,
      }));
      for (const { n, id, decision } of events) {
        await tx.execute(
          sql.raw(`INSERT INTO funding_events (id, webhook_id, body_hash, type, reference,
              payment_id, amount, currency, received_at, decision, reason, decided_at)
            VALUES ('${id}', '${id}', 'x', 'deposit.succeeded', '${id}',
              'pmt_${n}', '5.00', 'YEM',
              now() - interval '6 minutes', '${decision}', 'unknown_reference', now())`),
        );
      }
      const seen = async () => {
        const health = await healthIn(tx);
        const { count, oldestAt } = health.suspendedEvents;
        return [count, ageOf(health, oldestAt)];
      };
      expect(await seen()).toEqual([2, 360]);
      const resolve = (decision: string) =>
        sql.raw(`INSERT INTO money_proposals (id, kind, user_id, wallet_id, amount, currency,
            direction, reason, funding_event_id, proposed_by, created_at, expires_at, decision)
          VALUES (gen_random_uuid(), 'adjustment', '${OMAR}', '${OMAR_YEM}', 500, 'YEM', 'credit',
            'x', '${events[0]?.id}', '${SALMA}', now(), now() + interval '1 hour', ${decision})`);
      await tx.execute(resolve("'rejected'"));
      expect(await seen()).toEqual([2, 360]);
      await tx.execute(resolve("'approved'"));
      expect(await seen()).toEqual([1, 360]);
    }));

  it("count the proposals that can still be decided, by kind", () =>
    onFixture(async (tx) => {
      await tx.execute(sql.raw(`UPDATE users SET role = 'admin' WHERE id = '${SALMA}'`));
      const terms = "'USD', 'EUR', 1, 1, 1, 0, 0, 1, 60";
      for (const ends of ["1 hour", "-1 hour"]) {
        const made = `'${SALMA}', now(), now() + interval '${ends}'`;
        for (const statement of [
          `role_proposals (id, user_id, role, proposed_by, created_at, expires_at)
            VALUES (gen_random_uuid(), '${OMAR}', 'support', ${made})`,
          `rate_proposals (id, base, counter, numerator, denominator, unit, spread_basis_points,
              fee_basis_points, quote_max, valid_seconds, proposed_by, created_at, expires_at)
            VALUES (gen_random_uuid(), ${terms}, ${made})`,
          `money_proposals (id, kind, user_id, wallet_id, amount, currency, direction, reason,
              proposed_by, created_at, expires_at)
            VALUES (gen_random_uuid(), 'adjustment', '${OMAR}', '${OMAR_YEM}', 1, 'YEM', 'credit',
              'goodwill', ${made})`,
        ]) {
          await tx.execute(sql.raw(`INSERT INTO ${statement}`));
        }
      }
      expect((await healthIn(tx)).proposals).toEqual({ roles: 1, rates: 1, money: 1 });
    }));

  it(`count refusals by code for ${HEALTH_REFUSALS_HOURS} hours`, () =>
    onFixture(async (tx) => {
      await tx.execute(refuse("limit_exceeded", `${HEALTH_REFUSALS_HOURS * 60 - 1} minutes`, 2));
      await tx.execute(refuse("limit_exceeded", `${HEALTH_REFUSALS_HOURS * 60 + 1} minutes`, 4));
      await tx.execute(refuse("same_wallet", "1 minute"));
      expect((await healthIn(tx)).refusals).toEqual([
        { code: "same_wallet", count: 1 },
        { code: "limit_exceeded", count: 2 },
      ]);
    }));

  it.each([
    [-1, HEALTH_COUNT_MAX - 1],
    [0, HEALTH_COUNT_MAX],
    [1, HEALTH_COUNT_MAX],
  ])(
    `count to ${HEALTH_COUNT_MAX}, and a flood of one refusal hides no other (%i)`,
    (more, count) =>
      onFixture(async (tx) => {
        await tx.execute(messages(HEALTH_COUNT_MAX + more));
        await tx.execute(refuse("insufficient_funds", "1 minute", HEALTH_COUNT_MAX + more));
        await tx.execute(refuse("limit_exceeded", "1 hour"));
        const health = await healthIn(tx);
        expect(health.messages.count).toBe(count);
        expect(ageOf(health, health.messages.oldestAt)).toBe(HEALTH_COUNT_MAX + more);
        expect(health.refusals).toEqual([
          { code: "insufficient_funds", count },
          { code: "limit_exceeded", count: 1 },
        ]);
      }),
  );
});
