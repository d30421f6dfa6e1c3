import { describe, expect, it, vi } from "vitest";
import {
  type AttemptResult,
  ConnectionError,
  createClient,
  DEFAULT_RETRY,
  type Hooks,
  memoryIntentStore,
  memoryTokenStore,
  money,
  openIntent,
  type RetryPolicy,
  tokenSession,
} from "../../packages/client/src/index.ts";

const BASE_URL = "https://wallet.example";

/** What the network does to one request: an answer, or an error. */
type Reaction = (request: Request) => Response | Promise<Response>;

const problem = (status: number, code: string, headers: Record<string, string> = {}): Reaction => {
  const body = JSON.stringify({ type: "x", title: "x", status, code, request_id: "req-1" });
  const type = { "Content-Type": "application/problem+json", "X-Request-Id": "req-1" };
  return () => new Response(body, { status, headers: { ...type, ...headers } });
};

const ok: Reaction = () => Response.json({ id: "txn_1", status: "success" }, { status: 201 });
const broken: Reaction = () => {
  throw new TypeError("fetch failed");
};
const busy = problem(503, "service_busy");
const inFlight = problem(409, "request_in_flight", { "Retry-After": "1" });
const html = (status: number): Reaction => {
  return () => new Response("<p>", { status, headers: { "Content-Type": "text/html" } });
};

/** A client on a network that reacts to each request in turn, and to all later ones as to the last. */
function clientOn(reactions: readonly Reaction[], retry: Partial<RetryPolicy> = {}, more = {}) {
  const requests: Request[] = [];
  const waits: number[] = [];
  const fetch = async (input: RequestInfo | URL) => {
    const request = input as Request;
    requests.push(request);
    return (reactions[requests.length - 1] ?? reactions.at(-1) ?? ok)(request);
  };
  const client = createClient({
    baseUrl: BASE_URL,
    fetch,
    retry: { sleep: async (ms) => void waits.push(ms), random: () => 0.5, ...retry },
    ...more,
  });
  return { client, requests, waits };
}

const TRANSFER = { amount: money("1.00", "YEM"), currency: "YEM", to_phone: "+967771234567" };
const keyOf = (request: Request | undefined) => request?.headers.get("Idempotency-Key");
const newIntent = () => openIntent({ name: "x", store: memoryIntentStore() });

describe("waits between attempts", () => {
  it("are random up to a limit that doubles and is capped", async () => {
    const { client, waits } = clientOn([broken], { attemptsMax: 7, waitMaxMs: 4000 });
    await expect(client.POST("/v1/transfers", { body: TRANSFER })).rejects.toThrow(ConnectionError);
    expect(waits).toEqual([250, 500, 1000, 2000, 2000, 2000]);
  });

  it.each([
    [0, 0],
    [0.999, 499],
  ])("have full jitter: %s of the first limit is %i ms", async (random, ms) => {
    const { client, waits } = clientOn([broken, ok], { random: () => random });
    await client.POST("/v1/transfers", { body: TRANSFER });
    expect(waits).toEqual(ms === 0 ? [] : [ms]);
  });

  it.each([
    ["10", [10_000]],
    ["11", []],
  ])(
    "are as long as Retry-After asks, up to the longest wait (%s s)",
    async (seconds, expected) => {
      const limited = problem(429, "rate_limited", { "Retry-After": seconds });
      const { client, waits, requests } = clientOn([limited, ok]);
      const { error } = await client.POST("/v1/transfers", { body: TRANSFER });
      expect(waits).toEqual(expected);
      expect(requests).toHaveLength(expected.length + 1);
      expect(error?.code).toBe(expected.length > 0 ? undefined : "rate_limited");
    },
  );

  it("are as long as a date in Retry-After asks", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 0, 1) });
    const until = (seconds: number) => new Date(Date.now() + seconds * 1000).toUTCString();
    const reactions = [4, -1, 11].map((seconds) =>
      problem(503, "service_busy", { "Retry-After": until(seconds) }),
    );
    const { client, waits, requests } = clientOn(reactions, { random: () => 0 });
    await client.GET("/v1/wallets");
    vi.useRealTimers();
    expect(waits).toEqual([4000]);
    expect(requests).toHaveLength(3);
  });

  it.each([
    [2499, 2],
    [2500, 2],
    [2501, 3],
  ])(
    "end within the budget: in %i ms there is time for %i attempts",
    async (budgetMs, attempts) => {
      let nowMs = 0;
      const sleep = async (ms: number) => {
        nowMs += ms;
      };
      const reaction = problem(503, "service_busy", { "Retry-After": "1" });
      const { client, requests } = clientOn([reaction], { budgetMs, sleep, now: () => nowMs });
      const { error } = await client.POST("/v1/transfers", { body: TRANSFER });
      expect(error?.code).toBe("service_busy");
      expect(requests).toHaveLength(attempts);
    },
  );

  it("are bounded as the defaults say", async () => {
    const { client, requests } = clientOn([busy]);
    await client.GET("/v1/wallets");
    expect(requests).toHaveLength(DEFAULT_RETRY.attemptsMax);
  });

  it("leave no attempt longer than the rest of the budget", async () => {
    const never: Reaction = ({ signal }) =>
      new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
    const { client, requests } = clientOn([never], { budgetMs: 50 });
    await expect(client.GET("/v1/wallets")).rejects.toMatchObject({ mayHaveHappened: false });
    expect(requests).toHaveLength(1);
  });
});

