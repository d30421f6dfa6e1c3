import "../browser.ts";
import {
  createClient,
  type Intent,
  type IntentStore,
  memoryIntentStore,
  money,
  openIntent,
} from "@mahfaza/client";
import { describe, expect, it } from "vitest";
import { answerOf } from "../../../../../console/src/api/answer.ts";
import { FormPayment } from "../../../../../console/src/pay/form-payment.ts";
import type { PaymentState } from "../../../../../console/src/pay/payment-state.ts";
import {
  FORGOTTEN_AFTER_MS,
  RESUMED_WITHIN_MS,
} from "../../../../../console/src/pay/unfinished.ts";

const NOW = Date.parse("2026-11-28T10:00:00.000Z");
const NAME = "usr_1:send";

const bodyOf = (amount: string) => ({
  to_phone: "770000001",
  amount: money(amount, "YEM"),
  currency: "YEM",
});
type Body = ReturnType<typeof bodyOf>;

interface Sent {
  readonly key: string | null;
  readonly amount: string;
}

/** A service behind the real client: its answers one after the other, then a success. */
function service(...answers: (() => Promise<Response> | Response)[]) {
  const sent: Sent[] = [];
  const client = createClient({
    baseUrl: "https://wallet.example",
    retry: { attemptsMax: 1 },
    fetch: async (input) => {
      const request = input as Request;
      const { amount } = (await request.json()) as Sent;
      sent.push({ key: request.headers.get("Idempotency-Key"), amount });
      return (answers.shift() ?? made)();
    },
  });
  return { client, sent };
}

const json = (status: number, type: string, body: object) =>
  new Response(JSON.stringify(body), { status, headers: { "Content-Type": type } });
const made = () => json(201, "application/json", { id: "txn_1" });
const problem = (status: number, code: string) => () =>
  json(status, "application/problem+json", { type: "", title: "", status, code, request_id: "r" });
const lost = () => Promise.reject(new TypeError("the connection broke"));

/** A form of one tab: what it showed, and the transactions that it was told of. */
function form({ client }: ReturnType<typeof service>, store: IntentStore, now = NOW) {
  const shown: PaymentState<Body, object>[] = [];
  const done: object[] = [];
  const payment = new FormPayment<Body, object>({
    openIntent: () => openIntent({ name: NAME, store }),
    send: (body, intent: Intent) => answerOf(client.POST("/v1/transfers", { body, intent })),
    onState: (state) => shown.push(state),
    onAnswer: ({ data }) => data && done.push(data),
    now: () => now,
  });
  return { payment, shown, done, last: () => shown.at(-1) };
}

const keysOf = (sent: readonly Sent[]) => new Set(sent.map(({ key }) => key)).size;

/** A tab that was left after a payment was sent, before its answer came. */
async function leftTab(age: number, body = bodyOf("10.00")): Promise<IntentStore> {
  const store = memoryIntentStore();
  const startedAt = new Date(NOW - age).toISOString();
  await store.set(NAME, { key: "first-key", path: "/v1/transfers", body, startedAt });
  return store;
}

