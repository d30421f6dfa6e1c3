import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { connectHttp, connectSocket } from "../../src/db/connect.ts";
import { DEFAULT_CURRENCY } from "../../src/domain/currency.ts";
import { microsOf, unixMs } from "../../src/domain/instant.ts";
import { readConfig } from "../../src/env.ts";
import { serviceContext } from "../../src/services/context.ts";
import { postMoney } from "../../src/services/money/post-money.ts";
import { query } from "../database.ts";
import { type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { proveLedger } from "../prove-ledger.ts";
import { callerOf } from "../services.ts";
import { get, list, post, read } from "./as-person.ts";
import { SyncClient } from "./sync-client.ts";

afterEach(() => proveLedger(connectHttp(readConfig(env))));

const people = (count: number): Promise<Person[]> =>
  Promise.all(Array.from({ length: count }, () => registerPerson()));

const isDescending = (times: readonly string[]) =>
  times.every((time, i) => i === 0 || microsOf(time) < microsOf(times[i - 1] ?? ""));

/** Deposits 1.00 through a Worker whose clock is `ms` behind, so that the new id is older than existing ids. */
async function depositWithSlowClock(person: Person, ms: number): Promise<void> {
  const services = {
    ...serviceContext(env, readConfig(env)),
    nowMs: () => unixMs(Date.now() - ms),
  };
  const outcome = await postMoney(services, callerOf(person), {
    type: "DEPOSIT",
    from: null,
    note: null,
    amountMinor: 100n,
    currency: DEFAULT_CURRENCY,
    to: { by: "default" },
    idempotencyKey: null,
  });
  expect(outcome.kind).toBe("recorded");
}

/** A transaction that has taken the ledger's clock and stays open until `end` is called. */
async function openCommit() {
  const connection = await connectSocket(readConfig(env));
  const end = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const ended = connection.db.transaction(async (tx) => {
    await tx.execute(sql`SELECT take_posted_at(1)`);
    begun.resolve();
    await end.promise;
  });
  await begun.promise;
  return {
    async end() {
      end.resolve();
      await ended;
      await connection.close();
    },
  };
}

const isPending = async (work: Promise<unknown>, ms: number) => {
  const late = new Promise((resolve) => setTimeout(resolve, ms, "late"));
  return (await Promise.race([work, late])) === "late";
};

describe("a client that reads from the newest item to one that it knows", () => {
  it("misses none of the payments of 16 payers to one wallet", async () => {
    const [payee, ...payers] = await people(17);
    if (!payee) throw new Error("no payee");
    await Promise.all(payers.map((payer) => post(payer, "/v1/deposits", { amount: "10.00" })));
    const client = new SyncClient(payee, "/v1/transactions", 5);
    const paying = payers.map(async (payer) => {
      for (let i = 0; i < 8; i++) {
        await post(payer, "/v1/transfers", { amount: "1.00", to_phone: payee.phone });
      }
    });
    await client.followUntil(Promise.all(paying));
    expect(client.known).toHaveLength(16 * 8);
    expect(client.known).toEqual(await client.readAll());
    expect(isDescending(client.known.map(({ posted_at }) => posted_at))).toBe(true);
  });

  it("misses none in several currencies, sent and received, successful and failed", async () => {
    const [payee, ...payers] = await people(9);
    if (!payee) throw new Error("no payee");
    for (const currency of ["USD", "KWD"]) await post(payee, "/v1/wallets", { currency });
    await post(payee, "/v1/deposits", { amount: "100.00" });
    for (const payer of payers) {
      await post(payer, "/v1/wallets", { currency: "USD" });
      await post(payer, "/v1/deposits", { amount: "10.00" });
      await post(payer, "/v1/deposits", { amount: "10.00", currency: "USD" });
    }
    const client = new SyncClient(payee, "/v1/transactions", 3);
    const paying = payers.map(async (payer) => {
      for (const currency of ["YEM", "USD", "YEM", "USD"]) {
        const transfer = { amount: "1.00", currency, to_phone: payee.phone };
        await Promise.all([
          post(payer, "/v1/transfers", transfer),
          post(payee, "/v1/transfers", { amount: "0.50", to_phone: payer.phone }),
          post(payee, "/v1/withdrawals", { amount: "9999.00" }),
          post(payee, "/v1/deposits", { amount: "0.100", currency: "KWD" }),
        ]);
      }
    });
    await client.followUntil(Promise.all(paying));
    expect(client.known).toHaveLength(1 + 8 * 4 * 4);
    expect(client.known).toEqual(await client.readAll());
    expect(client.known.filter(({ status }) => status === "failed")).toHaveLength(8 * 4);
    expect(isDescending(client.known.map(({ posted_at }) => posted_at))).toBe(true);
  });

  it("sees a transaction that was requested an hour ago and committed now as the newest", async () => {
    const person = await registerPerson();
    await post(person, "/v1/deposits", { amount: "1.00" });
    await depositWithSlowClock(person, 3_600_000);
    await post(person, "/v1/withdrawals", { amount: "9999.00" });
    await depositWithSlowClock(person, 60_000);
    const { data } = await read(person, "/v1/transactions");
    const seqs = data.map(({ legs: [leg] }: { legs: { seq: number }[] }) => leg?.seq ?? "failed");
    expect(seqs).toEqual([3, "failed", 2, 1]);
    const from = data[1].posted_at;
    expect((await list(person, `from=${from}`)).map(({ id }) => id)).toEqual([
      data[0].id,
      data[1].id,
    ]);
  });
});

describe("the order of history", () => {
  it("lists parallel deposits, and their entries, in the order of their balances", async () => {
    const person = await registerPerson();
    const made = await Promise.all(
      Array.from({ length: 5 }, () => post(person, "/v1/deposits", { amount: "1.00" })),
    );
    const { data } = await read(person, "/v1/transactions");
    const balances = data.map((item: { legs: { balance_after: string }[] }) => {
      return item.legs[0]?.balance_after;
    });
    expect(balances).toEqual(["5.00", "4.00", "3.00", "2.00", "1.00"]);
    const entries = (await read(person, `/v1/wallets/${person.wallet.id}/entries`)).data;
    const times = entries.map(({ created_at }: { created_at: string }) => created_at);
    expect(times).toEqual(data.map(({ posted_at }: { posted_at: string }) => posted_at));
    expect(times).toEqual(entries.map(({ posted_at }: { posted_at: string }) => posted_at));
    expect(isDescending(times)).toBe(true);
    // Each POST answered the same transaction as the list.
    // A read also says who the other one is: nobody, of a deposit.
    for (const one of made) expect(data).toContainEqual({ ...one, counterparty: null });
  });

  it("shows each item exactly once to a client that reads pages while payments arrive", async () => {
    const [payee, ...payers] = await people(5);
    if (!payee) throw new Error("no payee");
    for (let i = 0; i < 12; i++) await post(payee, "/v1/deposits", { amount: "1.00" });
    const before = await list(payee);
    const paying = payers.map(async (payer) => {
      for (let i = 0; i < 6; i++) {
        await post(payer, "/v1/deposits", { amount: "1.00" });
        await post(payer, "/v1/transfers", { amount: "1.00", to_phone: payee.phone });
      }
    });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const path: string = `/v1/transactions?limit=2${cursor ? `&cursor=${cursor}` : ""}`;
      const page = await read(payee, path);
      seen.push(...page.data.map(({ id }: { id: string }) => id));
      cursor = page.next_cursor;
    } while (cursor);
    await Promise.all(paying);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.slice(-before.length)).toEqual(before.map(({ id }) => id));
  });
});