describe("what is sent again", () => {
  it.each<[string, Reaction]>([
    ["a broken connection", broken],
    ["503 service_busy", busy],
    ["503 outcome_unknown", problem(503, "outcome_unknown")],
    ["429 rate_limited", problem(429, "rate_limited")],
    ["429 too_many_attempts", problem(429, "too_many_attempts")],
    ["409 of a key in flight", inFlight],
    ["502 of a gateway", html(502)],
    ["503 of a gateway", html(503)],
    ["a page in place of the answer", html(200)],
  ])("with a key: after %s, with the same key and body", async (_, reaction) => {
    const { client, requests } = clientOn([reaction, reaction, ok]);
    const { data } = await client.POST("/v1/transfers", { body: TRANSFER });
    expect(data).toMatchObject({ status: "success" });
    expect(requests).toHaveLength(3);
    expect(new Set(requests.map(keyOf)).size).toBe(1);
    const bodies = await Promise.all(requests.map((request) => request.text()));
    expect(new Set(bodies)).toEqual(new Set([JSON.stringify(TRANSFER)]));
  });

  it.each<[string, Reaction]>([
    ["400", problem(400, "invalid_request")],
    ["401", problem(401, "session_ended")],
    ["403", problem(403, "step_up_required")],
    ["409", problem(409, "wallet_frozen")],
    ["422", problem(422, "insufficient_funds")],
    ["500", problem(500, "internal_error")],
  ])("not: after a %s", async (_, reaction) => {
    const { client, requests } = clientOn([reaction, ok]);
    const { error } = await client.POST("/v1/transfers", { body: TRANSFER });
    expect(error?.request_id).toBe("req-1");
    expect(requests).toHaveLength(1);
  });

  it("not: after a refusal of something between, which is no problem of the service", async () => {
    const { client, requests } = clientOn([html(403), ok]);
    await expect(client.POST("/v1/transfers", { body: TRANSFER })).rejects.toMatchObject({
      mayHaveHappened: true,
      cause: expect.objectContaining({ message: expect.stringContaining("403") }),
    });
    expect(requests).toHaveLength(1);
  });

  it("of a read: after a lost answer, and nothing may have happened", async () => {
    const { client, requests } = clientOn([broken], { attemptsMax: 3 });
    await expect(client.GET("/v1/wallets")).rejects.toMatchObject({
      mayHaveHappened: false,
      key: null,
    });
    expect(requests).toHaveLength(3);
  });

  it.each(["POST", "PUT", "PATCH", "DELETE"] as const)(
    "of a %s without a key: only if nothing has happened",
    async (method) => {
      const send = (client: ReturnType<typeof clientOn>["client"]) => {
        if (method === "POST") return client.POST("/v1/factors/totp", { body: { password: "x" } });
        if (method === "PATCH") return client.PATCH("/v1/users/me", { body: { username: "x" } });
        if (method === "DELETE") return client.DELETE("/v1/users/me/sessions");
        const params = { path: { id: "usr_1" } };
        const body = { tier: "verified", reason: "x" } as never;
        return client.PUT("/v1/admin/users/{id}/tier", { params, body });
      };
      const lost = clientOn([broken, ok]);
      await expect(send(lost.client)).rejects.toMatchObject({ mayHaveHappened: true, key: null });
      expect(lost.requests).toHaveLength(1);
      const unknown = clientOn([problem(503, "outcome_unknown"), ok]);
      expect((await send(unknown.client)).error?.code).toBe("outcome_unknown");
      const waiting = clientOn([inFlight, ok]);
      expect((await send(waiting.client)).error?.status).toBe(409);
      expect(waiting.requests).toHaveLength(1);
      const refused = clientOn([busy, problem(429, "rate_limited"), ok]);
      await send(refused.client);
      expect(refused.requests).toHaveLength(3);
    },
  );
});

