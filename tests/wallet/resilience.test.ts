import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, describe, expect, it } from "vitest";
import { connectHttp } from "../../src/db/connect.ts";
import { WALLET_BATCH_MAX, WALLET_QUEUE_MAX } from "../../src/domain/bounds.ts";
import type { MoneyCommand, WalletAddress } from "../../src/domain/command.ts";
import { BUSY, commandText, readOutcome, UNKNOWN } from "../../src/domain/command-text.ts";
import { DEFAULT_CURRENCY } from "../../src/domain/currency.ts";
import { fromWireId, newId, type WalletId } from "../../src/domain/ids.ts";
import { systemClock } from "../../src/domain/instant.ts";
import { readConfig } from "../../src/env.ts";
import { createApp } from "../../src/http/app.ts";
import { api, jsonOf, type Person, registerPerson } from "../people.ts";
import { proveLedger } from "../prove-ledger.ts";

const ledger = connectHttp(readConfig(env));
afterEach(() => proveLedger(ledger));

const move = (person: Person, path: string, body: object) =>
  api("POST", path, { token: person.accessToken, body });
const balanceOf = async (person: Person): Promise<string> => {
  const answer = api("GET", `/v1/wallets/${person.wallet.id}`, { token: person.accessToken });
  return (await jsonOf(answer)).balance;
};

/** Ends all writers like an eviction: their memory and connections are lost. */
async function endWriters(): Promise<void> {
  const { ledgerWriters } = readConfig(env);
  for (let i = 0; i < ledgerWriters; i++) {
    const stub = env.LEDGER_WRITER.get(env.LEDGER_WRITER.idFromName(`writer-${i}`));
    // The call that aborts the object rejects with the abort.
    await runInDurableObject(stub, (_, state) => state.abort("evicted by a test")).catch(() => {});
  }
}

