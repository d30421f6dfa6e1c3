import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrateDatabase } from "../../scripts/migrate.ts";
import { startNeonGateway } from "../../scripts/neon-gateway/start-gateway.ts";
import { startThrowawayPostgres } from "../../scripts/postgres/throwaway-postgres.ts";
import { newId } from "../../src/domain/ids.ts";
import { depositOf, type LedgerUser, openLedgerDatabase } from "./ledger-database.ts";
import { type LedgerWriter, openWriter } from "./ledger-writer.ts";

const PAYERS = 64;
/**
 * Within this time PAYERS commands are answered. It is shorter than one wait for a lock by each of
 * them, which takes 12.8 seconds, and leaves a busy machine time for its own work.
 */
const ANSWERED_MS_MAX = 10_000;

// An own Postgres, so that these locks do not block other tests.
let postgres: Awaited<ReturnType<typeof startThrowawayPostgres>>;
let gateway: Awaited<ReturnType<typeof startNeonGateway>>;
let ledger: Awaited<ReturnType<typeof openLedgerDatabase>>;
let writer: LedgerWriter;

beforeAll(async () => {
  postgres = await startThrowawayPostgres();
  await migrateDatabase(postgres.url);
  gateway = await startNeonGateway({ databaseUrl: postgres.url });
  ledger = await openLedgerDatabase(postgres.url, gateway.address);
  writer = openWriter({ databaseUrl: postgres.url, databaseGateway: gateway.address });
});
afterAll(async () => {
  writer.close();
  await ledger.close();
  await gateway.close();
  await postgres.stop();
});

/** Holds the locks of `statement` while `work` runs. */
async function whileLocked(statement: string, values: unknown[], work: () => Promise<void>) {
  const client = new pg.Client(postgres.url);
  await client.connect();
  try {
    await client.query("BEGIN");
    await client.query(statement, values);
    await work();
  } finally {
    await client.end();
  }
}

const withdrawalOf = (person: LedgerUser) => ({
  ...depositOf(person, 1n),
  type: "WITHDRAW" as const,
  from: { by: "default" as const },
  to: null,
});

const kindsOf = (outcomes: readonly { kind: string }[]) => outcomes.map(({ kind }) => kind);

const people = (count: number) => Promise.all(Array.from({ length: count }, () => ledger.person()));

describe("a row that another transaction has locked", () => {
  const rows: [title: string, statement: string, id: (person: LedgerUser) => string][] = [
    ["a wallet's", "SELECT FROM wallets WHERE id = $1 FOR UPDATE", ({ walletId }) => walletId],
    ["a user's", "SELECT FROM users WHERE id = $1 FOR UPDATE", ({ userId }) => userId],
    [
      "an uncommitted idempotency key's",
      `INSERT INTO idempotency_keys (user_id, key, fingerprint, wallet_id, created_at)
       SELECT owner_id, 'taken', sha256('x'), id, now() FROM wallets WHERE owner_id = $1`,
      ({ userId }) => userId,
    ],
  ];
  it.each(rows)("(%s) delays only the payment that needs it", async (...row) => {
    const [, statement, idOf] = row;
    const [locked, ...others] = (await people(PAYERS)) as [LedgerUser, ...LedgerUser[]];
    const idempotency = { key: "taken", fingerprint: "ab".repeat(32), unkeyedFingerprint: "" };
    await whileLocked(statement, [idOf(locked)], async () => {
      const startedMs = Date.now();
      const command = { ...depositOf(locked, 1n), idempotency };
      const stuck = writer.post(locked.walletId, [command]);
      const paid = await Promise.all(
        others.map((other) => writer.post(other.walletId, [depositOf(other, 1n)])),
      );
      expect(Date.now() - startedMs).toBeLessThan(ANSWERED_MS_MAX);
      expect(kindsOf(paid.flat())).toEqual(others.map(() => "recorded"));
      expect(kindsOf(await stuck)).toEqual(["blocked"]);
    });
    const again = await writer.post(locked.walletId, [depositOf(locked, 1n)]);
    expect(kindsOf(again)).toEqual(["recorded"]);
  });

  it("(a payee's) delays neither the payer's other payments nor other payers'", async () => {
    const [payee, payer, other, another] = (await people(4)) as [
      LedgerUser,
      LedgerUser,
      LedgerUser,
      LedgerUser,
    ];
    await writer.post(payer.walletId, [depositOf(payer, 10n)]);
    await writer.post(other.walletId, [depositOf(other, 10n)]);
    const pay = (from: LedgerUser, to: LedgerUser) => ({
      ...depositOf(from, 1n),
      transactionId: newId("txn", Date.now()),
      type: "TRANSFER" as const,
      from: { by: "default" as const },
      to: { by: "id" as const, walletId: to.walletId },
    });
    await whileLocked(
      "SELECT FROM wallets WHERE id = $1 FOR UPDATE",
      [payee.walletId],
      async () => {
        const [mixed, others] = await Promise.all([
          writer.post(payer.walletId, [pay(payer, payee), pay(payer, another), pay(payer, payee)]),
          writer.post(other.walletId, [pay(other, another), pay(other, payee)]),
        ]);
        expect(kindsOf(mixed)).toEqual(["blocked", "recorded", "blocked"]);
        expect(kindsOf(others)).toEqual(["recorded", "blocked"]);
      },
    );
    expect(await ledger.wallet(another.walletId)).toMatchObject({ balance: 2n, sum: 2n });
  });

  it("(the system wallet's for deposits) does not delay withdrawals", async () => {
    const [person] = (await people(1)) as [LedgerUser];
    await writer.post(person.walletId, [depositOf(person, 10n)]);
    const statement =
      "SELECT FROM wallets WHERE currency = 'YEM' AND system_purpose = 'cash_in' FOR UPDATE";
    await whileLocked(statement, [], async () => {
      const outcomes = await writer.post(person.walletId, [
        depositOf(person, 1n),
        withdrawalOf(person),
      ]);
      expect(kindsOf(outcomes)).toEqual(["blocked", "recorded"]);
    });
    expect(kindsOf(await writer.post(person.walletId, [depositOf(person, 1n)]))).toEqual([
      "recorded",
    ]);
  });
});

