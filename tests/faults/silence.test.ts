import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startNeonGateway } from "../../scripts/neon-gateway/start-gateway.ts";
import { connectHttp } from "../../src/db/connect.ts";
import { COMMAND_MS_MAX, HTTP_QUERY_MS_MAX } from "../../src/domain/bounds.ts";
import { depositOf, type LedgerPerson, openBooks } from "./ledger-world.ts";
import { openWriter } from "./ledger-writer.ts";
import { type SilentRelay, startSilentRelay } from "./silent-relay.ts";

let ledger: Awaited<ReturnType<typeof openBooks>>;

beforeAll(async () => {
  ledger = await openBooks();
});
afterAll(() => ledger.close());

/** A writer behind a relay in front of the gateway, both of one test's own. */
async function behindRelay<T>(
  test: (relay: SilentRelay, writer: ReturnType<typeof openWriter>) => Promise<T>,
): Promise<T> {
  const [host = "", port] = ledger.gateway.split(":");
  const relay = await startSilentRelay({ host, port: Number(port) });
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

const deposit = async (
  writer: ReturnType<typeof openWriter>,
  person: LedgerPerson,
  budgetMs?: number,
) => {
  const [outcome] = await writer.post(person.walletId, [depositOf(person, 100n)], budgetMs);
  return outcome?.kind;
};

describe.concurrent("a connection that is accepted and never answered", () => {
  it("is given up: the payment is posted on the next one", () =>
    behindRelay(async (relay, writer) => {
      const person = await ledger.person();
      relay.silence();
      const paid = deposit(writer, person);
      await relay.heldBack(1);
      relay.speak();
      expect(await paid).toBe("recorded");
      expect(await ledger.wallet(person.walletId)).toMatchObject({ balance: 100n, seq: 1n });
    }));

  it("answers busy at the command's deadline, with nothing done, and recovers", () =>
    behindRelay(async (relay, writer) => {
      const person = await ledger.person();
      relay.silence();
      const startedMs = Date.now();
      expect(await deposit(writer, person, 2_000)).toBe("busy");
      expect(Date.now() - startedMs).toBeLessThan(3_000);
      relay.speak();
      expect(await deposit(writer, person)).toBe("recorded");
      expect(await ledger.wallet(person.walletId)).toMatchObject({ balance: 100n, seq: 1n });
    }));
});

describe.concurrent("an open connection that goes silent", () => {
  it("before a payment is sent to be committed: it is posted on another, once", () =>
    behindRelay(async (relay, writer) => {
      const person = await ledger.person();
      await deposit(writer, person);
      relay.silence();
      const paid = deposit(writer, person);
      await relay.heldBack(1);
      relay.speak();
      expect(await paid).toBe("recorded");
      expect(await ledger.wallet(person.walletId)).toMatchObject({ balance: 200n, seq: 2n });
    }));

  it(
    "while a payment is committed: it is resolved on another, and others are paid meanwhile",
    async () => {
      const { hostname, port } = new URL(ledger.databaseUrl);
      const relay = await startSilentRelay({ host: hostname, port: Number(port) });
      const databaseUrl = new URL(ledger.databaseUrl);
      databaseUrl.host = `127.0.0.1:${relay.port}`;
      const gateway = await startNeonGateway({ databaseUrl: databaseUrl.href });
      const writer = openWriter({
        databaseUrl: databaseUrl.href,
        databaseGateway: gateway.address,
      });
      try {
        const [person, other] = [await ledger.person(), await ledger.person()];
        await deposit(writer, person);
        relay.silenceAt("commit");
        const startedMs = Date.now();
        const paid = deposit(writer, person);
        await relay.heldBack(1);
        // It waits for the answer first, and then asks on another connection.
        const others = deposit(writer, other);
        expect(await paid).toBe("recorded");
        expect(Date.now() - startedMs).toBeLessThan(COMMAND_MS_MAX);
        expect(await others).toBe("recorded");
        expect(await ledger.wallet(person.walletId)).toMatchObject({ balance: 200n, seq: 2n });
      } finally {
        writer.close();
        await gateway.close();
        await relay.close();
      }
    },
    COMMAND_MS_MAX + 5_000,
  );
});

describe.concurrent("answers that are slow, not lost", () => {
  it("are waited for: a commit that takes three seconds is recorded once", () =>
    behindRelay(async (relay, writer) => {
      const person = await ledger.person();
      await deposit(writer, person);
      relay.delayAnswers(3_000);
      const [first, second] = [deposit(writer, person), deposit(writer, person)];
      expect([await first, await second]).toEqual(["recorded", "recorded"]);
      expect(await ledger.wallet(person.walletId)).toMatchObject({ balance: 300n, seq: 3n });
    }));
});

describe.concurrent("a query over HTTP that nobody answers", () => {
  it(
    "fails at its deadline",
    () =>
      behindRelay(async (relay) => {
        relay.silence();
        const db = connectHttp({
          databaseUrl: ledger.databaseUrl,
          databaseGateway: `127.0.0.1:${relay.port}`,
        });
        const startedMs = Date.now();
        await expect(db.execute(sql`SELECT 1`)).rejects.toThrow();
        expect(Date.now() - startedMs).toBeLessThan(HTTP_QUERY_MS_MAX + 1_000);
      }),
    HTTP_QUERY_MS_MAX + 5_000,
  );
});