describe("a list that ends at a past moment", () => {
  it("does not grow while payments continue", async () => {
    const [payee, ...payers] = await people(9);
    if (!payee) throw new Error("no payee");
    await Promise.all(payers.map((payer) => post(payer, "/v1/deposits", { amount: "10.00" })));
    const paying = payers.map(async (payer) => {
      for (let i = 0; i < 6; i++) {
        await post(payer, "/v1/transfers", { amount: "1.00", to_phone: payee.phone });
      }
    });
    const lists: [string, unknown][] = [];
    for (let i = 0; i < 10; i++) {
      const to = new Date().toISOString();
      lists.push([to, await list(payee, `to=${to}&limit=200`)]);
    }
    await Promise.all(paying);
    for (const [to, first] of lists) {
      expect(await list(payee, `to=${to}&limit=200`)).toEqual(first);
    }
  });

  it("waits for an open commit whose position is before the end", async () => {
    const person = await registerPerson();
    const commit = await openCommit();
    const [{ now }] = (await query<{ now: string }>(
      sql`SELECT to_json(clock_timestamp() AT TIME ZONE 'UTC') #>> '{}' || 'Z' AS now`,
    )) as [{ now: string }];
    const listing = list(person, `to=${now}`);
    expect(await isPending(listing, 300)).toBe(true);
    expect(await list(person, "to=2026-01-01T00:00:00Z")).toEqual([]);
    expect(await list(person)).toEqual([]);
    await commit.end();
    expect(await listing).toEqual([]);
  });
});

describe("a commit", () => {
  it("has its position after every commit that took the clock before it", async () => {
    const person = await registerPerson();
    const commit = await openCommit();
    const paying = post(person, "/v1/deposits", { amount: "1.00" });
    expect(await isPending(paying, 300)).toBe(true);
    expect(await list(person)).toEqual([]);
    const [clock] = await query<{ at: string }>(
      sql`SELECT last_value::text AS at FROM ledger_clock`,
    );
    await commit.end();
    const { posted_at } = await paying;
    expect(microsOf(posted_at)).toBeGreaterThan(BigInt(clock?.at ?? 0));
  });
});

describe("a cursor of an earlier version", () => {
  it.each([
    ["/v1/transactions", "1:transactions:018b0000-0000-7000-8000-000000000001"],
    ["/v1/transactions", "2:transactions:1795822095123456"],
    ["/v1/users/me/audit-events", "1:audit_events:aud_01h455vb4pex5vsknk084sn02q"],
    ["/v1/users/me/audit-events", "2:audit_events:1795822095123456:aud_01h455vb4pex5vsknk084sn02q"],
  ])("is refused by %s, with advice", async (path, plain) => {
    const person = await registerPerson();
    const cursor = btoa(plain).replaceAll("=", "");
    const answer = get(person, `${path}?cursor=${cursor}`);
    const { errors } = await expectProblem(answer, 400, "invalid_request", "/cursor");
    expect(errors).toMatchObject([
      { code: "invalid_cursor", message: expect.stringContaining("start from the first page") },
    ]);
  });
});
