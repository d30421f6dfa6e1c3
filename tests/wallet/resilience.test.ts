import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, describe, expect, it } from "vitest";
import { connectHttp } from "../../src/db/connect.ts";
import type { MoneyCommand, WalletAddress } from "../../src/domain/command.ts";
import { fromWireId, newId } from "../../src/domain/ids.ts";
import { WALLET_BATCH_MAX, WALLET_QUEUE_MAX } from "../../src/domain/limits.ts";
import { readConfig } from "../../src/env.ts";
import { createApp } from "../../src/http/app.ts";
import { proveBooks } from "../books.ts";
import { api, jsonOf, type Person, registerPerson } from "../people.ts";

const books = connectHttp(readConfig(env));
afterEach(() => proveBooks(books));

const move = (person: Person, path: string, body: object) =>
  api("POST", path, { token: person.accessToken, body });
const balanceOf = async (person: Person): Promise<string> => {
  const answer = api("GET", `/v1/wallets/${person.wallet.id}`, { token: person.accessToken });
  return (await jsonOf(answer)).balance;
};

/** Ends all writers as an eviction would: their memory and their connections are gone. */
async function endWriters(): Promise<void> {
  const { ledgerWriters } = readConfig(env);
  for (let i = 0; i < ledgerWriters; i++) {
    const stub = env.LEDGER_WRITER.get(env.LEDGER_WRITER.idFromName(`writer-${i}`));
    // Aborting answers the call that asked for it with the abort itself.
    await runInDurableObject(stub, (_, state) => state.abort("evicted by a test")).catch(() => {});
  }
}

describe("writers that are evicted under load", () => {
  it("lose nothing: what was answered 201 is in the books, once", async () => {
    const [payer, payee] = [await registerPerson(), await registerPerson()];
    await move(payer, "/v1/deposits", { amount: "500.00" });
    const answers: Promise<Response>[] = [];
    for (let i = 0; i < 120; i++) {
      const key = { "Idempotency-Key": `eviction-${i}` };
      answers.push(
        api("POST", "/v1/transfers", {
          token: payer.accessToken,
          body: { amount: "1.00", to_phone: payee.phone },
          headers: key,
        }),
      );
      if (i % 40 === 20) await endWriters();
    }
    const statuses = (await Promise.all(answers)).map(({ status }) => status);
    const paid = statuses.filter((status) => status === 201).length;
    expect(statuses.every((status) => status === 201 || status === 503)).toBe(true);
    // Whoever was told 503 asks again with the same key, and is told what happened.
    for (let i = 0; i < 120; i++) {
      const again = await api("POST", "/v1/transfers", {
        token: payer.accessToken,
        body: { amount: "1.00", to_phone: payee.phone },
        headers: { "Idempotency-Key": `eviction-${i}` },
      });
      expect(again.status).toBe(201);
    }
    expect(paid).toBeGreaterThan(0);
    expect(await balanceOf(payee)).toBe("120.00");
    expect(await balanceOf(payer)).toBe("380.00");
  });
});

/** What a request of this person's becomes at the edge: a withdrawal of 1.00. */
function withdrawalOf(person: Person, from: WalletAddress = { by: "default" }): MoneyCommand {
  const [, payload = ""] = person.accessToken.split(".");
  const { sid } = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/")));
  const createdAtMs = Date.now();
  return {
    transactionId: newId("txn", createdAtMs),
    createdAtMs,
    type: "WITHDRAW",
    actorId: fromWireId("usr", person.user.id) ?? newId("usr", 0),
    sessionId: fromWireId("ses", sid) ?? newId("ses", 0),
    amountMinor: 100n,
    currency: "YEM",
    from,
    to: null,
    note: null,
    idempotency: null,
  };
}

describe("two objects alive for one wallet", () => {
  it("let exactly one of their twenty spends of the last rial succeed", async () => {
    const person = await registerPerson();
    await move(person, "/v1/deposits", { amount: "1.00" });
    const twins = [1, 2, 3, 4].map((n) => env.WALLET.getByName(`twin-${n}`));
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, i) => twins[i % twins.length]?.submit(withdrawalOf(person))),
    );
    const succeeded = outcomes.filter(
      (outcome) => outcome?.kind === "recorded" && outcome.transaction.status === "success",
    );
    expect(succeeded).toHaveLength(1);
    expect(await balanceOf(person)).toBe("0.00");
  });
});

describe("more requests than a person's line holds", () => {
  it("are told that it is busy, whatever wallets they name, and another person is served", async () => {
    const [greedy, other] = [await registerPerson(), await registerPerson()];
    await move(other, "/v1/deposits", { amount: "1.00" });
    const invented = (): WalletAddress => ({ by: "id", walletId: newId("wal", Date.now()) });
    const lineMax = WALLET_QUEUE_MAX / 2;
    const outcomes = await runInDurableObject(env.WALLET.getByName("wallets-0"), (object) => {
      const greedily = Array.from({ length: lineMax + 1 }, () =>
        object.submit(withdrawalOf(greedy, invented())),
      );
      return Promise.all([...greedily, object.submit(withdrawalOf(other))]);
    });
    expect(outcomes.slice(0, lineMax)).toEqual(
      Array(lineMax).fill({ kind: "refused", code: "wallet_not_found" }),
    );
    expect(outcomes[lineMax]).toEqual({ kind: "busy" });
    expect(outcomes.at(-1)).toMatchObject({ kind: "recorded", isReplay: false });
  });

  it("are told 503 with Retry-After, and nothing has happened to them", async () => {
    const person = await registerPerson();
    // Without the brake on one person's writes, which would stand before the line.
    const { WRITE_BRAKE: _, ...unbraked } = env;
    const app = createApp();
    const deposit = {
      method: "POST",
      headers: {
        Authorization: `Bearer ${person.accessToken}`,
        "Content-Type": "application/json",
      },
      body: JSON.stringify({ amount: "1.00", wallet_id: person.wallet.id }),
    };
    const answers = await Promise.all(
      Array.from({ length: WALLET_QUEUE_MAX / 2 + 2 * WALLET_BATCH_MAX }, () =>
        app.request("https://mahfaza.example/v1/deposits", deposit, unbraked),
      ),
    );
    const accepted = answers.filter(({ status }) => status === 201).length;
    const refused = answers.filter(({ status }) => status === 503);
    expect(accepted + refused.length).toBe(answers.length);
    expect(refused.length).toBeGreaterThan(0);
    for (const answer of refused) {
      expect(answer.headers.get("Retry-After")).toMatch(/^[1-9]\d*$/);
      expect((await jsonOf(answer)).code).toBe("service_busy");
    }
    expect(await balanceOf(person)).toBe(`${accepted}.00`);
  });
});

describe("an account that ends while it is paid", () => {
  it("keeps no money: the payment comes first and it stays, or it fails and the account ends", async () => {
    for (let round = 0; round < 5; round++) {
      const [leaver, payer] = [await registerPerson(), await registerPerson()];
      await move(payer, "/v1/deposits", { amount: "5.00" });
      const [ended, paid] = await Promise.all([
        api("DELETE", "/v1/users/me", {
          token: leaver.accessToken,
          body: { password: leaver.password },
        }),
        move(payer, "/v1/transfers", { amount: "5.00", to_phone: leaver.phone }),
      ]);
      const outcome = [ended.status, paid.status];
      expect([
        [204, 404],
        [204, 409],
        [409, 201],
      ]).toContainEqual(outcome);
      expect(await balanceOf(payer)).toBe(paid.status === 201 ? "0.00" : "5.00");
    }
  });
});
