import { afterEach, describe, expect, it, vi } from "vitest";
import {
  type IntentStore,
  memoryIntentStore,
  openIntent,
  webIntentStore,
} from "../../packages/client/src/index.ts";
import { INTENT_AGE_MAX_MS } from "../../packages/client/src/intent.ts";

afterEach(() => vi.useRealTimers());

/** What a browser's Storage does. */
function textStorage() {
  const texts = new Map<string, string>();
  return {
    texts,
    getItem: (name: string) => texts.get(name) ?? null,
    setItem: (name: string, text: string) => void texts.set(name, text),
    removeItem: (name: string) => void texts.delete(name),
  };
}

const stores: [string, () => IntentStore][] = [
  ["in memory", memoryIntentStore],
  ["on the web", () => webIntentStore(textStorage())],
];

describe.each(stores)("an intent %s", (_, newStore) => {
  it("has a key of its own from the start, and stores nothing before it begins", async () => {
    const store = newStore();
    const [one, two] = [
      await openIntent({ name: "a", store }),
      await openIntent({ name: "a", store }),
    ];
    expect(one.key).not.toBe(two.key);
    expect(await store.get("a")).toBeNull();
    expect(one.unfinished).toBeNull();
  });

  it("is found again by its name with path, body and time, until it is settled", async () => {
    const store = newStore();
    const intent = await openIntent({ name: "a", store });
    expect(await intent.begin("/v1/transfers", { amount: "1.00" })).toBe(false);
    const found = await openIntent({ name: "a", store });
    expect(found.key).toBe(intent.key);
    expect(found.unfinished).toEqual({
      path: "/v1/transfers",
      body: { amount: "1.00" },
      startedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    });
    expect((await openIntent({ name: "b", store })).key).not.toBe(intent.key);
    expect(await found.begin("/v1/transfers", { amount: "1.00" })).toBe(true);
    await found.settle();
    expect((await openIntent({ name: "a", store })).unfinished).toBeNull();
  });

  it("stores no password", async () => {
    const store = newStore();
    const intent = await openIntent({ name: "a", store });
    const body = { username: "A", password: "secret", phone_claim: { id: "x", code: "secret" } };
    await intent.begin("/v1/auth/register", body);
    expect((await store.get("a"))?.body).toEqual({ username: "A" });
    const found = await openIntent({ name: "a", store });
    expect(await found.begin("/v1/auth/register", { ...body, password: "typed again" })).toBe(true);
  });

  it("does not remove a later intent of its name", async () => {
    const store = newStore();
    const [first, second] = [
      await openIntent({ name: "a", store }),
      await openIntent({ name: "a", store }),
    ];
    await first.begin("/v1/transfers", { amount: "1.00" });
    await second.begin("/v1/transfers", { amount: "2.00" });
    await first.settle();
    expect((await openIntent({ name: "a", store })).key).toBe(second.key);
  });
});

describe("an intent", () => {
  it.each([
    ["/v1/transfers", { amount: "2.00" }],
    ["/v1/withdrawals", { amount: "1.00" }],
    ["/v1/transfers", undefined],
  ])("refuses another request while it is unfinished: %s %j", async (path, body) => {
    const intent = await openIntent({ name: "a", store: memoryIntentStore() });
    await intent.begin("/v1/transfers", { amount: "1.00" });
    await expect(intent.begin(path, body)).rejects.toThrow("unfinished with another request");
  });

  it("can begin with another request once it is released", async () => {
    const intent = await openIntent({ name: "a", store: memoryIntentStore() });
    await intent.begin("/v1/transfers", { amount: "1.00" });
    await intent.release();
    expect(await intent.begin("/v1/transfers", { amount: "2.00" })).toBe(false);
  });

  it("that is settled repeats its own request only", async () => {
    const intent = await openIntent({ name: "a", store: memoryIntentStore() });
    await intent.begin("/v1/transfers", { amount: "1.00" });
    await intent.settle();
    await expect(intent.begin("/v1/transfers", { amount: "2.00" })).rejects.toThrow("open a new");
    expect(await intent.begin("/v1/transfers", { amount: "1.00" })).toBe(false);
  });

  it.each([
    [0, true],
    [1, false],
  ])("is sent again before the service forgets its key (%i ms later: %s)", async (ms, isSent) => {
    vi.useFakeTimers({ toFake: ["Date"], now: 0 });
    const intent = await openIntent({ name: "a", store: memoryIntentStore() });
    await intent.begin("/v1/transfers", {});
    vi.setSystemTime(INTENT_AGE_MAX_MS + ms);
    const again = intent.begin("/v1/transfers", {});
    if (isSent) expect(await again).toBe(true);
    else await expect(again).rejects.toThrow("too old");
  });

  it("stays out of a store that fails, and then nothing is sent", async () => {
    const store = { ...memoryIntentStore(), set: () => Promise.reject(new Error("full")) };
    const intent = await openIntent({ name: "a", store });
    await expect(intent.begin("/v1/transfers", {})).rejects.toThrow("full");
    expect(intent.unfinished).toBeNull();
  });

  it("is kept in sessionStorage where there is one, else in memory", async () => {
    const storage = textStorage();
    vi.stubGlobal("sessionStorage", storage);
    await (await openIntent({ name: "a" })).begin("/v1/transfers", {});
    expect([...storage.texts.keys()]).toEqual(["mahfaza-intent:a"]);
    vi.stubGlobal("sessionStorage", undefined);
    const inMemory = await openIntent({ name: "a" });
    expect(inMemory.unfinished).toBeNull();
    await inMemory.begin("/v1/transfers", {});
    expect((await openIntent({ name: "a" })).key).toBe(inMemory.key);
    await inMemory.settle();
    vi.unstubAllGlobals();
  });

  it("is not made of a text that this client has not written", async () => {
    const storage = textStorage();
    for (const text of ["", "{", "null", "[]", '{"key":1}', '{"key":"k","path":"/"}']) {
      storage.setItem("mahfaza-intent:a", text);
      expect(
        (await openIntent({ name: "a", store: webIntentStore(storage) })).unfinished,
      ).toBeNull();
    }
  });
});
