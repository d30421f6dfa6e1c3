import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { connectHttp } from "../../src/db/connect.ts";
import {
  ADJUSTMENT_THRESHOLDS_MAX,
  ADJUSTMENT_THRESHOLDS_PER_DAY,
  TICKET_LENGTH_MAX,
} from "../../src/domain/bounds.ts";
import { readConfig } from "../../src/env.ts";
import { auditEvents, idOf, query } from "../database.ts";
import { ageStepUp } from "../factors.ts";
import {
  dataOf,
  decisionOf,
  pendingDeposit,
  provided,
  sendEvent,
  stubProvider,
} from "../funding-provider.ts";
import { api, jsonOf, type Person, registerPerson } from "../people.ts";
import { proveLedger } from "../prove-ledger.ts";
import { act, registerOperator } from "./operator.ts";

let maker: Person;
let checker: Person;
let amina: Person;

beforeAll(async () => {
  maker = await registerOperator("admin");
  checker = await registerOperator("admin");
  amina = await registerPerson("Amina Saleh");
});
afterEach(async () => {
  vi.restoreAllMocks();
  await proveLedger(connectHttp(readConfig(env)));
});

const CREDIT = { direction: "credit", amount: "50.00", reason: "goodwill", ticket: "CASE-1" };
let nextTicket = 0;
/** A proposal of its own: the same one again would be the same proposal. */
const credit = (change: object = {}) => ({ ...CREDIT, ticket: `T-${nextTicket++}`, ...change });

const propose = (body: object, operator = maker, person = amina) =>
  act(operator, "POST", `/wallets/${person.wallet.id}/adjustments`, body);
const decide = (verb: "approve" | "reject", id: string, operator = checker) =>
  act(operator, "POST", `/money-proposals/${id}/${verb}`);
const codeOf = async (answer: Promise<Response>) => (await jsonOf(answer)).code;
const proposed = async (change: object = {}, operator = maker) =>
  jsonOf(propose(credit(change), operator));
const balanceOf = async ({ accessToken: token, wallet }: Person) =>
  Number((await jsonOf(api("GET", `/v1/wallets/${wallet.id}`, { token }))).balance);
const eventTypes = async ({ user }: Person) =>
  (await auditEvents(user.id)).map(({ type }) => type).filter((type) => /^adjust/.test(type));

