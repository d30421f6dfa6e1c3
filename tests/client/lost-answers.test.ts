import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { describe, expect, it } from "vitest";
import {
  ConnectionError,
  createClient,
  memoryIntentStore,
  money,
  openIntent,
  tokenSession,
  webIntentStore,
} from "../../packages/client/src/index.ts";
import { type Fault, useFaultyProxy } from "./faulty-proxy.ts";
import { type Member, registerMember, transfersOf, useService } from "./service.ts";

const service = useService();
const proxy = useFaultyProxy(() => service.url);

const TRANSFER = "POST /v1/transfers";
const QUICK = { baseMs: 1 };

/** A client of the member through the proxy. */
function throughProxy({ store, fetch }: Member, options = {}) {
  const baseUrl = proxy.url;
  const session = tokenSession({ baseUrl, store, fetch });
  return createClient({ baseUrl, session, fetch, retry: QUICK, ...options });
}

const problem = (
  code: string,
  status: number,
  headers = {},
): Fault & { kind: "answer_instead" } => ({
  kind: "answer_instead",
  by: {
    status,
    headers: { "content-type": "application/problem+json", ...headers },
    body: JSON.stringify({ type: "x", title: "x", status, code, request_id: randomUUID() }),
  },
});

const tenRials = (to_phone: string) => ({
  amount: money("10.00", "YEM"),
  currency: "YEM",
  to_phone,
});

/** Two members; the first pays the second through the proxy with these faults. */
async function payThrough(faults: Fault[], options = {}) {
  const [payer, payee] = [await registerMember(service.url), await registerMember(service.url)];
  const client = throughProxy(payer, options);
  proxy.plan(TRANSFER, ...faults);
  const intent = await openIntent({ name: "pay", store: memoryIntentStore() });
  const body = tenRials(payee.phone);
  return { payer, client, intent, body, pay: () => client.POST("/v1/transfers", { body, intent }) };
}

/** An address where nothing listens. */
async function closedPort(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return `http://127.0.0.1:${port}`;
}

const keysSeen = () => [...new Set(proxy.seen.map(({ headers }) => headers["idempotency-key"]))];

describe("a payment whose answer is lost after the commit", () => {
  it.each<Fault["kind"]>(["lose_answer", "cut_answer"])("is one payment (%s)", async (kind) => {
    const { payer, intent, pay } = await payThrough([{ kind } as Fault]);
    const { data, response } = await pay();
    expect(response.headers.get("Idempotency-Replayed")).toBe("true");
    const transfers = await transfersOf(payer);
    expect(transfers).toMatchObject([{ id: data && "id" in data && data.id, amount: "10.00" }]);
    expect(keysSeen()).toEqual([intent.key]);
    expect(proxy.seen).toHaveLength(2);
    expect(intent.unfinished).toBeNull();
    await service.prove();
  });

  it("is one payment when the answer takes too long", async () => {
    const { payer, intent, pay } = await payThrough([{ kind: "never_answer" }], {
      timeoutMs: 1000,
    });
    const { data } = await pay();
    expect(data).toMatchObject({ status: "success" });
    expect(await transfersOf(payer)).toHaveLength(1);
    expect(keysSeen()).toEqual([intent.key]);
    await service.prove();
  });

  it("is one payment when the service could not tell the outcome", async () => {
    const { by } = problem("outcome_unknown", 503);
    const { payer, intent, pay } = await payThrough([{ kind: "replace_answer", by }]);
    expect((await pay()).data).toMatchObject({ status: "success" });
    expect(await transfersOf(payer)).toHaveLength(1);
    expect(keysSeen()).toEqual([intent.key]);
    await service.prove();
  });

  it("is one payment when a gateway answers in the service's place", async () => {
    const by = { status: 502, headers: { "content-type": "text/html" }, body: "<h1>Bad</h1>" };
    const { payer, pay } = await payThrough([{ kind: "replace_answer", by }]);
    expect((await pay()).data).toMatchObject({ status: "success" });
    expect(await transfersOf(payer)).toHaveLength(1);
    await service.prove();
  });

  it("is one payment without an intent too: the request has a key of its own", async () => {
    const { payer, client, body } = await payThrough([{ kind: "lose_answer" }]);
    const { data } = await client.POST("/v1/transfers", { body });
    expect(data).toMatchObject({ status: "success" });
    expect(await transfersOf(payer)).toHaveLength(1);
    expect(keysSeen()).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/)]);
    await service.prove();
  });
});

