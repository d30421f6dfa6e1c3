import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ACCESS_TOKEN_SECONDS } from "../../src/crypto/access-token.ts";
import { unixMs } from "../../src/domain/instant.ts";
import { createApp } from "../../src/http/app.ts";
import { SECURITY_HEADERS } from "../../src/http/middleware/security-headers.ts";
import { registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";

afterEach(() => vi.restoreAllMocks());

const ALLOWED = "https://app.example";
const withOrigins = { ...env, CORS_ORIGINS: ALLOWED } as unknown as Env;

/** The answer to a WebSocket handshake; the server sends each message back. */
function handshake(): Response {
  const { 0: client, 1: server } = new WebSocketPair();
  server.accept();
  server.addEventListener("message", ({ data }) => server.send(`echo ${data}`));
  return new Response(null, { status: 101, webSocket: client });
}

/** A Durable Object that accepts a handshake. */
async function objectWithWebSocket() {
  const stub = env.WALLET.getByName("a wallet with a feed");
  await runInDurableObject(stub, (instance) => Object.assign(instance, { fetch: handshake }));
  return stub;
}

async function echoOf({ webSocket }: Response, text: string): Promise<unknown> {
  if (!webSocket) throw new Error("the answer has no WebSocket");
  webSocket.accept();
  const answer = new Promise((resolve) => {
    webSocket.addEventListener("message", ({ data }) => resolve(data));
  });
  webSocket.send(text);
  return answer;
}

describe("the 101 answer of a Durable Object", () => {
  it.each([
    ["without an origin", {}],
    ["from an allowed origin", { Origin: ALLOWED }],
    ["from another origin", { Origin: "https://evil.example" }],
  ])("passes every middleware untouched, %s", async (_, headers) => {
    const stub = await objectWithWebSocket();
    const app = createApp();
    let original: Response | undefined;
    app.get("/feed", async (c) => {
      original = (await stub.fetch(c.req.raw)) as Response;
      return original;
    });
    const init = { headers: { Upgrade: "websocket", ...headers } };
    const answer = await app.request("https://mahfaza.example/feed", init, withOrigins);
    expect(answer.status).toBe(101);
    expect(answer).toBe(original);
    // The reason for the exception: a change of these headers throws.
    expect(() => answer.headers.set("X-Request-Id", "x")).toThrow(TypeError);
    expect(await echoOf(answer, "salam")).toBe("echo salam");
  });
});

describe("an answer that a handler makes without Hono's context", () => {
  it("has the request's id and the security headers", async () => {
    const app = createApp();
    app.get("/raw", () => new Response("raw"));
    const { headers } = await app.request("/raw", { headers: { "X-Request-Id": "raw-1" } }, env);
    expect(headers.get("X-Request-Id")).toBe("raw-1");
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
      expect(headers.get(name)).toBe(value);
    }
  });
});

describe("the clock of the app", () => {
  it("decides whether an access token has expired", async () => {
    const { accessToken } = await registerPerson();
    const ask = (nowMs: number) => {
      const headers = { Authorization: `Bearer ${accessToken}` };
      return createApp({ nowMs: () => unixMs(nowMs) }).request("/v1/users/me", { headers }, env);
    };
    expect((await ask(Date.now() + (ACCESS_TOKEN_SECONDS - 60) * 1_000)).status).toBe(200);
    await expectProblem(
      ask(Date.now() + (ACCESS_TOKEN_SECONDS + 60) * 1_000),
      401,
      "token_expired",
    );
  });

  it("measures how long a refused request took", async () => {
    const log = vi.spyOn(console, "warn").mockImplementation(() => {});
    const startedMs = Date.now();
    let readings = 0;
    const app = createApp({ nowMs: () => unixMs(startedMs + 250 * readings++) });
    await app.request("/v1/users/me", { headers: { Authorization: "Bearer x" } }, env);
    const { duration_ms } = JSON.parse(String(log.mock.calls[0]?.[0]));
    expect(duration_ms).toBeGreaterThan(0);
    expect(duration_ms % 250).toBe(0);
  });
});