describe("the key of a request", () => {
  it("is the caller's own where there is one", async () => {
    const { client, requests } = clientOn([broken, ok]);
    const params = { header: { "Idempotency-Key": "my-own" } };
    await client.POST("/v1/transfers", { params, body: TRANSFER });
    expect(requests.map(keyOf)).toEqual(["my-own", "my-own"]);
  });

  it("is not taken from two places", async () => {
    const { client, requests } = clientOn([ok]);
    const params = { header: { "Idempotency-Key": "my-own" } };
    const both = { params, body: TRANSFER, intent: await newIntent() };
    await expect(client.POST("/v1/transfers", both)).rejects.toThrow(TypeError);
    expect(requests).toEqual([]);
  });

  it("is another one for each call without an intent", async () => {
    const { client, requests } = clientOn([ok]);
    await client.POST("/v1/transfers", { body: TRANSFER });
    await client.POST("/v1/transfers", { body: TRANSFER });
    expect(new Set(requests.map(keyOf)).size).toBe(2);
  });

  it("is not sent where none is taken, and an intent is refused there", async () => {
    const { client, requests } = clientOn([ok]);
    const body = { phone: TRANSFER.to_phone, currency: "YEM" };
    await client.POST("/v1/recipients/check", { body });
    expect(keyOf(requests[0])).toBeNull();
    const withIntent = { body, intent: await newIntent() };
    await expect(client.POST("/v1/recipients/check", withIntent)).rejects.toThrow(TypeError);
    expect(requests).toHaveLength(1);
  });

  it("stays when the first request with it is still in flight at the last attempt", async () => {
    const { client } = clientOn([inFlight], { attemptsMax: 2 });
    const intent = await newIntent();
    const { error } = await client.POST("/v1/transfers", { body: TRANSFER, intent });
    expect(error?.status).toBe(409);
    expect(intent.unfinished).toMatchObject({ body: TRANSFER });
  });

  it("stays when something fails that nobody expects after a send", async () => {
    const fails = () => {
      throw new Error("a fault of the caller's own");
    };
    const { client } = clientOn([broken], { random: fails });
    const intent = await newIntent();
    await expect(client.POST("/v1/transfers", { body: TRANSFER, intent })).rejects.toThrow("fault");
    expect(intent.unfinished).toMatchObject({ body: TRANSFER });
  });

  it("is not sent with a dry run, which leaves the intent as it was", async () => {
    const { client, requests } = clientOn([broken, ok]);
    const intent = await newIntent();
    const params = { header: { Prefer: "dry-run" } };
    await client.POST("/v1/transfers", { params, body: TRANSFER, intent });
    expect(requests.map(keyOf)).toEqual([null, null]);
    expect(intent.unfinished).toBeNull();
  });
});