describe("an adjustment", () => {
  it("moves money when a second admin approves it, and is in the person's history", async () => {
    const before = await balanceOf(amina);
    const answer = await propose(CREDIT);
    expect(answer.status).toBe(202);
    const proposal = await jsonOf(answer);
    expect(proposal).toMatchObject({
      kind: "adjustment",
      user_id: amina.user.id,
      wallet_id: amina.wallet.id,
      amount: "50.00",
      direction: "credit",
      reason: "goodwill",
      ticket: "CASE-1",
      proposed_by: maker.user.id,
    });
    expect(await balanceOf(amina)).toBe(before);
    const { data } = await jsonOf(act(checker, "GET", "/money-proposals?limit=200"));
    expect(data).toContainEqual(proposal);
    const approved = await jsonOf(decide("approve", proposal.id));
    expect(approved).toMatchObject({ id: proposal.id, transaction_id: expect.any(String) });
    expect(await balanceOf(amina)).toBe(before + 50);
    const token = amina.accessToken;
    const history = await jsonOf(api("GET", "/v1/transactions?type=ADJUSTMENT", { token }));
    expect(history.data).toMatchObject([
      { id: approved.transaction_id, amount: "50.00", to_wallet: amina.wallet.id, legs: [{}] },
    ]);
    const entries = await jsonOf(api("GET", `/v1/wallets/${amina.wallet.id}/entries`, { token }));
    expect(entries.data[0]).toMatchObject({ type: "ADJUSTMENT", amount: "50.00" });
    expect(await eventTypes(amina)).toEqual(["adjustment_proposed", "adjustment_made"]);
    expect((await auditEvents(amina.user.id)).at(-1)?.details).toMatchObject({
      proposal: proposal.id,
      proposed_by: maker.user.id,
      direction: "credit",
      amount_minor: "5000",
    });
    expect(await codeOf(decide("approve", proposal.id))).toBe("proposal_not_found");
    expect(await codeOf(decide("reject", proposal.id))).toBe("proposal_not_found");
  });

  it("is decided once by many at once, and posts it once", async () => {
    const before = await balanceOf(amina);
    const { id } = await proposed();
    const third = await registerOperator("admin");
    const answers = await Promise.all([
      decide("approve", id),
      decide("approve", id),
      decide("approve", id, third),
      decide("reject", id, third),
    ]);
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200 || status === 204)).toHaveLength(1);
    expect(statuses.filter((status) => status === 404)).toHaveLength(3);
    expect(await balanceOf(amina)).toBe(before + (statuses.includes(200) ? 50 : 0));
  });

  it("needs two admins, each with a fresh second factor, and neither for themselves", async () => {
    const { id } = await proposed();
    expect(await codeOf(decide("approve", id, maker))).toBe("other_operator_required");
    expect(await codeOf(propose(credit(), maker, maker))).toBe("own_account");
    const other = await jsonOf(propose(credit(), maker, checker));
    expect(await codeOf(decide("approve", other.id, checker))).toBe("own_account");
    expect(await codeOf(decide("reject", other.id, checker))).toBe("own_account");
    expect((await decide("reject", other.id, maker)).status).toBe(204);
    const support = await registerOperator("support");
    expect(await codeOf(propose(credit(), support))).toBe("role_required");
    expect(await codeOf(decide("approve", id, support))).toBe("role_required");
    await ageStepUp(checker, 3_600);
    expect(await codeOf(decide("approve", id))).toBe("step_up_required");
    expect(await codeOf(decide("reject", id))).toBe("step_up_required");
    await ageStepUp(checker, 0);
    expect((await decide("reject", id)).status).toBe(204);
    expect((await eventTypes(amina)).at(-1)).toBe("adjustment_rejected");
  });

  it("ends when its time has passed, or when its proposer is no admin any more", async () => {
    const { id } = await proposed();
    await query(sql`UPDATE money_proposals SET expires_at = now() WHERE id = ${idOf("prp", id)}`);
    expect(await codeOf(decide("approve", id))).toBe("proposal_not_found");
    const leaving = await registerOperator("admin");
    const theirs = await proposed({}, leaving);
    await query(sql`UPDATE users SET role = 'support' WHERE id = ${idOf("usr", leaving.user.id)}`);
    expect(await codeOf(decide("approve", theirs.id))).toBe("proposal_not_found");
  });

  it("stays open when the wallet cannot pay, and is never a negative balance", async () => {
    const { id } = await jsonOf(
      propose(credit({ direction: "debit", amount: "900.00", reason: "chargeback" })),
    );
    expect(await codeOf(decide("approve", id))).toBe("insufficient_funds");
    await query(sql`UPDATE wallets SET status = 'frozen', freeze_reason = 'investigation'
      WHERE id = ${idOf("wal", amina.wallet.id)}`);
    expect(await codeOf(decide("approve", id))).toBe("wallet_frozen");
    await query(sql`UPDATE wallets SET status = 'active', freeze_reason = NULL
      WHERE id = ${idOf("wal", amina.wallet.id)}`);
    await api("POST", "/v1/deposits", { token: amina.accessToken, body: { amount: "900.00" } });
    const before = await balanceOf(amina);
    expect((await decide("approve", id)).status).toBe(200);
    expect(await balanceOf(amina)).toBe(before - 900);
  });

  it("is limited, for one and for all that an admin proposes within a day", async () => {
    const admin = await registerOperator("admin");
    const threshold = 100_000n;
    const amountOf = (thresholds: bigint, minor = 0n) => `${thresholds * threshold}.0${minor}`;
    const most = amountOf(ADJUSTMENT_THRESHOLDS_MAX);
    const over = amountOf(ADJUSTMENT_THRESHOLDS_MAX, 1n);
    expect(await codeOf(propose(credit({ amount: over }), admin))).toBe(
      "adjustment_limit_exceeded",
    );
    const rejected = await jsonOf(propose(credit({ amount: most }), admin));
    await decide("reject", rejected.id);
    const times = ADJUSTMENT_THRESHOLDS_PER_DAY / ADJUSTMENT_THRESHOLDS_MAX;
    for (let i = 1n; i < times; i++) {
      expect((await propose(credit({ amount: most }), admin)).status).toBe(202);
    }
    const racing = [0, 1].map(() => propose(credit({ amount: most }), admin));
    const statuses = (await Promise.all(racing)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([202, 422]);
    expect(await codeOf(propose(credit({ amount: "0.01" }), admin))).toBe(
      "adjustment_limit_exceeded",
    );
    expect((await propose(credit({ amount: "0.01" }))).status).toBe(202);
  });

  it("is the same proposal when it is sent twice, and refuses what is no adjustment", async () => {
    const body = credit();
    const ids = await Promise.all([0, 1, 2].map(async () => (await jsonOf(propose(body))).id));
    expect(new Set(ids).size).toBe(1);
    const bad = [
      { ...body, direction: "sideways" },
      { ...body, reason: "because" },
      { ...body, reason: "fraud" },
      { ...body, amount: "-5.00" },
      { ...body, amount: "0.00" },
      { ...body, ticket: "two words" },
      { ...body, ticket: "t".repeat(TICKET_LENGTH_MAX + 1) },
      { ...body, colour: "blue" },
    ];
    for (const one of bad) expect((await propose(one)).status, JSON.stringify(one)).toBe(400);
    expect((await propose({ ...body, ticket: "t".repeat(TICKET_LENGTH_MAX) })).status).toBe(202);
    expect(await codeOf(propose({ ...body, currency: "USD" }))).toBe("currency_mismatch");
    const nobody = { ...amina, wallet: { ...amina.wallet, id: "wal_01kazv5q0vfvtrx6r2n1p3b4c5" } };
    expect(await codeOf(propose(body, maker, nobody))).toBe("wallet_not_found");
  });
});