describe("a payment whose every answer is lost", () => {
  const lost: Fault[] = Array(3).fill({ kind: "lose_answer" });
  const options = { retry: { ...QUICK, attemptsMax: 3 } };

  it("says that it may have happened, and with which key", async () => {
    const { payer, intent, body, pay } = await payThrough(lost, options);
    const error = await pay().catch((error) => error);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ mayHaveHappened: true, key: intent.key });
    expect(intent.unfinished).toMatchObject({ path: "/v1/transfers", body });
    expect((await pay()).data).toMatchObject({ status: "success" });
    expect(intent.unfinished).toBeNull();
    expect(await transfersOf(payer)).toHaveLength(1);
    await service.prove();
  });

  it("is finished after a reload, with the same key and body, as one payment", async () => {
    const { payer, body, client } = await payThrough(lost, options);
    const text = new Map<string, string>();
    const storage = {
      getItem: (name: string) => text.get(name) ?? null,
      setItem: (name: string, value: string) => void text.set(name, value),
      removeItem: (name: string) => void text.delete(name),
    };
    const before = await openIntent({ name: "pay", store: webIntentStore(storage) });
    await expect(client.POST("/v1/transfers", { body, intent: before })).rejects.toThrow();

    // A new page: nothing is left but the storage.
    const after = await openIntent({ name: "pay", store: webIntentStore(storage) });
    expect(after.key).toBe(before.key);
    const reloaded = throughProxy(payer);
    const unfinished = after.unfinished?.body as typeof body;
    const { data } = await reloaded.POST("/v1/transfers", { body: unfinished, intent: after });
    expect(data).toMatchObject({ status: "success", amount: "10.00" });
    expect(new Set(proxy.seen.map(({ body }) => body))).toEqual(new Set([JSON.stringify(body)]));
    expect(keysSeen()).toEqual([before.key]);
    expect(text.size).toBe(0);
    expect(await transfersOf(payer)).toHaveLength(1);
    await service.prove();
  });

  it("is never sent again with another body under the key", async () => {
    const { client, intent, body, pay } = await payThrough(lost, options);
    await expect(pay()).rejects.toThrow(ConnectionError);
    const other = { ...body, amount: money("11.00", "YEM") };
    const changed = client.POST("/v1/transfers", { body: other, intent });
    await expect(changed).rejects.toMatchObject({ name: "IntentMismatchError" });
    expect(proxy.seen).toHaveLength(3);
  });
});

describe("a request that nothing can have come of", () => {
  it.each(["service_busy", "rate_limited"])(
    "is sent again after the seconds asked (%s)",
    async (code) => {
      const waits: number[] = [];
      const sleep = async (ms: number) => void waits.push(ms);
      const status = code === "service_busy" ? 503 : 429;
      const { payer, pay } = await payThrough([problem(code, status, { "retry-after": "7" })], {
        retry: { sleep, random: () => 0 },
      });
      expect((await pay()).data).toMatchObject({ status: "success" });
      expect(waits).toEqual([7000]);
      expect(await transfersOf(payer)).toHaveLength(1);
      await service.prove();
    },
  );

  it("is sent again although it has no key", async () => {
    const payer = await registerMember(service.url);
    proxy.plan("POST /v1/recipients/check", problem("service_busy", 503, { "retry-after": "0" }));
    const client = throughProxy(payer);
    const body = { phone: payer.phone, currency: "YEM" };
    const { response } = await client.POST("/v1/recipients/check", { body });
    expect(response.status).not.toBe(503);
    expect(proxy.seen).toHaveLength(2);
  });

  it("is not sent again without a key when its answer is lost", async () => {
    const member = await registerMember(service.url);
    proxy.plan("PATCH /v1/users/me", { kind: "lose_answer" });
    const renamed = throughProxy(member).PATCH("/v1/users/me", { body: { username: "Renamed" } });
    await expect(renamed).rejects.toMatchObject({ mayHaveHappened: true, key: null });
    expect(proxy.seen).toHaveLength(1);
    const { data } = await member.client.GET("/v1/users/me");
    expect(data?.username).toBe("Renamed");
  });

  it("releases its intent, so that the form can be changed", async () => {
    const long = problem("rate_limited", 429, { "retry-after": "3600" });
    const { client, intent, body, pay } = await payThrough([long]);
    expect((await pay()).error).toMatchObject({ code: "rate_limited" });
    expect(intent.unfinished).toBeNull();
    const other = { ...body, amount: money("9.00", "YEM") };
    const { data } = await client.POST("/v1/transfers", { body: other, intent });
    expect(data).toMatchObject({ amount: "9.00" });
  });

  it("is known not to have happened when no connection was made", async () => {
    const payer = await registerMember(service.url);
    const client = createClient({
      baseUrl: await closedPort(),
      session: payer.session,
      retry: { baseMs: 1, attemptsMax: 2 },
    });
    const intent = await openIntent({ name: "pay", store: memoryIntentStore() });
    const paid = client.POST("/v1/transfers", { body: tenRials(payer.phone), intent });
    await expect(paid).rejects.toMatchObject({ mayHaveHappened: false, key: intent.key });
    expect(intent.unfinished).toBeNull();
  });
});

describe("a refused payment", () => {
  it("settles its intent, and another request needs another intent", async () => {
    const { client, intent, body } = await payThrough([]);
    const tooMuch = { ...body, amount: money("1000.00", "YEM") };
    const { error } = await client.POST("/v1/transfers", { body: tooMuch, intent });
    expect(error).toMatchObject({ code: "insufficient_funds", transaction: { status: "failed" } });
    expect(intent.unfinished).toBeNull();
    const again = client.POST("/v1/transfers", { body, intent });
    await expect(again).rejects.toThrow("open a new one");
    const next = await openIntent({ name: "pay", store: memoryIntentStore() });
    const { data } = await client.POST("/v1/transfers", { body, intent: next });
    expect(data).toMatchObject({ status: "success" });
    await service.prove();
  });
});

describe("a double click", () => {
  it("pays once, at the same time and after the answer", async () => {
    const { payer, pay } = await payThrough([]);
    const [one, two] = await Promise.all([pay(), pay()]);
    const three = await pay();
    expect(two.data).toEqual(one.data);
    expect(three.data).toEqual(one.data);
    expect(await transfersOf(payer)).toHaveLength(1);
    await service.prove();
  });
});
