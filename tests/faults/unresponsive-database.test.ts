import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startNeonGateway } from "../../scripts/neon-gateway/start-gateway.ts";
import { connectHttp } from "../../src/db/connect.ts";
import { TRANSACTION_MS_MAX } from "../../src/domain/bounds.ts";
import { depositOf, type LedgerUser, openLedgerDatabase } from "./ledger-database.ts";
import { openWriter } from "./ledger-writer.ts";
import { type StallingRelay, startStallingRelay } from "./stalling-relay.ts";

let ledger: Awaited<ReturnType<typeof openLedgerDatabase>>;

beforeAll(async () => {
  ledger = await openLedgerDatabase();
});
afterAll(() => ledger.close());

/** For a payment that a test wants recorded, however slow the machine is. */
const LONG_MS = 60_000;

/** Runs a test with its own writer, connected through its own relay to the gateway. */
async function behindRelay<T>(
  test: (relay: StallingRelay, writer: ReturnType<typeof openWriter>) => Promise<T>,
): Promise<T> {
  const [host = "", port] = ledger.gateway.split(":");
  const relay = await startStallingRelay({ host, port: Number(port) });
  const writer = openWriter({
    databaseUrl: ledger.databaseUrl,
    databaseGateway: `127.0.0.1:${relay.port}`,
  });
  try {
    return await test(relay, writer);
  } finally {
    writer.close();
    await relay.close();
  }
}

/** Runs a test with its own writer and gateway, connected through its own relay to Postgres. */
async function beforePostgres<T>(
  test: (relay: StallingRelay, writer: ReturnType<typeof openWriter>) => Promise<T>,
): Promise<T> {
  const { hostname, port } = new URL(ledger.databaseUrl);
  const relay = await startStallingRelay({ host: hostname, port: Number(port) });
  const databaseUrl = new URL(ledger.databaseUrl);
  databaseUrl.host = `127.0.0.1:${relay.port}`;
  const gateway = await startNeonGateway({ databaseUrl: databaseUrl.href });
  const writer = openWriter({ databaseUrl: databaseUrl.href, databaseGateway: gateway.address });
  try {
    return await test(relay, writer);
  } finally {
    writer.close();
    await gateway.close();
    await relay.close();
  }
}

const deposit = async (
  writer: ReturnType<typeof openWriter>,
  person: LedgerUser,
  budgetMs = LONG_MS,
) => {
  const [outcome] = await writer.post(person.walletId, [depositOf(person, 100n)], budgetMs);
  return outcome?.kind;
};

describe.concurrent("a connection that is accepted but gets no response", () => {
  it("is dropped, and the payment is posted on the next connection", () =>
    behindRelay(async (relay, writer) => {
      const person = await ledger.person();
      relay.stall();
      const paid = deposit(writer, person);
      await relay.heldBack(1);
      relay.resume();
      expect(await paid).toBe("recorded");
      expect(await ledger.wallet(person.walletId)).toMatchObject({ balance: 100n, seq: 1n });
    }));

  it("leads to busy at the command's deadline, without effect, and the writer recovers", () =>
    behindRelay(async (relay, writer) => {
      const person = await ledger.person();
      relay.stall();
      let isLaterAnswered = false;
      const later = deposit(writer, person).finally(() => {
        isLaterAnswered = true;
      });
      expect(await deposit(writer, person, 2_000)).toBe("busy");
      // The deadline of this one has not come.
      expect(isLaterAnswered).toBe(false);
      relay.resume();
      expect(await later).toBe("recorded");
      expect(await ledger.wallet(person.walletId)).toMatchObject({ balance: 100n, seq: 1n });
    }));
});

describe.concurrent("an open connection that stops responding", () => {
  it("before a payment is sent to be committed: the payment is posted once, on another connection", () =>
    behindRelay(async (relay, writer) => {
      const person = await ledger.person();
      await deposit(writer, person);
      relay.stall();
      const paid = deposit(writer, person);
      await relay.heldBack(1);
      relay.resume();
      expect(await paid).toBe("recorded");
      expect(await ledger.wallet(person.walletId)).toMatchObject({ balance: 200n, seq: 2n });
    }));

  it("during a payment's COMMIT: the payment is resolved on another connection, while others are posted", () =>
    beforePostgres(async (relay, writer) => {
      const [person, other] = [await ledger.person(), await ledger.person()];
      await deposit(writer, person);
      relay.stallAt("commit");
      const paid = deposit(writer, person);
      await relay.heldBack(1);
      // The writer waits for the reply until its timeout, and then reads the result on another
      // connection.
      const others = deposit(writer, other);
      expect(await paid).toBe("recorded");
      expect(await others).toBe("recorded");
      expect(await ledger.wallet(person.walletId)).toMatchObject({ balance: 200n, seq: 2n });
    }));
});

describe.concurrent("a reply that is slow", () => {
  it("is awaited: a payment is recorded once, whose COMMIT takes longer than its statements may", () =>
    beforePostgres(async (relay, writer) => {
      const person = await ledger.person();
      await deposit(writer, person);
      relay.delayReplyTo("commit", TRANSACTION_MS_MAX + 500);
      const [first, second] = [deposit(writer, person), deposit(writer, person)];
      expect([await first, await second]).toEqual(["recorded", "recorded"]);
      // Neither the connection was given up, nor the payment sent again.
      expect(relay.connections).toBe(1);
      expect(await ledger.wallet(person.walletId)).toMatchObject({ balance: 300n, seq: 3n });
    }));
});

describe.concurrent("a query over HTTP without a response", () => {
  it("fails after its timeout", () =>
    behindRelay(async (relay) => {
      relay.stall();
      const db = connectHttp({
        databaseUrl: ledger.databaseUrl,
        databaseGateway: `127.0.0.1:${relay.port}`,
      });
      await expect(db.execute(sql`SELECT 1`)).rejects.toMatchObject({
        cause: { sourceError: { name: "TimeoutError" } },
      });
    }));
});
