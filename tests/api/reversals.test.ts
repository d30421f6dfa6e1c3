import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { connectHttp } from "../../src/db/connect.ts";
import { readConfig } from "../../src/env.ts";
import { auditEvents, idOf, query } from "../database.ts";
import { ageStepUp } from "../factors.ts";
import { messagesTo, waitForMessages } from "../messages.ts";
import { api, jsonOf, type Person, registerPerson, verify } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { proveLedger } from "../prove-ledger.ts";
import { list, post, read } from "./as-person.ts";
import { act, registerOperator } from "./operator.ts";

afterEach(() => proveLedger(connectHttp(readConfig(env))));

let maker: Person;
let checker: Person;
let payer: Person;
let receiver: Person;
beforeAll(async () => {
  [maker, checker] = [await registerOperator("admin"), await registerOperator("admin")];
  [payer, receiver] = [await registerPerson("The payer"), await registerPerson("The receiver")];
  await Promise.all([verify(payer, "phone"), verify(receiver, "phone")]);
  await post(payer, "/v1/deposits", { amount: "9000.00" });
});

const pay = async (amount: string, to = receiver, from = payer): Promise<string> =>
  (await post(from, "/v1/transfers", { amount, to_wallet_id: to.wallet.id })).id;
/** Leaves the receiver with this much. */
async function leave(amount: string, person = receiver) {
  const spare = (Number(await balanceOf(person)) - Number(amount)).toFixed(2);
  if (Number(spare) > 0) await post(person, "/v1/withdrawals", { amount: spare });
  if (Number(spare) < 0) await post(person, "/v1/deposits", { amount: spare.slice(1) });
}
const BODY = { reason: "mistaken_payment", shortfall: "refuse" };
const propose = (id: string, change: object = {}, operator = maker) =>
  act(operator, "POST", `/transactions/${id}/reversals`, { ...BODY, ...change });
const approve = (proposalId: string, operator = checker) =>
  act(operator, "POST", `/money-proposals/${proposalId}/approve`);
const proposed = async (...given: Parameters<typeof propose>) => {
  const answer = await propose(...given);
  expect(answer.status).toBe(202);
  return jsonOf(answer);
};
/** Proposes and approves; resolves to the id of the reversal. */
async function reversed(id: string, change: object = {}): Promise<string> {
  const answer = await approve((await proposed(id, change)).id);
  expect(answer.status).toBe(200);
  return (await jsonOf(answer)).transaction_id;
}
const refund = (id: string, body: object = {}, person = receiver) =>
  api("POST", `/v1/transactions/${id}/refunds`, { token: person.accessToken, body });
const balanceOf = async (person: Person): Promise<string> =>
  (await read(person, `/v1/wallets/${person.wallet.id}`)).balance;
const refundsOf = async (id: string, person = payer) =>
  (await read(person, `/v1/transactions/${id}`)).refunds;
const setStatus = (person: Person, status: "active" | "frozen") =>
  query(sql`UPDATE wallets SET status = ${status},
    freeze_reason = ${status === "frozen" ? "investigation" : null}
    WHERE id = ${idOf("wal", person.wallet.id)}`);
/** What the service lost in rials, in minor units. */
async function lossMinor(): Promise<bigint> {
  const [row] = await query<{ lost: string }>(sql`
    SELECT coalesce(-sum(e.amount), 0)::text AS lost FROM entries e JOIN wallets w ON w.id = e.wallet_id
    WHERE w.system_purpose = 'loss' AND w.currency = 'YEM'`);
  return BigInt(row?.lost ?? 0);
}

