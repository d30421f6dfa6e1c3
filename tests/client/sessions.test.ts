import { describe, expect, it } from "vitest";
import {
  createClient,
  memoryTokenStore,
  type TokenStore,
  tokenSession,
} from "../../packages/client/src/index.ts";
import { useFaultyProxy } from "./faulty-proxy.ts";
import { fromOwnNetwork, PASSWORD, registerMember, useService } from "./service.ts";

const service = useService();
const proxy = useFaultyProxy(() => service.url);
const REFRESH = "POST /v1/auth/refresh";

const refused = (code: string, status = 401) => ({
  kind: "answer_instead" as const,
  by: {
    status,
    headers: { "content-type": "application/problem+json" },
    body: JSON.stringify({ type: "x", title: "x", status, code, request_id: "r" }),
  },
});

/** A logged-in person whose program talks through the proxy. */
async function program() {
  const { store, phone } = await registerMember(service.url);
  const [baseUrl, fetch, ends] = [proxy.url, fromOwnNetwork(), [] as string[]];
  const onEnd = (reason: string) => void ends.push(reason);
  const session = tokenSession({ baseUrl, store, fetch, onEnd, retry: { baseMs: 1 } });
  const client = createClient({ baseUrl, session, fetch, retry: { baseMs: 1 } });
  return { store, phone, session, client, ends };
}