describe("the payment of a form", () => {
  it("is sent, and done", async () => {
    const world = service();
    const { payment, shown, done } = form(world, memoryIntentStore());
    await payment.takeUp();
    await payment.submit(bodyOf("10.00"));
    expect(shown.map(({ kind }) => kind)).toEqual(["sending", "done"]);
    expect(done).toEqual([{ id: "txn_1" }]);
  });

  it("is sent once for a double click", async () => {
    const world = service();
    const { payment, done } = form(world, memoryIntentStore());
    await Promise.all([payment.submit(bodyOf("10.00")), payment.submit(bodyOf("10.00"))]);
    expect(world.sent).toHaveLength(1);
    expect(done).toHaveLength(1);
  });

  it("keeps its key when it is sent again after an answer that judged nothing", async () => {
    const world = service(problem(503, "service_busy"), problem(429, "rate_limited"));
    const { payment, last } = form(world, memoryIntentStore());
    await payment.submit(bodyOf("10.00"));
    await payment.again();
    await payment.again();
    expect(keysOf(world.sent)).toBe(1);
    expect(last()).toMatchObject({ kind: "done" });
  });

  it("is unknown after a lost answer, cannot be left, and ends with the same key", async () => {
    const world = service(lost);
    const { payment, last } = form(world, memoryIntentStore());
    await payment.submit(bodyOf("10.00"));
    expect(last()).toMatchObject({ kind: "failed", isUnfinished: true });
    payment.reset();
    expect(last()).toMatchObject({ kind: "failed", isUnfinished: true });
    await payment.again();
    expect(last()).toMatchObject({ kind: "done" });
    expect(keysOf(world.sent)).toBe(1);
  });

  it("comes before another one that is sent while it has no outcome", async () => {
    const world = service(lost);
    const { payment, last } = form(world, memoryIntentStore());
    await payment.submit(bodyOf("10.00"));
    await payment.submit(bodyOf("20.00"));
    expect(last()).toMatchObject({ kind: "failed", body: bodyOf("10.00"), isUnfinished: true });
    expect(world.sent.map(({ amount }) => amount)).toEqual(["10.00"]);
  });

  it("is not sent, and waits for nothing, when the tab cannot keep it", async () => {
    const world = service();
    const full = { ...memoryIntentStore(), set: () => Promise.reject(new Error("quota")) };
    const { payment, last } = form(world, full);
    await expect(payment.submit(bodyOf("10.00"))).rejects.toThrow("quota");
    expect(last()).toMatchObject({ kind: "failed", isUnfinished: false });
    expect(world.sent).toEqual([]);
  });

  it("has a new key after a refusal, and after a success", async () => {
    const world = service(problem(422, "insufficient_funds"));
    const { payment, last } = form(world, memoryIntentStore());
    await payment.submit(bodyOf("90.00"));
    expect(last()).toMatchObject({ kind: "failed", isUnfinished: false });
    payment.reset();
    expect(last()).toEqual({ kind: "open" });
    await payment.submit(bodyOf("10.00"));
    await payment.submit(bodyOf("10.00"));
    expect(keysOf(world.sent)).toBe(3);
  });
});

describe("a payment that was sent before a reload", () => {
  it("is asked for by itself while it is fresh, with its key", async () => {
    const world = service();
    const { payment, shown, done } = form(world, await leftTab(RESUMED_WITHIN_MS));
    await payment.takeUp();
    expect(shown[0]).toMatchObject({ kind: "sending", isResumed: true });
    expect(world.sent).toEqual([{ key: "first-key", amount: "10.00" }]);
    expect(done).toHaveLength(1);
  });

  it("waits for the person later", async () => {
    const world = service();
    const { payment, last } = form(world, await leftTab(RESUMED_WITHIN_MS + 1));
    await payment.takeUp();
    expect(last()).toMatchObject({ kind: "failed", body: bodyOf("10.00"), isUnfinished: true });
    expect(world.sent).toEqual([]);
    await payment.again();
    expect(world.sent).toEqual([{ key: "first-key", amount: "10.00" }]);
  });

  it("is forgotten after a month, and the next one is sent with a key of its own", async () => {
    const world = service();
    const { payment, shown } = form(world, await leftTab(FORGOTTEN_AFTER_MS + 1));
    await payment.takeUp();
    expect(shown).toEqual([]);
    await payment.submit(bodyOf("20.00"));
    expect(shown.map(({ kind }) => kind)).toEqual(["sending", "done"]);
    expect(world.sent[0]?.key).not.toBe("first-key");
  });

  it("comes before one that is sent before it was found", async () => {
    const world = service();
    const { payment, last } = form(world, await leftTab(RESUMED_WITHIN_MS));
    await Promise.all([payment.takeUp(), payment.submit(bodyOf("20.00"))]);
    expect(last()).toMatchObject({ kind: "failed", body: bodyOf("10.00"), isUnfinished: true });
    expect(world.sent).toEqual([]);
  });
});