describe("a table that another transaction has locked", () => {
  it.each(["entries", "transactions", "wallets", "idempotency_keys", "users"])(
    "(%s) blocks all payments, which are answered soon, and are posted after the lock",
    async (table) => {
      const payers = await people(PAYERS);
      const payAll = async () =>
        kindsOf(
          (
            await Promise.all(payers.map((one) => writer.post(one.walletId, [depositOf(one, 1n)])))
          ).flat(),
        );
      await payAll();
      await whileLocked(`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`, [], async () => {
        const startedMs = Date.now();
        expect(new Set(await payAll())).toEqual(new Set(["blocked"]));
        expect(Date.now() - startedMs).toBeLessThan(ANSWERED_MS_MAX);
      });
      expect(new Set(await payAll())).toEqual(new Set(["recorded"]));
    },
  );
});

describe("a Postgres failure that one command causes each time", () => {
  // For example a corrupt page: each attempt to read the row fails.
  it.each(["XX000", "58030", "53100", "53200", "25006"])(
    "(%s) makes that command busy, and all others are posted",
    async (sqlstate) => {
      const [broken, ...others] = (await people(PAYERS)) as [LedgerUser, ...LedgerUser[]];
      await ledger.db.query(`
        CREATE OR REPLACE FUNCTION fail_for_one() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF NEW.actor_id = '${broken.userId}' THEN
            RAISE EXCEPTION 'planted' USING ERRCODE = '${sqlstate}';
          END IF;
          RETURN NEW;
        END $$;
        CREATE OR REPLACE TRIGGER fail_for_one BEFORE INSERT ON transactions
          FOR EACH ROW EXECUTE FUNCTION fail_for_one()`);
      try {
        const startedMs = Date.now();
        const outcomes = await Promise.all(
          [broken, ...others].map((one) => writer.post(one.walletId, [depositOf(one, 1n)])),
        );
        expect(Date.now() - startedMs).toBeLessThan(ANSWERED_MS_MAX);
        expect(kindsOf(outcomes.flat())).toEqual(["busy", ...others.map(() => "recorded")]);
      } finally {
        await ledger.db.query("DROP TRIGGER fail_for_one ON transactions");
      }
      expect(await ledger.wallet(broken.walletId)).toMatchObject({ balance: 0n, seq: 0n });
    },
  );
});