describe("a program's session", () => {
  it("goes on from the refresh token in its store", async () => {
    const { session, client, phone, store } = await program();
    const before = await store.get();
    expect(await session.resume()).toBe(true);
    expect((await client.GET("/v1/users/me")).data?.phone).toBe(phone);
    expect(await store.get()).not.toBe(before);
  });

  it("renews an expired token once for all requests that wait, and repeats each", async () => {
    const { session, client, phone } = await program();
    await session.resume();
    const route = "GET /v1/users/me";
    proxy.plan(route, ...Array(5).fill(refused("token_expired")));
    const first = await session.accessToken();
    const answers = await Promise.all(Array.from({ length: 5 }, () => client.GET("/v1/users/me")));
    expect(answers.map(({ data }) => data?.phone)).toEqual(Array(5).fill(phone));
    const tokens = proxy.seen.map(({ headers }) => headers.authorization);
    expect(tokens.slice(0, 5)).toEqual(Array(5).fill(`Bearer ${first}`));
    expect(new Set(tokens.slice(5)).size).toBe(1);
    expect(tokens[5]).not.toBe(tokens[0]);
  });

  it("repeats a request with a new token once only", async () => {
    const { session, client } = await program();
    await session.resume();
    proxy.plan("GET /v1/users/me", ...Array(3).fill(refused("token_expired")));
    expect((await client.GET("/v1/users/me")).error?.code).toBe("token_expired");
    expect(proxy.seen).toHaveLength(2);
  });

  it("renews before a token expires, and never later than half of its life", async () => {
    const store = memoryTokenStore("mrt_1");
    let refreshes = 0;
    const fetch = async () => {
      refreshes++;
      const tokens = { access_token: `a${refreshes}`, refresh_token: "mrt_2", expires_in: 0 };
      return Response.json({ tokens });
    };
    const session = tokenSession({ baseUrl: "https://wallet.example", store, fetch });
    expect([await session.accessToken(), await session.accessToken()]).toEqual(["a1", "a2"]);
  });

  it.each(["lose_answer", "cut_answer"] as const)(
    "survives a refresh whose answer is lost (%s)",
    async (kind) => {
      const { session, client, phone } = await program();
      proxy.plan(REFRESH, { kind });
      expect(await session.resume()).toBe(true);
      expect(proxy.seen).toHaveLength(2);
      expect((await client.GET("/v1/users/me")).data?.phone).toBe(phone);
      expect(await session.accessToken((await session.accessToken()) ?? "")).toMatch(/^eyJ/);
    },
  );

  it("does not end because the service does not answer", async () => {
    const { session, client, store, ends } = await program();
    const token = await store.get();
    proxy.plan(REFRESH, ...Array(12).fill(refused("service_busy", 503)));
    await expect(session.resume()).rejects.toMatchObject({ mayHaveHappened: false });
    const read = client.GET("/v1/users/me");
    await expect(read).rejects.toMatchObject({ name: "ConnectionError", mayHaveHappened: false });
    expect(ends).toEqual([]);
    expect(await store.get()).toBe(token);
    expect(await session.resume()).toBe(true);
  });

  it("ends when it was ended elsewhere", async () => {
    const { session, client, store, phone, ends } = await program();
    await session.resume();
    const other = tokenSession({ baseUrl: service.url, store: memoryTokenStore(), fetch });
    await other.logIn({ phone, password: PASSWORD });
    await createClient({ baseUrl: service.url, session: other }).DELETE("/v1/users/me/sessions");
    proxy.plan("GET /v1/users/me", refused("token_expired"));
    expect((await client.GET("/v1/users/me")).error?.code).toBe("token_expired");
    expect(ends).toEqual(["refused"]);
    expect(await store.get()).toBeNull();
    expect(await session.accessToken()).toBeNull();
    expect((await client.GET("/v1/users/me")).error?.code).toBe("token_missing");
  });

  it("ends by a log-out, everywhere", async () => {
    const { session, client, store, ends } = await program();
    await session.resume();
    const token = await session.accessToken();
    await session.logOut();
    expect([ends, await store.get(), await session.resume()]).toEqual([
      ["logged_out"],
      null,
      false,
    ]);
    const headers = { Authorization: `Bearer ${token}` };
    const { error } = await client.GET("/v1/users/me", { headers });
    expect(error?.code).toBe("session_ended");
  });

  it("is unchanged by a log-out that got no answer, which can be repeated", async () => {
    const { session, client, phone, ends } = await program();
    await session.resume();
    proxy.plan("POST /v1/auth/logout", ...Array(6).fill({ kind: "lose_request" }));
    await expect(session.logOut()).rejects.toMatchObject({ name: "ConnectionError" });
    expect(ends).toEqual([]);
    expect((await client.GET("/v1/users/me")).data?.phone).toBe(phone);
    await session.logOut();
    expect(ends).toEqual(["logged_out"]);
  });

  it("logs out although the answer is lost", async () => {
    const { session, ends } = await program();
    await session.resume();
    proxy.plan("POST /v1/auth/logout", { kind: "lose_answer" });
    await session.logOut();
    expect(ends).toEqual(["logged_out"]);
  });

  it("keeps nothing of a refused login", async () => {
    const { phone, fetch } = await registerMember(service.url);
    const store = memoryTokenStore();
    const session = tokenSession({ baseUrl: service.url, store, fetch });
    const { error } = await session.logIn({ phone, password: "not the password" });
    expect(error).toMatchObject({ code: "invalid_credentials", status: 401 });
    expect([await store.get(), await session.accessToken()]).toEqual([null, null]);
  });

  it("tells listeners until they are removed", async () => {
    const { session, ends } = await program();
    const heard: string[] = [];
    const remove = session.onEnd((reason) => heard.push(reason));
    session.onEnd((reason) => heard.push(reason));
    remove();
    await session.resume();
    await session.logOut();
    expect([ends, heard]).toEqual([["logged_out"], ["logged_out"]]);
  });
});

describe("two processes with one store", () => {
  it("renew in turn, each with the token that the other has left", async () => {
    const { store, fetch } = await registerMember(service.url);
    let turn: Promise<unknown> = Promise.resolve();
    const shared: TokenStore = {
      get: () => store.get(),
      set: (token) => store.set(token),
      delete: () => store.delete(),
      alone: (work) => {
        const next = turn.then(work);
        turn = next.catch(() => {});
        return next;
      },
    };
    const options = { baseUrl: service.url, store: shared, fetch };
    const [one, two] = [tokenSession(options), tokenSession(options)];
    for (let round = 0; round < 3; round++) {
      const tokens = await Promise.all(
        [one, two].map(async (session) => session.accessToken((await session.accessToken()) ?? "")),
      );
      expect(tokens).toEqual([expect.stringMatching(/^eyJ/), expect.stringMatching(/^eyJ/)]);
    }
  });
});
