import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { connectHttp, connectSocket } from "../../src/db/connect.ts";
import { fromWireId } from "../../src/domain/ids.ts";
import { readConfig } from "../../src/env.ts";
import { api, type Person, registerPerson } from "../people.ts";
import { proveLedger } from "../prove-ledger.ts";

const config = readConfig(env);
afterEach(() => proveLedger(connectHttp(config)));

const deposit = async (person: Person) => {
  const body = { amount: "1.00" };
  const { status } = await api("POST", "/v1/deposits", { token: person.accessToken, body });
  return status;
};

describe("a wallet that another transaction has locked", () => {
  it("gets its payment after the lock, and others get theirs before", async () => {
    const locked = await registerPerson();
    const others = await Promise.all(Array.from({ length: 12 }, () => registerPerson()));
    const other = await connectSocket(config);
    let waiting: ReturnType<typeof deposit> | undefined;
    await other.db.transaction(async (tx) => {
      await tx.execute(
        sql`SELECT FROM wallets WHERE id = ${fromWireId("wal", locked.wallet.id)} FOR UPDATE`,
      );
      waiting = deposit(locked);
      for (let round = 0; round < 2; round++) {
        expect(await Promise.all(others.map(deposit))).toEqual(others.map(() => 201));
      }
    });
    expect(await waiting).toBe(201);
    other.close();
  });
});
