import { exports } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  SESSION_IDLE_DAYS,
  SESSION_TTL_DAYS,
  SESSIONS_PER_USER_MAX,
} from "../../src/domain/bounds.ts";
import { atTime } from "../clock.ts";
import { auditEvents, idOf, query } from "../database.ts";
import { api, jsonOf, logIn, PASSWORD, type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";

const DAY_MS = 86_400_000;
const ANDROID =
  "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36";
const PATH = "/v1/users/me/sessions";
const list = async ({ accessToken }: Pick<Person, "accessToken">) =>
  (await jsonOf(api("GET", PATH, { token: accessToken }))).data as {
    id: string;
    device: string | null;
    place: string | null;
    client: string | null;
    system: string | null;
    created_at: string;
    last_seen_at: string;
    expires_at: string;
    is_current: boolean;
  }[];
const currentOf = async (person: Pick<Person, "accessToken">) =>
  (await list(person)).find(({ is_current }) => is_current)?.id ?? "";
const logInAs = async (phone: string, headers: Record<string, string>) => {
  const body = { phone, password: PASSWORD };
  const { tokens } = await jsonOf(api("POST", "/v1/auth/login", { body, headers }));
  return { accessToken: tokens.access_token, refreshToken: tokens.refresh_token };
};
const endReasons = ({ user }: Person) =>
  query(sql`SELECT end_reason FROM sessions WHERE user_id = ${idOf("usr", user.id)}
    AND ended_at IS NOT NULL`);

describe("GET /v1/users/me/sessions", () => {
  it("lists the user's active sessions, last seen first, and marks the current one", async () => {
    const person = await registerPerson();
    const other = await logIn(person.phone);
    const gone = await logIn(person.phone);
    await api("POST", "/v1/auth/logout", { token: gone.accessToken });
    await registerPerson();
    const sessions = await list(person);
    expect(sessions).toEqual([
      {
        id: expect.stringMatching(/^ses_[0-9a-z]{26}$/),
        device: null,
        place: null,
        client: null,
        system: null,
        city: null,
        country: null,
        created_at: expect.any(String),
        last_seen_at: sessions[0]?.created_at,
        expires_at: expect.any(String),
        is_current: false,
      },
      expect.objectContaining({ is_current: true }),
    ]);
    const days =
      (Date.parse(sessions[0]?.expires_at ?? "") - Date.parse(sessions[0]?.created_at ?? "")) /
      86_400_000;
    expect(days).toBe(SESSION_IDLE_DAYS);
    expect((await list(other)).map(({ is_current }) => is_current)).toEqual([true, false]);
  });

  it.each([
    [ANDROID, "Chrome on Android"],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
      "Safari on iOS",
    ],
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0",
      "Firefox on Windows",
    ],
    ["Mahfaza/3.1 (Android 14)", "Mahfaza/3.1 on Android"],
    ["okhttp/4.12.0", "okhttp/4.12.0"],
    ["<script>alert(1)</script>", null],
    ["x".repeat(10_000), "x".repeat(80)],
  ])("names the device of %.40s as %.30s", async (userAgent, device) => {
    const { phone } = await registerPerson();
    const session = await logInAs(phone, { "User-Agent": userAgent });
    const [listed] = await list(session);
    expect(listed?.device).toBe(device);
    const [client = null, system = null] = device?.split(" on ") ?? [];
    expect(listed).toMatchObject({ client, system });
  });

  it.each([
    [{ city: "Sanaa", country: "YE" }, "Sanaa, YE", "Sanaa", "YE"],
    [{ country: "YE" }, "YE", null, "YE"],
    [{ city: "", country: "T1" }, "T1", null, "T1"],
    [{ city: "ص".repeat(100), country: "YE" }, "ص".repeat(80), "ص".repeat(80), null],
    [{}, null, null, null],
  ])("names the place of the edge's location %j as %.30s", async (cf, place, city, country) => {
    const { phone } = await registerPerson();
    const response = await exports.default.fetch("https://mahfaza.example/v1/auth/login", {
      method: "POST",
      body: JSON.stringify({ phone, password: PASSWORD }),
      headers: { "Content-Type": "application/json" },
      cf,
    } as RequestInit);
    const { tokens } = await jsonOf(response);
    const [listed] = await list({ accessToken: tokens.access_token });
    expect(listed).toMatchObject({ place, city, country });
  });

  it("shows the time and device of a session's last refresh", async () => {
    const { phone } = await registerPerson();
    const startMs = Date.now();
    const { accessToken, refreshToken } = await atTime(startMs, () =>
      logInAs(phone, { "User-Agent": "okhttp/4.12.0" }),
    );
    const current = async () => (await list({ accessToken })).find(({ is_current }) => is_current);
    const before = await current();
    const laterMs = startMs + 3_600_000;
    await atTime(laterMs, () =>
      api("POST", "/v1/auth/refresh", {
        body: { refresh_token: refreshToken },
        headers: { "User-Agent": ANDROID },
      }),
    );
    expect(before).toMatchObject({ device: "okhttp/4.12.0" });
    expect(Date.parse(before?.last_seen_at ?? "")).toBe(startMs);
    const after = await current();
    expect(Date.parse(after?.last_seen_at ?? "")).toBe(laterMs);
    expect(after).toMatchObject({ device: "Chrome on Android", created_at: before?.created_at });
  });
});

