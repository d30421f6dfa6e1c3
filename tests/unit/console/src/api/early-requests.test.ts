import { afterEach, describe, expect, it, vi } from "vitest";
import { HANDOVER_MS, SESSION_LOCK } from "../../../../../console/src/api/early-turn.ts";
import { exclusiveLocks } from "../../../../client/exclusive-locks.ts";
import { json, problem, settled, startPage } from "./early-service.ts";

const REFRESH = "POST /v1/auth/refresh";
const WALLETS = "GET /v1/wallets";
const PROFILE = "GET /v1/users/me";
const WITH_TOKEN = "Bearer token-1";

afterEach(() => void vi.useRealTimers());

describe("the start of a page with a session", () => {
  it("asks for each thing once, before the client is there", async () => {
    const { sent, session, api } = startPage();
    await settled();
    const early = [REFRESH, `${WALLETS} ${WITH_TOKEN}`, `${PROFILE} ${WITH_TOKEN}`];
    expect(sent).toEqual(early);
    expect(await session.resume()).toBe(true);
    expect((await api.GET("/v1/wallets")).data).toEqual({ of: WALLETS });
    expect((await api.GET("/v1/users/me")).data).toEqual({ of: PROFILE });
    expect(sent).toEqual(early);
  });

  it("gives an early answer away once: the next request goes to the service", async () => {
    const { sent, api } = startPage();
    for (let count = 0; count < 2; count += 1) await api.GET("/v1/wallets");
    expect(sent.filter((request) => request.startsWith(WALLETS))).toHaveLength(2);
    expect(sent.filter((request) => request === REFRESH)).toHaveLength(1);
  });

  it.each(["/me/security", "/limits", "/wallets/wal_1", "/desk"])(
    "asks at %s for no wallets, which the page does not show",
    async (path) => {
      const { sent } = startPage({ path });
      await settled();
      expect(sent).toEqual([REFRESH, `${PROFILE} ${WITH_TOKEN}`]);
    },
  );

  it.each(["/wallets", "/send", "/history", "/holds/new"])(
    "asks at %s for the wallets",
    async (path) => {
      const { sent } = startPage({ path });
      await settled();
      expect(sent).toContain(`${WALLETS} ${WITH_TOKEN}`);
    },
  );
});

describe("the start of a page that cannot renew a session", () => {
  it.each([
    ["a session", { hasSession: false }],
    ["the Web Locks API", { locks: null }],
  ])("sends nothing early without %s", async (_, parts) => {
    const { sent, session } = startPage(parts);
    await settled();
    expect(sent).toEqual([]);
    expect(await session.resume()).toBe(true);
    expect(sent).toEqual([REFRESH]);
  });
});

describe("the early refresh", () => {
  it("holds the lock of the session until the client has told the other tabs", async () => {
    const { locks, session, told } = startPage();
    await settled();
    const other = vi.fn(async () => told.length);
    const turn = locks.request(SESSION_LOCK, { ifAvailable: false }, other);
    await settled();
    expect(other).not.toHaveBeenCalled();
    expect(await session.accessToken()).toBe("token-1");
    expect(await turn).toBe(1);
    expect(told).toMatchObject([{ type: "renewed", token: { text: "token-1" } }]);
  });

  it("is not sent while another tab renews, and the client then waits for its turn", async () => {
    const locks = exclusiveLocks();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const other = locks.request(SESSION_LOCK, { ifAvailable: false }, () => held);
    const { sent, session } = startPage({ locks });
    const resumed = session.resume();
    await settled();
    expect(sent).toEqual([]);
    release();
    await other;
    expect(await resumed).toBe(true);
    expect(sent).toEqual([REFRESH]);
  });

  it("that is refused ends the session with one request", async () => {
    const refused = () => problem(401, "session_ended");
    const { sent, session } = startPage({ answers: { [REFRESH]: [refused] } });
    expect(await session.resume()).toBe(false);
    expect(sent).toEqual([REFRESH]);
  });

  it.each([
    ["whose answer is lost", () => Promise.reject(new TypeError("Failed to fetch"))],
    ["that is answered 503", () => problem(503, "service_busy")],
  ])("%s is sent again by the client", async (_, answer) => {
    const { sent, session } = startPage({ answers: { [REFRESH]: [answer] } });
    await settled();
    expect(sent).toEqual([REFRESH]);
    expect(await session.accessToken()).toBe("token-1");
    expect(sent).toEqual([REFRESH, REFRESH]);
  });
});

describe("an early answer", () => {
  it("is for the access token that asked for it, and for no other", async () => {
    const { sent, session, api } = startPage();
    await session.resume();
    await session.adopt({ access_token: "token-2", token_type: "Bearer", expires_in: 900 });
    await api.GET("/v1/wallets");
    expect(sent.at(-1)).toBe(`${WALLETS} Bearer token-2`);
  });

  it("that failed is followed by the client's own attempts", async () => {
    const lost = () => Promise.reject(new TypeError("Failed to fetch"));
    const { sent, api } = startPage({ answers: { [WALLETS]: [lost] } });
    expect((await api.GET("/v1/wallets")).data).toEqual({ of: WALLETS });
    expect(sent.filter((request) => request.startsWith(WALLETS))).toHaveLength(2);
  });

  it("of an access token that the service refuses leads to a renewal", async () => {
    const tokens = { access_token: "token-2", token_type: "Bearer", expires_in: 900 };
    const { sent, api } = startPage({
      answers: {
        [WALLETS]: [() => problem(401, "token_invalid")],
        [REFRESH]: [
          () => json({ tokens: { ...tokens, access_token: "token-1" } }),
          () => json({ tokens }),
        ],
      },
    });
    expect((await api.GET("/v1/wallets")).data).toEqual({ of: WALLETS });
    expect(sent.at(-1)).toBe(`${WALLETS} Bearer token-2`);
  });

  it("is dropped with the lock when the client has not come in time", async () => {
    vi.useFakeTimers();
    const { sent, locks, api } = startPage();
    await vi.advanceTimersByTimeAsync(HANDOVER_MS - 1);
    const other = vi.fn(async () => {});
    void locks.request(SESSION_LOCK, { ifAvailable: false }, other);
    await vi.advanceTimersByTimeAsync(0);
    expect(other).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(other).toHaveBeenCalledOnce();
    expect((await api.GET("/v1/wallets")).data).toEqual({ of: WALLETS });
    expect(sent.filter((request) => request === REFRESH)).toHaveLength(2);
    expect(sent.filter((request) => request.startsWith(WALLETS))).toHaveLength(2);
  });
});