describe("a signal", () => {
  it("ends a call before it is sent", async () => {
    const { client, requests } = clientOn([ok]);
    const intent = await newIntent();
    const call = client.POST("/v1/transfers", {
      body: TRANSFER,
      intent,
      signal: AbortSignal.abort(new Error("left the page")),
    });
    await expect(call).rejects.toThrow("left the page");
    expect(requests).toEqual([]);
    expect(intent.unfinished).toBeNull();
  });

  it("ends a call while it waits for the answer, which may have happened", async () => {
    const controller = new AbortController();
    const never: Reaction = ({ signal }) =>
      new Promise((_, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
        controller.abort(new Error("left the page"));
      });
    const { client, requests } = clientOn([never]);
    const intent = await newIntent();
    const { signal } = controller;
    const call = client.POST("/v1/transfers", { body: TRANSFER, intent, signal });
    await expect(call).rejects.toThrow("left the page");
    expect(requests).toHaveLength(1);
    expect(intent.unfinished).toMatchObject({ body: TRANSFER });
  });

  it("ends a call while it waits for the next attempt", async () => {
    const controller = new AbortController();
    const { client, requests } = clientOn(
      [
        () => {
          setTimeout(() => controller.abort(new Error("left the page")), 5);
          return busy(new Request(BASE_URL));
        },
      ],
      { sleep: DEFAULT_RETRY.sleep, baseMs: 3_600_000, waitMaxMs: 3_600_000, budgetMs: 36_000_000 },
    );
    // Its next attempt is due in an hour.
    const call = client.GET("/v1/wallets", { signal: controller.signal });
    await expect(call).rejects.toThrow("left the page");
    expect(requests).toHaveLength(1);
  });

  it("ends a call while it waits for a token", async () => {
    const controller = new AbortController();
    const session = { accessToken: () => new Promise<never>(() => {}) };
    const { client } = clientOn([ok], {}, { session });
    const call = client.GET("/v1/wallets", { signal: controller.signal });
    controller.abort(new Error("left the page"));
    await expect(call).rejects.toThrow("left the page");
  });
});

describe("hooks", () => {
  it("learn of each attempt, and of no token, body, key or parameter", async () => {
    const seen: AttemptResult[] = [];
    const began: unknown[] = [];
    const hooks: Hooks = {
      onAttempt: (attempt) => void began.push(attempt),
      onResult: (result) => void seen.push(result),
    };
    const wallet = "wal_secret";
    const { client, requests } = clientOn(
      [problem(503, "outcome_unknown"), broken, problem(422, "wallet_not_found" as never)],
      {},
      { hooks, session: { accessToken: async () => "tok-secret" } },
    );
    await client.POST("/v1/wallets/{id}/close", {
      params: { path: { id: wallet }, header: { "Idempotency-Key": "key-secret" } },
      body: { sweep_to_wallet_id: "wal_other-secret" },
    });
    expect(requests[0]?.headers.get("Authorization")).toBe("Bearer tok-secret");
    const common = { method: "POST", path: "/v1/wallets/{id}/close" };
    const durationMs = expect.any(Number);
    expect(began).toEqual([1, 2, 3].map((attempt) => ({ ...common, attempt })));
    expect(seen).toEqual([
      {
        ...common,
        attempt: 1,
        status: 503,
        code: "outcome_unknown",
        requestId: "req-1",
        durationMs,
        retryInMs: 250,
      },
      {
        ...common,
        attempt: 2,
        status: null,
        code: null,
        requestId: null,
        durationMs,
        retryInMs: 500,
      },
      {
        ...common,
        attempt: 3,
        status: 422,
        code: "wallet_not_found",
        requestId: "req-1",
        durationMs,
        retryInMs: null,
      },
    ]);
    expect(JSON.stringify([began, seen])).not.toContain("secret");
  });

  it("change nothing by what they throw", async () => {
    const written = vi.spyOn(console, "error").mockImplementation(() => {});
    const hooks: Hooks = {
      onAttempt: () => {
        throw new Error("the log is full");
      },
      onResult: () => {
        throw new Error("the log is full");
      },
    };
    const { client } = clientOn([broken, ok], {}, { hooks });
    const intent = await newIntent();
    const { data } = await client.POST("/v1/transfers", { body: TRANSFER, intent });
    expect(data).toMatchObject({ status: "success" });
    expect(written).toHaveBeenCalledTimes(4);
    written.mockRestore();
  });

  it("learn nothing of the tokens of a login", async () => {
    const seen: unknown[] = [];
    const tokens = { access_token: "a-secret", refresh_token: "r-secret", expires_in: 600 };
    const loggedIn = () => Response.json({ status: "logged_in", user: {}, tokens });
    const session = tokenSession({
      baseUrl: BASE_URL,
      store: memoryTokenStore(),
      fetch: async () => loggedIn(),
      hooks: { onAttempt: (one) => seen.push(one), onResult: (one) => seen.push(one) },
    });
    await session.logIn({ phone: "+967771234567", password: "p-secret" });
    expect(seen).toHaveLength(2);
    expect(JSON.stringify(seen)).not.toContain("secret");
  });
});
