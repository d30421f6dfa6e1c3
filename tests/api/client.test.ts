// The client inside workerd, with the Worker itself as its service.
import { env, exports } from "cloudflare:workers";
import { afterEach, describe, expect, it } from "vitest";
import {
  ConnectionError,
  createClient,
  items,
  memoryIntentStore,
  memoryTokenStore,
  money,
  openIntent,
  tokenSession,
  toMinor,
} from "../../packages/client/src/index.ts";
import { connectHttp } from "../../src/db/connect.ts";
import { readConfig } from "../../src/env.ts";
import { newAddress, newPhone, PASSWORD } from "../people.ts";
import { proveLedger } from "../prove-ledger.ts";

const BASE_URL = "https://mahfaza.example";

afterEach(() => proveLedger(connectHttp(readConfig(env))));

const toService: typeof fetch = (input, init) => {
  const request = new Request(input, init);
  request.headers.set("CF-Connecting-IP", newAddress());
  return exports.default.fetch(request);
};

/** A person who is logged in by the client, with 100 rials. */
async function member(fetch: typeof globalThis.fetch = toService) {
  const [phone, options] = [newPhone(), { baseUrl: BASE_URL, fetch, retry: { baseMs: 1 } }];
  const session = tokenSession({ ...options, store: memoryTokenStore() });
  const client = createClient({ ...options, session });
  const body = { username: "Member", phone, password: PASSWORD };
  expect((await client.POST("/v1/auth/register", { body })).error).toBeUndefined();
  expect((await session.logIn({ phone, password: PASSWORD })).error).toBeUndefined();
  const deposit = { amount: money("100", "YEM"), currency: "YEM" };
  expect((await client.POST("/v1/deposits", { body: deposit })).error).toBeUndefined();
  return { client, session, phone };
}

describe("the client inside workerd", () => {
  it("registers, logs in, pays by an intent, reads a list, and logs out", async () => {
    const [payer, payee] = [await member(), await member()];
    const intent = await openIntent({ name: "pay", store: memoryIntentStore() });
    const body = { amount: money("10", "YEM"), currency: "YEM", to_phone: payee.phone };
    const paid = await payer.client.POST("/v1/transfers", { body, intent });
    expect(paid.data).toMatchObject({ status: "success", amount: "10.00" });
    const { data: wallets } = await payer.client.GET("/v1/wallets");
    const id = wallets?.data[0]?.id ?? "";
    let sum = 0n;
    const init = { params: { path: { id }, query: { limit: 1 } } };
    for await (const entry of items(payer.client, "/v1/wallets/{id}/entries", init)) {
      sum += toMinor(entry.amount, "YEM");
    }
    expect(sum).toBe(9000n);
    await payer.session.logOut();
    const { error } = await payer.client.GET("/v1/wallets");
    expect(error?.code).toBe("token_missing");
  });

  it("renews a refused token and repeats the request", async () => {
    let isRefused = false;
    const { client, phone } = await member((input, init) => {
      const request = new Request(input, init);
      if (!isRefused) return toService(request);
      isRefused = false;
      request.headers.set("Authorization", "Bearer no.token.atall");
      return toService(request);
    });
    isRefused = true;
    expect((await client.GET("/v1/users/me")).data?.phone).toBe(phone);
    expect(isRefused).toBe(false);
  });

  it("pays once although the answer is lost", async () => {
    let losses = 0;
    const payee = await member();
    const payer = await member(async (input, init) => {
      const request = new Request(input, init);
      const response = await toService(request);
      if (losses === 0 || !request.url.endsWith("/v1/transfers")) return response;
      losses--;
      await response.arrayBuffer();
      throw new Error("Network connection lost.");
    });
    losses = 2;
    const body = { amount: money("10", "YEM"), currency: "YEM", to_phone: payee.phone };
    const { data, response } = await payer.client.POST("/v1/transfers", { body });
    expect(data).toMatchObject({ status: "success" });
    expect(response.headers.get("Idempotency-Replayed")).toBe("true");
    const { data: wallets } = await payer.client.GET("/v1/wallets");
    expect(wallets?.data[0]?.balance).toBe("90.00");
  });

  it("gives up a request that takes too long", async () => {
    const client = createClient({
      baseUrl: BASE_URL,
      fetch: (input) =>
        new Promise((_, reject) => {
          const { signal } = input as Request;
          signal.addEventListener("abort", () => reject(signal.reason));
        }),
      timeoutMs: 20,
      retry: { attemptsMax: 2, baseMs: 1 },
    });
    await expect(client.GET("/v1/currencies")).rejects.toBeInstanceOf(ConnectionError);
  });
});
