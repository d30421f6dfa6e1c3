import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { connectHttp } from "../../src/db/connect.ts";
import { toWireId, type WalletId } from "../../src/domain/ids.ts";
import { readConfig } from "../../src/env.ts";
import { auditEvents, query } from "../database.ts";
import { registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { proveLedger } from "../prove-ledger.ts";
import { get, post, read } from "./as-person.ts";

afterEach(() => proveLedger(connectHttp(readConfig(env))));

describe("GET /v1/wallets/{id}/entries", () => {
  it("lists every entry with the balance after it, without gaps", async () => {
    const [salma, omar] = [await registerPerson(), await registerPerson()];
    await post(salma, "/v1/deposits", { amount: "100.00" });
    const note = "for the bus";
    await post(salma, "/v1/transfers", { amount: "2.50", to_phone: omar.phone, note });
    await post(salma, "/v1/withdrawals", { amount: "500.00" });
    await post(salma, "/v1/withdrawals", { amount: "7.50" });
    const { data, next_cursor } = await read(salma, `/v1/wallets/${salma.wallet.id}/entries`);
    expect(next_cursor).toBeNull();
    expect(data).toMatchObject([
      { seq: 3, amount: "-7.50", balance_after: "90.00", type: "WITHDRAW", counter_wallet: null },
      { seq: 2, amount: "-2.50", balance_after: "97.50", note, counter_wallet: omar.wallet.id },
      { seq: 1, amount: "100.00", balance_after: "100.00", type: "DEPOSIT", currency: "YEM" },
    ]);
    const transaction = await read(salma, `/v1/transactions/${data[1].transaction_id}`);
    expect(transaction).toMatchObject({
      reference: data[1].reference,
      posted_at: data[1].posted_at,
    });
    const paid = await read(omar, `/v1/wallets/${omar.wallet.id}/entries`);
    expect(paid.data).toMatchObject([{ seq: 1, amount: "2.50", counter_wallet: salma.wallet.id }]);
  });

  it("is read page by page", async () => {
    const person = await registerPerson();
    for (let i = 0; i < 3; i++) await post(person, "/v1/deposits", { amount: "1.00" });
    const path = `/v1/wallets/${person.wallet.id}/entries?limit=2`;
    const first = await read(person, path);
    const second = await read(person, `${path}&cursor=${first.next_cursor}`);
    const seqs = [...first.data, ...second.data].map(({ seq }: { seq: number }) => seq);
    expect(seqs).toEqual([3, 2, 1]);
    expect(second.next_cursor).toBeNull();
  });

  it("is empty for a new wallet", async () => {
    const person = await registerPerson();
    const answer = await read(person, `/v1/wallets/${person.wallet.id}/entries`);
    expect(answer).toEqual({ data: [], next_cursor: null });
  });

  it("is refused for other users' wallets and for system wallets", async () => {
    const [salma, omar] = [await registerPerson(), await registerPerson()];
    await post(omar, "/v1/deposits", { amount: "1.00" });
    const [system] = await query<{ id: WalletId }>(sql`
      SELECT id FROM wallets WHERE currency = 'YEM' AND system_purpose = 'cash_in'`);
    if (!system) throw new Error("no system wallet");
    for (const id of [omar.wallet.id, toWireId("wal", system.id)]) {
      await expectProblem(get(salma, `/v1/wallets/${id}/entries`), 404, "wallet_not_found");
    }
    const events = await auditEvents(salma.user.id);
    expect(events.filter(({ type }) => type === "ownership_refused")).toHaveLength(2);
  });
});