describe("DELETE /v1/users/me/sessions/{id}", () => {
  it("ends that session on its very next request, and no other", async () => {
    const person = await registerPerson();
    const lost = await logIn(person.phone);
    const id = await currentOf(lost);
    const end = () => api("DELETE", `${PATH}/${id}`, { token: person.accessToken });
    expect((await end()).status).toBe(204);
    await expectProblem(api("GET", PATH, { token: lost.accessToken }), 401, "session_ended");
    const again = { body: { refresh_token: lost.refreshToken } };
    await expectProblem(api("POST", "/v1/auth/refresh", again), 401, "session_ended");
    expect(await list(person)).toHaveLength(1);
    await expectProblem(end(), 404, "session_not_found");
    expect((await auditEvents(person.user.id)).at(-1)).toEqual({
      type: "session_ended",
      details: { session: id },
    });
    expect(await endReasons(person)).toEqual([{ end_reason: "owner" }]);
  });

  it("may end the current session", async () => {
    const person = await registerPerson();
    const path = `${PATH}/${await currentOf(person)}`;
    expect((await api("DELETE", path, { token: person.accessToken })).status).toBe(204);
    await expectProblem(api("DELETE", path, { token: person.accessToken }), 401, "session_ended");
  });

  it("answers another user's session like an unknown one, and a malformed id with 400", async () => {
    const [person, other] = [await registerPerson(), await registerPerson()];
    const end = (id: string) => api("DELETE", `${PATH}/${id}`, { token: person.accessToken });
    await expectProblem(end(await currentOf(other)), 404, "session_not_found");
    expect(await list(other)).toHaveLength(1);
    await expectProblem(end("ses_00000000000000000000000000"), 404, "session_not_found");
    for (const id of ["x", person.user.id]) {
      await expectProblem(end(id), 400, "invalid_request", "/id");
    }
  });

  it("lets exactly one of two sessions that end each other at once succeed", async () => {
    for (let round = 0; round < 5; round++) {
      const person = await registerPerson();
      const other = await logIn(person.phone);
      const [mine, theirs] = [await currentOf(person), await currentOf(other)];
      const answers = await Promise.all([
        api("DELETE", `${PATH}/${theirs}`, { token: person.accessToken }),
        api("DELETE", `${PATH}/${mine}`, { token: other.accessToken }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 401]);
    }
  });
});

describe("DELETE /v1/users/me/sessions", () => {
  it("ends every session but the current one", async () => {
    const person = await registerPerson();
    const others = [await logIn(person.phone), await logIn(person.phone)];
    const otherPerson = await registerPerson();
    const end = () => api("DELETE", PATH, { token: person.accessToken });
    expect((await end()).status).toBe(204);
    expect(await list(person)).toEqual([expect.objectContaining({ is_current: true })]);
    for (const { accessToken } of others) {
      await expectProblem(api("GET", PATH, { token: accessToken }), 401, "session_ended");
    }
    expect(await list(otherPerson)).toHaveLength(1);
    // Without other sessions it succeeds, and records nothing.
    expect((await end()).status).toBe(204);
    const events = await auditEvents(person.user.id);
    expect(events.filter(({ type }) => type === "other_sessions_ended")).toEqual([
      { type: "other_sessions_ended", details: { sessions: "2" } },
    ]);
  });
});

describe("a session", () => {
  it("ends after fourteen days without a refresh, and after thirty days in any case", async () => {
    const person = await registerPerson();
    const startMs = Date.now();
    let { refreshToken: token } = await atTime(startMs, () => logInAs(person.phone, {}));
    const refreshAfter = (days: number, ms = 0) =>
      atTime(startMs + days * DAY_MS + ms, () =>
        api("POST", "/v1/auth/refresh", { body: { refresh_token: token } }),
      );
    // Each refresh comes a moment before the session would end: on day 14, 28 and 30.
    for (const [days, ms] of [
      [SESSION_IDLE_DAYS, -1],
      [2 * SESSION_IDLE_DAYS, -2],
      [SESSION_TTL_DAYS, -1],
    ] as const) {
      const answer = await refreshAfter(days, ms);
      expect(answer.status).toBe(200);
      token = (await jsonOf(answer)).tokens.refresh_token;
    }
    await expectProblem(refreshAfter(SESSION_TTL_DAYS), 401, "session_ended");
    ({ refreshToken: token } = await atTime(startMs, () => logInAs(person.phone, {})));
    await expectProblem(refreshAfter(SESSION_IDLE_DAYS), 401, "session_ended");
  });

  it("above the bound ends the session that was seen longest ago, and records it", async () => {
    const person = await registerPerson();
    const id = idOf("usr", person.user.id);
    await query(
      sql`UPDATE sessions SET last_seen_at = now() - interval '1 hour' WHERE user_id = ${id}`,
    );
    await query(sql`INSERT INTO sessions (id, user_id, created_at, expires_at)
      SELECT gen_random_uuid(), ${id}, now(), now() + interval '1 day'
      FROM generate_series(1, ${SESSIONS_PER_USER_MAX - 1}::int)`);
    expect(await list(person)).toHaveLength(SESSIONS_PER_USER_MAX);
    const fresh = await logIn(person.phone);
    await expectProblem(api("GET", PATH, { token: person.accessToken }), 401, "session_ended");
    expect(await list(fresh)).toHaveLength(SESSIONS_PER_USER_MAX);
    expect(await endReasons(person)).toEqual([{ end_reason: "displaced" }]);
    const events = (await auditEvents(person.user.id)).map(({ type }) => type);
    expect(events.filter((type) => type === "session_displaced")).toHaveLength(1);
  });

  it("stays within the bound when several logins arrive at once", async () => {
    const person = await registerPerson();
    const id = idOf("usr", person.user.id);
    await query(sql`INSERT INTO sessions (id, user_id, created_at, expires_at)
      SELECT gen_random_uuid(), ${id}, now(), now() + interval '1 day'
      FROM generate_series(1, ${SESSIONS_PER_USER_MAX - 1}::int)`);
    // From one trusted address, so that the throttle does not refuse them.
    const address = { "CF-Connecting-IP": "198.51.100.7" };
    await logInAs(person.phone, address);
    const all = await Promise.all(Array.from({ length: 4 }, () => logInAs(person.phone, address)));
    for (const session of all) expect(await list(session)).toHaveLength(SESSIONS_PER_USER_MAX);
    const [active] = await query(sql`SELECT count(*)::int AS n FROM sessions
      WHERE user_id = ${id} AND ended_at IS NULL`);
    expect(active).toEqual({ n: SESSIONS_PER_USER_MAX });
  });

  it("keeps neither device nor place after the user's deletion", async () => {
    const person = await registerPerson();
    const session = await logInAs(person.phone, { "User-Agent": ANDROID });
    const deletion = { token: session.accessToken, body: { password: PASSWORD } };
    expect((await api("DELETE", "/v1/users/me", deletion)).status).toBe(204);
    const rows = await query(sql`SELECT device, place, end_reason FROM sessions
      WHERE user_id = ${idOf("usr", person.user.id)}`);
    expect(rows).toEqual(
      Array(2).fill({ device: null, place: null, end_reason: "account_deletion" }),
    );
  });
});
