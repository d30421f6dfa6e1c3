import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { connectHttp } from "../../src/db/connect.ts";
import {
  HOLD_SECONDS_MAX,
  HOLD_SECONDS_MIN,
  OPEN_HOLDS_PER_WALLET_MAX,
} from "../../src/domain/bounds.ts";
import { readConfig } from "../../src/env.ts";
import { idOf, query, suspend } from "../database.ts";
import { ageStepUp, enrolTotp } from "../factors.ts";
import { jsonOf, newPhone, type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { proveLedger } from "../prove-ledger.ts";
import { get, idsOf, post, read } from "./as-person.ts";
import {
  amend,
  capture,
  DRY_RUN,
  expireIn,
  funded,
  holdNow,
  moneyOf,
  place,
  send,
  voidHold,
  withKey,
} from "./hold-acts.ts";

let payer: Person;
let payee: Person;
let other: Person;

beforeAll(async () => {
  [payer, payee, other] = [await funded(), await funded(), await funded()];
});

afterEach(() => proveLedger(connectHttp(readConfig(env))));

/** Voids what a test has left open, so that the payer has 1,000 YEM available again. */
afterEach(async () => {
  const open = await read(payee, "/v1/holds?state=open&role=payee");
  for (const hold of open.data) await voidHold(payee, hold);
  const [balance] = await moneyOf(payer);
  const missing = 1_000 - Number(balance);
  if (missing > 0) await post(payer, "/v1/deposits", { amount: missing.toFixed(2) });
});

describe("a hold", () => {
  it("reserves money that stays the payer's, and both sides can read it", async () => {
    const response = await send(payer, "/v1/holds", {
      amount: "400.00",
      to_phone: payee.phone,
      expires_in: 3_600,
      note: "booking 7",
    });
    expect(response.status).toBe(201);
    const { hold, ...transaction } = await jsonOf(response);
    expect(transaction).toMatchObject({
      type: "HOLD",
      status: "success",
      amount: "400.00",
      hold_id: hold.id,
      legs: [],
    });
    expect(hold).toMatchObject({
      state: "open",
      role: "payer",
      amount: "400.00",
      captured: "0.00",
      capturable: "400.00",
      currency: "YEM",
      from_wallet: payer.wallet.id,
      to_wallet: payee.wallet.id,
      note: "booking 7",
      payer_can_void: false,
      closed_at: null,
    });
    expect(Date.parse(hold.expires_at) - Date.parse(hold.created_at)).toBe(3_600_000);
    expect(await moneyOf(payer)).toEqual(["1000.00", "400.00", "600.00"]);
    const counterparty = { name: "T*** P***", is_own: false };
    expect(await holdNow(payer, hold)).toEqual({
      ...hold,
      counterparty,
      transactions: [{ ...transaction, counterparty }],
    });
    expect(await holdNow(payee, hold)).toMatchObject({
      role: "payee",
      transactions: [{ legs: [] }],
    });
    const spent = send(payer, "/v1/withdrawals", { amount: "600.01" });
    await expectProblem(spent, 422, "insufficient_funds");
  });

  it("is captured in parts, and the last one frees what is left", async () => {
    const [hold, before] = [await place(payer, payee), await moneyOf(payee)];
    const first = await capture(payee, hold, { amount: "150.00", final: false, note: "night one" });
    expect(first.status).toBe(201);
    expect(await jsonOf(first)).toMatchObject({
      type: "CAPTURE",
      amount: "150.00",
      note: "night one",
      legs: [{ wallet_id: payee.wallet.id, amount: "150.00" }],
      hold: { state: "open", role: "payee", captured: "150.00", capturable: "250.00" },
    });
    expect(await moneyOf(payer)).toEqual(["850.00", "250.00", "600.00"]);
    const last = await jsonOf(capture(payee, hold, { amount: "50.00" }));
    expect(last.hold).toMatchObject({ state: "captured", captured: "200.00", capturable: "0.00" });
    expect(await moneyOf(payer)).toEqual(["800.00", "0.00", "800.00"]);
    expect(Number((await moneyOf(payee))[0]) - Number(before[0])).toBe(200);
    const { transactions, closed_at } = await holdNow(payer, hold);
    expect(transactions.map(({ type }: { type: string }) => type)).toEqual([
      "HOLD",
      "CAPTURE",
      "CAPTURE",
    ]);
    expect(transactions[1].legs).toMatchObject([{ amount: "-150.00" }]);
    expect(closed_at).not.toBe(null);
  });

  it("is captured whole without an amount, and without a body", async () => {
    const hold = await place(payer, payee, { amount: "12.34" });
    const response = await send(payee, `/v1/holds/${hold.id}/captures`);
    expect(await jsonOf(response)).toMatchObject({ amount: "12.34", hold: { state: "captured" } });
  });

  it("is in the currency of its wallets, and a capture has its decimals", async () => {
    await post(payer, "/v1/wallets", { currency: "JPY" });
    const yen = await post(payee, "/v1/wallets", { currency: "JPY" });
    await post(payer, "/v1/deposits", { amount: "500", currency: "JPY" });
    const asked = { amount: "300", currency: "JPY", to_wallet_id: yen.id, expires_in: 60 };
    const { hold } = await jsonOf(send(payer, "/v1/holds", asked));
    expect(hold).toMatchObject({ amount: "300", currency: "JPY" });
    await expectProblem(capture(payee, hold, { amount: "1.5" }), 400, "invalid_amount", "/amount");
    await expectProblem(capture(payee, hold, { amount: "-1" }), 400, "invalid_amount", "/amount");
    expect(await jsonOf(capture(payee, hold, { amount: "299" }))).toMatchObject({ amount: "299" });
    const mismatch = { ...asked, currency: "YEM" };
    await expectProblem(send(payer, "/v1/holds", mismatch), 422, "currency_mismatch");
  });

  it("never gives more than its amount: the refusal is recorded, measured and replayed", async () => {
    const hold = await place(payer, payee);
    await capture(payee, hold, { amount: "300.00", final: false });
    const key = withKey(crypto.randomUUID());
    const body = { amount: "100.01" };
    const problem = await expectProblem(
      capture(payee, hold, body, key),
      422,
      "capture_exceeds_hold",
    );
    expect(problem).toMatchObject({ captured: "300.00", capturable: "100.00" });
    expect(problem.transaction).toMatchObject({ type: "CAPTURE", status: "failed", legs: [] });
    const again = await capture(payee, hold, body, key);
    expect(again.headers.get("Idempotency-Replayed")).toBe("true");
    expect((await jsonOf(again)).transaction).toEqual(problem.transaction);
    expect(
      idsOf((await read(payee, "/v1/transactions?status=failed&type=CAPTURE")).data),
    ).toContain(problem.transaction.id);
    expect(await holdNow(payer, hold)).toMatchObject({ state: "open", captured: "300.00" });
  });

  it("is voided by its payee, or by its payer where it says so", async () => {
    const [strict, loose] = [
      await place(payer, payee, { amount: "10.00" }),
      await place(payer, payee, { amount: "10.00", payer_can_void: true }),
    ];
    const refused = await expectProblem(voidHold(payer, strict), 403, "void_not_allowed");
    expect(refused.transaction).toMatchObject({ type: "RELEASE", status: "failed" });
    expect((await jsonOf(voidHold(payer, loose))).hold).toMatchObject({
      state: "voided",
      role: "payer",
      payer_can_void: true,
    });
    expect(await jsonOf(voidHold(payee, strict))).toMatchObject({
      type: "RELEASE",
      amount: "10.00",
      legs: [],
      hold: { state: "voided", role: "payee", capturable: "0.00" },
    });
    expect(await moneyOf(payer)).toEqual(["1000.00", "0.00", "1000.00"]);
  });

  it("is raised to a new total and extended, by its payer only and recorded each time", async () => {
    const hold = await place(payer, payee);
    await capture(payee, hold, { amount: "100.00", final: false });
    const raised = await jsonOf(amend(payer, hold, { amount: "500.00", expires_in: 7_200 }));
    expect(raised).toMatchObject({
      type: "AMENDMENT",
      amount: "500.00",
      legs: [],
      hold: { amount: "500.00", captured: "100.00", capturable: "400.00" },
    });
    expect(Date.parse(raised.hold.expires_at)).toBeGreaterThan(Date.parse(hold.expires_at));
    expect(await moneyOf(payer)).toEqual(["900.00", "400.00", "500.00"]);
    await expectProblem(amend(payer, hold, { amount: "500.00" }), 422, "hold_not_higher");
    await expectProblem(amend(payer, hold, { expires_in: 3_600 }), 422, "hold_not_later");
    await expectProblem(amend(payer, hold, { amount: "1000.01" }), 422, "insufficient_funds");
    await expectProblem(amend(payee, hold, { amount: "600.00" }), 404, "wallet_not_found");
    await expectProblem(amend(payer, hold, {}), 400, "invalid_request");
    const { transactions } = await holdNow(payee, hold);
    expect(transactions.map(({ type }: { type: string }) => type)).toEqual([
      "HOLD",
      "CAPTURE",
      "AMENDMENT",
    ]);
  });

  it("ends once: after each end state every further act fails with the name of that state", async () => {
    const ended = {
      hold_captured: await place(payer, payee, { amount: "1.00", payer_can_void: true }),
      hold_voided: await place(payer, payee, { amount: "1.00", payer_can_void: true }),
      hold_expired: await place(payer, payee, { amount: "1.00", payer_can_void: true }),
    };
    await capture(payee, ended.hold_captured);
    await voidHold(payee, ended.hold_voided);
    await expireIn(ended.hold_expired, -1);
    for (const [code, hold] of Object.entries(ended)) {
      const state = code.slice("hold_".length);
      const before = await holdNow(payee, hold);
      expect(before).toMatchObject({ state, capturable: "0.00" });
      expect(before.closed_at).not.toBe(null);
      await expectProblem(capture(payee, hold), 409, code);
      await expectProblem(voidHold(payee, hold), 409, code);
      await expectProblem(voidHold(payer, hold), 409, code);
      await expectProblem(amend(payer, hold, { amount: "2.00" }), 409, code);
      expect(await holdNow(payee, hold)).toEqual(before);
    }
  });
});

describe("a request about a hold", () => {
  it("is judged at the edges of expires_in", async () => {
    const asked = { amount: "1.00", to_phone: payee.phone };
    for (const seconds of [HOLD_SECONDS_MIN, HOLD_SECONDS_MAX]) {
      expect((await send(payer, "/v1/holds", { ...asked, expires_in: seconds })).status).toBe(201);
    }
    for (const expires_in of [HOLD_SECONDS_MIN - 1, HOLD_SECONDS_MAX + 1, 60.5, "60", -60, null]) {
      const refused = send(payer, "/v1/holds", { ...asked, expires_in });
      await expectProblem(refused, 400, "invalid_request", "/expires_in");
    }
    await expectProblem(send(payer, "/v1/holds", asked), 400, "invalid_request", "/expires_in");
  });

  it("needs one recipient, another wallet and a known field", async () => {
    const asked = { amount: "1.00", expires_in: 60 };
    await expectProblem(send(payer, "/v1/holds", asked), 400, "invalid_request");
    const twice = { ...asked, to_phone: payee.phone, to_wallet_id: payee.wallet.id };
    await expectProblem(send(payer, "/v1/holds", twice), 400, "invalid_request", "/to_phone");
    const own = { ...asked, to_wallet_id: payer.wallet.id };
    await expectProblem(send(payer, "/v1/holds", own), 422, "same_wallet");
    const foreign = { ...asked, from_wallet_id: payee.wallet.id, to_phone: payee.phone };
    await expectProblem(send(payer, "/v1/holds", foreign), 404, "wallet_not_found");
    const unknown = { ...asked, to_phone: newPhone() };
    await expectProblem(send(payer, "/v1/holds", unknown), 404, "recipient_not_found");
    const coloured = { ...asked, to_phone: payee.phone, colour: "red" };
    await expectProblem(send(payer, "/v1/holds", coloured), 400, "invalid_request", "/colour");
    const hold = await place(payer, payee);
    const odd = send(payee, `/v1/holds/${hold.id}/void`, { amount: "1.00" });
    await expectProblem(odd, 400, "invalid_request", "/amount");
  });

  it("of anybody else finds no hold", async () => {
    const hold = await place(payer, payee);
    for (const one of [hold, { id: "hld_01kazv5q0vfvtrx6r2n1p3b4c5" }]) {
      await expectProblem(get(other, `/v1/holds/${one.id}`), 404, "hold_not_found");
      await expectProblem(capture(other, one), 404, "hold_not_found");
      await expectProblem(voidHold(other, one), 404, "hold_not_found");
      await expectProblem(amend(other, one, { amount: "900.00" }), 404, "hold_not_found");
    }
    await expectProblem(capture(payer, hold), 404, "wallet_not_found");
    await expectProblem(get(payer, "/v1/holds/hld_1"), 400, "invalid_request", "/id");
    expect(await holdNow(payer, hold)).toMatchObject({ state: "open", captured: "0.00" });
  });

  it("with the same key has the first answer, also after the hold has changed", async () => {
    const [placing, capturing, voiding, raising] = Array.from({ length: 4 }, () =>
      withKey(crypto.randomUUID()),
    );
    const asked = { amount: "40.00", to_phone: payee.phone, expires_in: 3_600 };
    const twice = async (request: () => Promise<Response>) => {
      const [first, second] = [await request(), await request()];
      expect([first.status, second.status]).toEqual([201, 201]);
      expect(second.headers.get("Idempotency-Replayed")).toBe("true");
      const [{ hold, ...one }, { hold: _, ...other }] = [await jsonOf(first), await jsonOf(second)];
      expect(other).toEqual(one);
      return hold;
    };
    const hold = await twice(() => send(payer, "/v1/holds", asked, placing));
    await twice(() => capture(payee, hold, { amount: "10.00", final: false }, capturing));
    await twice(() => amend(payer, hold, { amount: "50.00" }, raising));
    await twice(() => voidHold(payee, hold, voiding));
    // The hold has ended since.
    const late = await send(payer, "/v1/holds", asked, placing);
    expect((await jsonOf(late)).hold).toMatchObject({ state: "voided", captured: "10.00" });
    const rest = await place(payer, payee, { amount: "5.00" });
    const restKey = withKey(crypto.randomUUID());
    await twice(() => capture(payee, rest, {}, restKey));
    expect(await moneyOf(payer)).toEqual(["985.00", "0.00", "985.00"]);
    const other = send(payer, "/v1/holds", { ...asked, expires_in: 3_601 }, placing);
    await expectProblem(other, 422, "idempotency_key_reused");
    const final = capture(payee, hold, { amount: "10.00" }, capturing);
    await expectProblem(final, 422, "idempotency_key_reused");
  });

  it("as a dry run answers what it would do, and changes nothing", async () => {
    const hold = await place(payer, payee);
    const [money, before] = [await moneyOf(payer), await holdNow(payer, hold)];
    const asked = { amount: "40.00", to_phone: payee.phone, expires_in: 60 };
    const dry = await send(payer, "/v1/holds", asked, DRY_RUN);
    expect([dry.status, dry.headers.get("Preference-Applied")]).toEqual([200, "dry-run"]);
    const preview = await jsonOf(dry);
    expect(preview).toMatchObject({ type: "HOLD", hold: { state: "open", amount: "40.00" } });
    expect(preview.hold).not.toHaveProperty("id");
    expect(await jsonOf(capture(payee, hold, { amount: "1.00" }, DRY_RUN))).toMatchObject({
      type: "CAPTURE",
      hold: { state: "captured", captured: "1.00" },
    });
    expect(await jsonOf(voidHold(payee, hold, DRY_RUN))).toMatchObject({
      hold: { state: "voided" },
    });
    expect(await jsonOf(amend(payer, hold, { amount: "401.00" }, DRY_RUN))).toMatchObject({
      hold: { amount: "401.00" },
    });
    const tooMuch = await expectProblem(
      capture(payee, hold, { amount: "400.01" }, DRY_RUN),
      422,
      "capture_exceeds_hold",
    );
    expect(tooMuch).toMatchObject({ capturable: "400.00", preview: { status: "failed" } });
    expect([await moneyOf(payer), await holdNow(payer, hold)]).toEqual([money, before]);
    expect((await read(payer, "/v1/holds?state=open")).data).toHaveLength(1);
  });

  it("needs a step-up as a payment of the amount would, and a raise by its new total", async () => {
    const rich = await funded();
    await post(rich, "/v1/deposits", { amount: "3000000.00" });
    const hold = await place(rich, payee);
    await enrolTotp(rich);
    await ageStepUp(rich, null);
    const large = { amount: "2000000.00", to_phone: payee.phone, expires_in: 60 };
    await expectProblem(send(rich, "/v1/holds", large), 403, "step_up_required");
    await expectProblem(amend(rich, hold, { amount: "2000000.00" }), 403, "step_up_required");
    expect((await amend(rich, hold, { expires_in: 7_200 })).status).toBe(201);
    await ageStepUp(rich, 0);
    expect((await amend(rich, hold, { amount: "2000000.00" })).status).toBe(201);
    await voidHold(payee, hold);
  });

  it("beyond the open holds that a wallet may have is refused, and accepted again after a void", async () => {
    const [many, one] = [await funded(), { amount: "0.01", to_phone: payee.phone, expires_in: 60 }];
    const answers = await Promise.all(
      Array.from({ length: OPEN_HOLDS_PER_WALLET_MAX + 2 }, () => send(many, "/v1/holds", one)),
    );
    const codes = await Promise.all(
      answers.filter(({ status }) => status !== 201).map(async (one) => (await jsonOf(one)).code),
    );
    expect(codes).toEqual(["hold_limit_reached", "hold_limit_reached"]);
    const [first] = (await read(many, "/v1/holds?limit=1")).data;
    await voidHold(payee, first);
    expect((await send(many, "/v1/holds", one)).status).toBe(201);
    await expectProblem(send(many, "/v1/holds", one), 409, "hold_limit_reached");
    await query(sql`UPDATE holds SET created_at = now() - interval '2 days',
      expires_at = now() - interval '1 day' WHERE from_wallet_id = ${idOf("wal", many.wallet.id)}`);
    expect((await send(many, "/v1/holds", one)).status).toBe(201);
  });
});

describe("GET /v1/holds", () => {
  it("lists both roles by state, role and wallet, in pages, and nobody else's", async () => {
    const [a, b, c] = [
      await place(payer, payee, { amount: "1.00" }),
      await place(payee, payer, { amount: "1.00", payer_can_void: true }),
      await place(payer, payee, { amount: "1.00" }),
    ];
    await expireIn(c, -1);
    const ids = async (filter: string) => idsOf((await read(payer, `/v1/holds?${filter}`)).data);
    expect((await ids("")).slice(0, 3)).toEqual([c.id, b.id, a.id]);
    expect(await ids("state=open")).toEqual([b.id, a.id]);
    expect(await ids("state=open&role=payer")).toEqual([a.id]);
    expect(await ids("state=open&role=payee")).toEqual([b.id]);
    expect((await ids("state=expired"))[0]).toBe(c.id);
    expect((await ids(`wallet_id=${payer.wallet.id}`)).slice(0, 3)).toEqual([c.id, b.id, a.id]);
    const first = await read(payer, "/v1/holds?limit=1");
    expect(idsOf(first.data)).toEqual([c.id]);
    const second = await read(payer, `/v1/holds?limit=1&cursor=${first.next_cursor}`);
    expect(idsOf(second.data)).toEqual([b.id]);
    const otherFilter = get(payer, `/v1/holds?role=payer&cursor=${first.next_cursor}`);
    await expectProblem(otherFilter, 400, "invalid_request", "/cursor");
    const foreign = get(other, `/v1/holds?wallet_id=${payer.wallet.id}`);
    await expectProblem(foreign, 404, "wallet_not_found");
    expect((await read(other, "/v1/holds")).data).toEqual([]);
    await voidHold(payee, b);
  });

  it("shows a hold between two wallets of one person once, as its payer", async () => {
    const savings = await post(other, "/v1/wallets", { currency: "YEM", label: "Savings" });
    const own = await place(other, other, { to_phone: undefined, to_wallet_id: savings.id });
    expect((await read(other, "/v1/holds")).data).toMatchObject([{ id: own.id, role: "payer" }]);
    const asPayee = await read(other, `/v1/holds?wallet_id=${savings.id}&role=payee`);
    expect(asPayee.data).toMatchObject([{ id: own.id, role: "payee" }]);
    expect(await jsonOf(capture(other, own))).toMatchObject({
      legs: [{ amount: "-400.00" }, { amount: "400.00" }],
    });
  });
});

describe("an open hold", () => {
  it("keeps its payer's account open, and after its payee's is closed its payer may void it", async () => {
    const [leaving, gone] = [await funded(), await registerPerson()];
    const hold = await place(leaving, gone);
    await send(leaving, "/v1/withdrawals", { amount: "600.00" });
    const closing = { password: leaving.password };
    await expectProblem(send(leaving, "/v1/users/me/delete", closing), 409, "balance_not_zero");
    expect((await send(gone, "/v1/users/me/delete", { password: gone.password })).status).toBe(204);
    expect((await jsonOf(voidHold(leaving, hold))).hold).toMatchObject({ state: "voided" });
  });

  it("is captured although its payer is suspended, and not by a suspended payee", async () => {
    const [risky, other] = [await funded(), await registerPerson()];
    const [hold, second] = [await place(risky, other), await place(risky, other)];
    await suspend(risky.user.id);
    await expectProblem(amend(risky, hold, { amount: "500.00" }), 403, "account_suspended");
    expect((await capture(other, hold)).status).toBe(201);
    await suspend(other.user.id);
    await expectProblem(capture(other, second), 403, "account_suspended");
    await expectProblem(voidHold(other, second), 403, "account_suspended");
  });

  it("waits while its payer's wallet is frozen, and can be voided meanwhile", async () => {
    const [risky, other] = [await funded(), await registerPerson()];
    const [hold, second] = [await place(risky, other), await place(risky, other)];
    const setStatus = (status: string, reason: string | null) =>
      query(sql`UPDATE wallets SET status = ${status}, freeze_reason = ${reason}
        WHERE id = ${idOf("wal", risky.wallet.id)}`);
    await setStatus("frozen", "suspected_takeover");
    const waiting = await expectProblem(capture(other, hold), 409, "payer_unavailable");
    expect(JSON.stringify(waiting)).not.toContain("frozen");
    await expectProblem(amend(risky, hold, { expires_in: 7_200 }), 409, "wallet_frozen");
    expect((await voidHold(other, second)).status).toBe(201);
    await setStatus("active", null);
    expect((await capture(other, hold)).status).toBe(201);
  });
});