describe("a reversal", () => {
  it("undoes a payment when a second admin approves it, on both histories, and tells both", async () => {
    const id = await pay("120.00");
    await leave("500.00");
    const [before, sent] = [
      await balanceOf(payer),
      [(await messagesTo(payer.phone)).length, (await messagesTo(receiver.phone)).length],
    ];
    const proposal = await proposed(id, { ticket: "CASE-7" });
    expect(proposal).toMatchObject({
      kind: "reversal",
      user_id: receiver.user.id,
      wallet_id: receiver.wallet.id,
      amount: "120.00",
      currency: "YEM",
      reverses: id,
      shortfall: "refuse",
      reason: "mistaken_payment",
      ticket: "CASE-7",
      direction: null,
    });
    expect(await balanceOf(receiver)).toBe("500.00");
    const approved = await jsonOf(approve(proposal.id));
    expect(await balanceOf(receiver)).toBe("380.00");
    expect(Number(await balanceOf(payer))).toBe(Number(before) + 120);
    for (const person of [payer, receiver]) {
      const [last] = await list(person, "type=REVERSAL");
      expect(last).toMatchObject({
        id: approved.transaction_id,
        original_id: id,
        amount: "120.00",
        from_wallet: receiver.wallet.id,
        to_wallet: payer.wallet.id,
      });
      expect(await refundsOf(id, person)).toMatchObject({
        refunded: "120.00",
        refundable: "0.00",
        transaction_ids: [approved.transaction_id],
      });
    }
    const [original] = await list(payer, "type=TRANSFER");
    for (const [i, { phone }] of [payer, receiver].entries()) {
      const messages = await waitForMessages(phone, (sent[i] ?? 0) + 1);
      expect(messages.at(-1)?.text).toContain(original?.reference);
    }
    const events = (await auditEvents(receiver.user.id)).filter(({ type }) => /^rever/.test(type));
    expect(events.map(({ type }) => type)).toEqual(["reversal_proposed", "reversal_made"]);
    expect(events.at(-1)?.details).toMatchObject({
      reverses: id,
      proposed_by: maker.user.id,
      amount_minor: "12000",
    });
    await expectProblem(approve(proposal.id), 404, "proposal_not_found");
    await expectProblem(propose(id), 422, "not_reversible");
  });

  it("needs two admins with a fresh factor, and neither may be a party of the payment", async () => {
    const id = await pay("2.00");
    const support = await registerOperator("support");
    await expectProblem(propose(id, {}, support), 403, "role_required");
    await expectProblem(propose(id, {}, payer), 403, "role_required");
    const { id: proposal } = await proposed(id);
    await expectProblem(approve(proposal, maker), 403, "other_operator_required");
    await expectProblem(approve(proposal, support), 403, "role_required");
    await ageStepUp(checker, 3_600);
    await expectProblem(approve(proposal), 403, "step_up_required");
    await ageStepUp(checker, 0);
    await post(maker, "/v1/deposits", { amount: "10.00" });
    const paidByMaker = await pay("3.00", receiver, maker);
    const paidToMaker = await pay("3.00", maker);
    for (const own of [paidByMaker, paidToMaker]) {
      await expectProblem(propose(own), 403, "own_account");
      const { id: other } = await proposed(own, {}, checker);
      await expectProblem(approve(other, maker), 403, "own_account");
    }
    expect(await refundsOf(id)).toMatchObject({ refunded: "0.00" });
    const reject = await act(maker, "POST", `/money-proposals/${proposal}/reject`);
    expect(reject.status).toBe(204);
    expect((await auditEvents(receiver.user.id)).map(({ type }) => type)).toContain(
      "reversal_rejected",
    );
  });

  it("is of payments between two people and of deposits only", async () => {
    const deposit = await post(payer, "/v1/deposits", { amount: "5.00" });
    const withdrawal = await post(payer, "/v1/withdrawals", { amount: "1.00" });
    const savings = (await post(payer, "/v1/wallets", { currency: "YEM" })).id;
    const own = await post(payer, "/v1/transfers", { amount: "1.00", to_wallet_id: savings });
    const paid = await pay("4.00");
    const back = await jsonOf(refund(paid, { amount: "1.00" }));
    for (const id of [withdrawal.id, own.id, back.id]) {
      await expectProblem(propose(id), 422, "not_reversible");
    }
    await expectProblem(propose(`txn_${"0".repeat(26)}`), 404, "transaction_not_found");
    for (const change of [{ reason: "revenge" }, { shortfall: "negative" }, { amount: "1.00" }]) {
      await expectProblem(propose(paid, change), 400, "invalid_request");
    }
    const before = await balanceOf(payer);
    const reversal = await reversed(deposit.id);
    expect(Number(await balanceOf(payer))).toBe(Number(before) - 5);
    expect(await read(payer, `/v1/transactions/${reversal}`)).toMatchObject({
      to_wallet: null,
      original_id: deposit.id,
      legs: [{ amount: "-5.00" }],
    });
    expect(await refundsOf(deposit.id)).toMatchObject({ refunded: "5.00", refundable: "0.00" });
  });

  it("gives back only what refunds have left, and a refund only what it has left", async () => {
    const id = await pay("10.00");
    await leave("100.00");
    await refund(id, { amount: "4.00" });
    const proposal = await proposed(id);
    expect(proposal.amount).toBe("6.00");
    // What the second admin would approve is not there any more.
    await refund(id, { amount: "1.00" });
    await expectProblem(approve(proposal.id), 422, "refund_exceeds_original");
    await reversed(id);
    expect(await refundsOf(id)).toMatchObject({ refunded: "10.00" });
    await expectProblem(refund(id), 422, "refund_exceeds_original");
    expect(await balanceOf(receiver)).toBe("90.00");
  });

  it("never gives money back twice in a race with refunds", async () => {
    const id = await pay("10.00");
    await leave("100.00");
    const proposals = [await proposed(id), await proposed(id, { shortfall: "available" })];
    const before = await balanceOf(payer);
    const answers = await Promise.all([
      ...proposals.map((proposal) => approve(proposal.id)),
      ...Array.from({ length: 4 }, () => refund(id)),
    ]);
    const won = answers.filter(({ status }) => status < 300);
    expect(won).toHaveLength(1);
    expect(Number(await balanceOf(payer))).toBe(Number(before) + 10);
    expect(await balanceOf(receiver)).toBe("90.00");
    expect(await refundsOf(id)).toMatchObject({ refunded: "10.00" });
  });
});