describe("money in suspense", () => {
  it("is taken back by a debit, when it was paid out and released here", async () => {
    const person = await registerPerson();
    const token = person.accessToken;
    await api("POST", "/v1/deposits", { token, body: { amount: "20.00" } });
    stubProvider(() => 202);
    const made = await jsonOf(
      provided("POST", "/v1/withdrawals", { token, body: { amount: "20.00" } }),
    );
    expect(await decisionOf(sendEvent("payout.failed", dataOf(made)))).toBe("applied");
    const late = await jsonOf(sendEvent("payout.succeeded", dataOf(made)));
    expect(late.reason).toBe("succeeded_after_failure");
    const body = {
      direction: "debit",
      amount: "20.00",
      reason: "provider_error",
      funding_event_id: late.id,
    };
    const { id } = await jsonOf(propose(body, maker, person));
    expect((await decide("approve", id)).status).toBe(200);
    expect(await balanceOf(person)).toBe(0);
    const { data } = await jsonOf(act(checker, "GET", "/funding-events?limit=200"));
    expect(data.map((one: { id: string }) => one.id)).not.toContain(late.id);
  });

  it("is given to its owner once, by an adjustment that names the event", async () => {
    const deposit = await pendingDeposit(amina);
    const payment = { ...dataOf(deposit), amount: "30.00" };
    expect(await decisionOf(sendEvent("deposit.succeeded", payment))).toBe(
      "suspense amount_mismatch",
    );
    const list = async (operator = checker) =>
      (await jsonOf(act(operator, "GET", "/funding-events?limit=200"))).data;
    const waiting = (await list()).find(
      (one: { reference: string }) => one.reference === deposit.reference,
    );
    expect(waiting).toMatchObject({
      reason: "amount_mismatch",
      amount: "30.00",
      user_id: amina.user.id,
      wallet_id: amina.wallet.id,
    });
    const body = credit({
      amount: "30.00",
      reason: "unapplied_funds",
      funding_event_id: waiting.id,
    });
    const [first, second] = [
      await jsonOf(propose(body)),
      await jsonOf(propose({ ...body, ticket: "OTHER" })),
    ];
    const before = await balanceOf(amina);
    const answers = await Promise.all([decide("approve", first.id), decide("approve", second.id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
    expect(await balanceOf(amina)).toBe(before + 30);
    expect((await list()).map(({ id }: { id: string }) => id)).not.toContain(waiting.id);
    expect(await codeOf(propose({ ...body, ticket: "THIRD" }))).toBe("funding_event_not_found");
    const support = await registerOperator("support");
    expect(await list(support)).toBeInstanceOf(Array);
    expect((await act(amina, "GET", "/funding-events")).status).toBe(403);
  });
});
