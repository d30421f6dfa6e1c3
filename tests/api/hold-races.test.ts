import { env } from "cloudflare:workers";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { connectHttp } from "../../src/db/connect.ts";
import { readConfig } from "../../src/env.ts";
import { jsonOf, type Person } from "../people.ts";
import { proveLedger } from "../prove-ledger.ts";
import { post } from "./as-person.ts";
import {
  amend,
  capture,
  expireIn,
  funded,
  holdNow,
  moneyOf,
  place,
  send,
  voidHold,
  withKey,
} from "./hold-acts.ts";

afterEach(() => proveLedger(connectHttp(readConfig(env))));

let payer: Person;
let payee: Person;
beforeAll(async () => {
  [payer, payee] = [await funded(), await funded()];
});

const RACES = 8;
const minor = (text: string) => Math.round(Number(text) * 100);
const statusesOf = async (requests: readonly Promise<Response>[]) =>
  (await Promise.all(requests)).map(({ status }) => status);

/** Runs a race on holds of 100 YEM, each time with the payer's 1,000 YEM. */
async function race(run: (hold: { id: string }, i: number) => Promise<void>): Promise<void> {
  for (let i = 0; i < RACES; i++) {
    await run(await place(payer, payee, { amount: "100.00", payer_can_void: true }), i);
    const [balance, held] = await moneyOf(payer);
    expect(held).toBe("0.00");
    const missing = 1_000 - Number(balance);
    if (missing > 0) await post(payer, "/v1/deposits", { amount: missing.toFixed(2) });
  }
}

describe("a race for a hold", () => {
  it("of captures takes exactly its amount: as many as fit win, the others fail", async () => {
    const hold = await place(payer, payee, { amount: "100.00" });
    const before = minor((await moneyOf(payee))[0]);
    const answers = await Promise.all(
      Array.from({ length: 14 }, () => capture(payee, hold, { amount: "10.00", final: false })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(10);
    const codes = await Promise.all(
      answers.filter(({ status }) => status !== 201).map(async (one) => (await jsonOf(one)).code),
    );
    expect(codes).toEqual(Array(4).fill("hold_captured"));
    expect(minor((await moneyOf(payee))[0]) - before).toBe(10_000);
    expect(await holdNow(payer, hold)).toMatchObject({ state: "captured", captured: "100.00" });
    expect((await moneyOf(payer))[1]).toBe("0.00");
    await post(payer, "/v1/deposits", { amount: "100.00" });
  });

  it("of captures that do not divide it never exceeds it", async () => {
    const hold = await place(payer, payee, { amount: "100.00" });
    const requests = Array.from({ length: 6 }, () =>
      capture(payee, hold, { amount: "30.00", final: false }),
    );
    const statuses = await statusesOf(requests);
    expect(statuses.filter((status) => status === 201)).toHaveLength(3);
    expect(await holdNow(payer, hold)).toMatchObject({ state: "open", capturable: "10.00" });
    await voidHold(payee, hold);
    await post(payer, "/v1/deposits", { amount: "90.00" });
  });

  it("of one capture with one key pays once", async () => {
    const hold = await place(payer, payee, { amount: "100.00" });
    const key = withKey(crypto.randomUUID());
    const body = { amount: "10.00", final: false };
    const statuses = await statusesOf(
      Array.from({ length: 8 }, () => capture(payee, hold, body, key)),
    );
    expect(new Set(statuses)).toEqual(new Set([201]));
    expect(await holdNow(payer, hold)).toMatchObject({ captured: "10.00" });
    await voidHold(payee, hold);
    await post(payer, "/v1/deposits", { amount: "10.00" });
  });

  it("between a capture and a void has one winner", async () => {
    await race(async (hold, i) => {
      const both = [() => capture(payee, hold), () => voidHold(payer, hold)];
      const [first, second] = await statusesOf((i % 2 ? both : both.reverse()).map((act) => act()));
      expect([first, second].sort()).toEqual([201, 409]);
    });
  });

  it("between two voids has one winner", async () => {
    await race(async (hold) => {
      const statuses = await statusesOf([voidHold(payer, hold), voidHold(payee, hold)]);
      expect(statuses.sort()).toEqual([201, 409]);
    });
  });

  it("between a capture and the instant of its expiry has one winner", async () => {
    let captured = 0;
    await race(async (hold, i) => {
      await expireIn(hold, 4 * i);
      const [response] = await Promise.all([
        capture(payee, hold),
        send(payer, "/v1/withdrawals", { amount: "1.00" }),
      ]);
      const { state, captured: amount } = await holdNow(payee, hold);
      if (response.status === 201) {
        captured += 1;
        expect([state, amount]).toEqual(["captured", "100.00"]);
      } else {
        expect((await jsonOf(response)).code).toBe("hold_expired");
        expect([state, amount]).toEqual(["expired", "0.00"]);
      }
    });
    expect(captured).toBeLessThan(RACES);
  });

  it("between a raise and the last capture leaves nothing reserved that is not counted", async () => {
    await race(async (hold) => {
      const [raised, taken] = await statusesOf([
        amend(payer, hold, { amount: "150.00" }),
        capture(payee, hold),
      ]);
      expect(taken).toBe(201);
      const { captured } = await holdNow(payee, hold);
      expect(captured).toBe(raised === 201 ? "150.00" : "100.00");
    });
  });
});

describe("a race for money", () => {
  it("between a hold and a withdrawal of the same money has one winner", async () => {
    for (let i = 0; i < RACES; i++) {
      const asked = { amount: "1000.00", to_phone: payee.phone, expires_in: 60 };
      const [placed, withdrawn] = await Promise.all([
        send(payer, "/v1/holds", asked),
        send(payer, "/v1/withdrawals", { amount: "1000.00" }),
      ]);
      expect([placed.status, withdrawn.status].sort()).toEqual([201, 422]);
      if (placed.status === 201) await voidHold(payee, (await jsonOf(placed)).hold);
      else await post(payer, "/v1/deposits", { amount: "1000.00" });
    }
  });

  it("between many holds of the same money reserves no more than there is", async () => {
    const asked = { amount: "300.00", to_phone: payee.phone, expires_in: 60 };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => send(payer, "/v1/holds", asked)),
    );
    const placed = answers.filter(({ status }) => status === 201);
    expect(placed).toHaveLength(3);
    expect(await moneyOf(payer)).toEqual(["1000.00", "900.00", "100.00"]);
    for (const one of placed) await voidHold(payee, (await jsonOf(one)).hold);
  });
});