describe("writers that are evicted under load", () => {
  it("lose nothing: each payment with a 201 response is in the ledger once", async () => {
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
    // A client with a 503 repeats the request with the same key, and gets the outcome.
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

/** The command of a user's request to withdraw 1.00. */
function withdrawalOf(person: Person, from: WalletAddress = { by: "default" }): MoneyCommand {
  const [, payload = ""] = person.accessToken.split(".");
  const { sid } = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/")));
  const createdAtMs = systemClock();
  return {
    kind: "money",
    transactionId: newId("txn", createdAtMs),
    createdAtMs,
    type: "WITHDRAW",
    actorId: fromWireId("usr", person.user.id) ?? newId("usr", 0),
    sessionId: fromWireId("ses", sid) ?? newId("ses", 0),
    amountMinor: 100n,
    currency: DEFAULT_CURRENCY,
    from,
    to: null,
    note: null,
    idempotency: null,
    recipientCounterKey: null,
    reachesUnverifiedPhones: true,
    links: {},
    isDryRun: false,
  };
}

const walletIdOf = (wallet: { id: string }): WalletId =>
  fromWireId("wal", wallet.id) ?? newId("wal", 0);

/**
 * Sends the commands as if `count` live objects existed for one wallet, each with another writer.
 */
function viaDuplicateObjects(walletId: WalletId, commands: readonly MoneyCommand[], count: number) {
  return Promise.all(
    commands.map(async (command, i) => {
      const writer = env.LEDGER_WRITER.getByName(`writer-${i % count}`);
      const [text] = await writer.post(walletId, [commandText(command)], [10_000]);
      return readOutcome(text ?? UNKNOWN);
    }),
  );
}

describe("two live objects for one wallet", () => {
  it("let exactly one of twenty parallel payments of the last rial succeed", async () => {
    const person = await registerPerson();
    await move(person, "/v1/deposits", { amount: "1.00" });
    const commands = Array.from({ length: 20 }, () => withdrawalOf(person));
    const { ledgerWriters } = readConfig(env);
    expect(ledgerWriters).toBeGreaterThan(1);
    const outcomes = await viaDuplicateObjects(walletIdOf(person.wallet), commands, ledgerWriters);
    const succeeded = outcomes.filter(
      (outcome) => outcome.kind === "recorded" && outcome.transaction.status === "success",
    );
    expect(succeeded).toHaveLength(1);
    expect(await balanceOf(person)).toBe("0.00");
  });

  it("post a command once that both of them have", async () => {
    const person = await registerPerson();
    await move(person, "/v1/deposits", { amount: "5.00" });
    const command = withdrawalOf(person);
    await viaDuplicateObjects(walletIdOf(person.wallet), [command, command, command, command], 2);
    expect(await balanceOf(person)).toBe("4.00");
  });
});

describe("a wallet object that is evicted under load", () => {
  it("loses nothing: repeated requests with the same keys get their outcomes", async () => {
    const [payer, payee] = [await registerPerson(), await registerPerson()];
    await move(payer, "/v1/deposits", { amount: "100.00" });
    const pay = (n: number) =>
      api("POST", "/v1/transfers", {
        token: payer.accessToken,
        body: { amount: "1.00", to_phone: payee.phone },
        headers: { "Idempotency-Key": `object-eviction-${n}` },
      });
    const answers: Promise<Response>[] = [];
    for (let n = 0; n < 60; n++) {
      answers.push(pay(n));
      if (n % 20 === 10) {
        const stub = env.WALLET.getByName(walletIdOf(payer.wallet));
        // The call that aborts the object rejects with the abort.
        await runInDurableObject(stub, (_, state) => state.abort("evicted")).catch(() => {});
      }
    }
    const statuses = new Set((await Promise.all(answers)).map(({ status }) => status));
    expect([...statuses].filter((status) => status !== 201 && status !== 503)).toEqual([]);
    for (let n = 0; n < 60; n++) expect((await pay(n)).status).toBe(201);
    expect(await balanceOf(payee)).toBe("60.00");
  });
});

describe("an access token with an outdated default wallet", () => {
  it("uses the current default wallet, through that wallet's own object", async () => {
    const person = await registerPerson();
    await move(person, "/v1/deposits", { amount: "10.00" });
    const opened = await api("POST", "/v1/wallets", {
      token: person.accessToken,
      body: { currency: "YEM" },
    });
    const second = await jsonOf(Promise.resolve(opened));
    await api("PATCH", `/v1/wallets/${second.id}`, {
      token: person.accessToken,
      body: { is_default: true },
    });
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => move(person, "/v1/deposits", { amount: "1.00" })),
    );
    for (const answer of answers) {
      expect([answer.status, (await jsonOf(Promise.resolve(answer))).to_wallet]).toEqual([
        201,
        second.id,
      ]);
    }
    expect(await balanceOf(person)).toBe("10.00");
  });

  it("gets misrouted from the ledger, which posts nothing through another wallet's object", async () => {
    const [person, other] = [await registerPerson(), await registerPerson()];
    await move(person, "/v1/deposits", { amount: "10.00" });
    const [outcome] = await viaDuplicateObjects(
      walletIdOf(other.wallet),
      [withdrawalOf(person)],
      1,
    );
    expect(outcome).toEqual({ kind: "misrouted", walletId: walletIdOf(person.wallet) });
    expect(await balanceOf(person)).toBe("10.00");
  });
});

describe("more requests than a wallet's queue can hold", () => {
  it("get busy, and another wallet is not affected", async () => {
    const [greedy, other] = [await registerPerson(), await registerPerson()];
    await move(other, "/v1/deposits", { amount: "1.00" });
    const text = (person: Person) => commandText(withdrawalOf(person));
    const stub = env.WALLET.getByName(walletIdOf(greedy.wallet));
    const outcomes = await runInDurableObject(stub, (object) =>
      Promise.all(
        Array.from({ length: WALLET_QUEUE_MAX + 1 }, () => object.submit(text(greedy), 10_000)),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === BUSY)).toHaveLength(1);
    expect(outcomes.at(-1)).toBe(BUSY);
    expect((await move(other, "/v1/withdrawals", { amount: "1.00" })).status).toBe(201);
  });

  it("get 503 with Retry-After, without effect", async () => {
    const person = await registerPerson();
    // Without the rate limit for writes of one user, which comes before the queue.
    const { WRITE_RATE_LIMIT: _, ...withoutRateLimit } = env;
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
      Array.from({ length: WALLET_QUEUE_MAX + 2 * WALLET_BATCH_MAX }, () =>
        app.request("https://mahfaza.example/v1/deposits", deposit, withoutRateLimit),
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

describe("an account that is closed during a payment to it", () => {
  it("never has money when closed: either the payment or the closing is refused", async () => {
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