describe("a reversal of money that was spent", () => {
  it("is refused by the rule `refuse`, and the proposal stays open", async () => {
    const id = await pay("50.00");
    await leave("49.99");
    const proposal = await proposed(id);
    await expectProblem(approve(proposal.id), 422, "insufficient_funds");
    await leave("50.00");
    expect((await approve(proposal.id)).status).toBe(200);
    expect(await balanceOf(receiver)).toBe("0.00");
  });

  it("takes what is available by the rule `available`, and the rest by another one", async () => {
    const id = await pay("50.00");
    await leave("20.00");
    const first = await reversed(id, { shortfall: "available" });
    expect(await read(payer, `/v1/transactions/${first}`)).toMatchObject({ amount: "20.00" });
    expect(await refundsOf(id)).toMatchObject({ refunded: "20.00", refundable: "30.00" });
    const rest = await proposed(id, { shortfall: "available" });
    expect(rest.amount).toBe("30.00");
    await expectProblem(approve(rest.id), 422, "insufficient_funds");
    await leave("100.00");
    expect((await approve(rest.id)).status).toBe(200);
    expect(await balanceOf(receiver)).toBe("70.00");
    expect(await refundsOf(id)).toMatchObject({ refunded: "50.00" });
  });

  it.each(["15.00", "0.00"])(
    "is paid by the service beyond what is available, %s, by the rule `loss_wallet`",
    async (available) => {
      const id = await pay("50.00");
      await leave(available);
      const [before, lost] = [await balanceOf(payer), await lossMinor()];
      await reversed(id, { shortfall: "loss_wallet", reason: "fraud" });
      expect(Number(await balanceOf(payer))).toBe(Number(before) + 50);
      expect(await balanceOf(receiver)).toBe("0.00");
      expect(await lossMinor()).toBe(lost + 5_000n - BigInt(Number(available) * 100));
    },
  );
});

describe("a reversal between wallets that people cannot use", () => {
  it("works while both are frozen, and leaves the freezes", async () => {
    const id = await pay("30.00");
    await leave("30.00");
    await Promise.all([setStatus(payer, "frozen"), setStatus(receiver, "frozen")]);
    await reversed(id);
    for (const person of [payer, receiver]) {
      expect((await read(person, `/v1/wallets/${person.wallet.id}`)).status).toBe("frozen");
      await setStatus(person, "active");
    }
    expect(await balanceOf(receiver)).toBe("0.00");
  });

  it("is refused when the payer's account is gone", async () => {
    const leaving = await registerPerson("Leaving");
    await post(leaving, "/v1/deposits", { amount: "6.00" });
    const id = await pay("6.00", receiver, leaving);
    const body = { password: leaving.password };
    await api("POST", "/v1/users/me/delete", { token: leaving.accessToken, body });
    await leave("6.00");
    const proposal = await proposed(id);
    await expectProblem(approve(proposal.id), 409, "refund_unavailable");
    expect(await balanceOf(receiver)).toBe("6.00");
  });

  it("is paid by the service alone when the receiver's account is gone", async () => {
    const leaving = await registerPerson("Leaving");
    const id = await pay("7.00", leaving);
    await post(leaving, "/v1/withdrawals", { amount: "7.00" });
    const body = { password: leaving.password };
    await api("POST", "/v1/users/me/delete", { token: leaving.accessToken, body });
    const before = await balanceOf(payer);
    await expectProblem(
      approve((await proposed(id, { shortfall: "available" })).id),
      422,
      "insufficient_funds",
    );
    await reversed(id, { shortfall: "loss_wallet" });
    expect(Number(await balanceOf(payer))).toBe(Number(before) + 7);
  });
});
