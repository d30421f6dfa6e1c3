import { exports } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  SESSION_IDLE_DAYS,
  SESSION_TTL_DAYS,
  SESSIONS_PER_USER_MAX,
} from "../../src/domain/bounds.ts";
import { auditEventsOf, idOf, query } from "../database.ts";
import { api, jsonOf, logIn, PASSWORD, type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";

const ANDROID =
  "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36";
const PATH = "/v1/users/me/sessions";
const list = async ({ accessToken }: Pick<Person, "accessToken">) =>
  (await jsonOf(api("GET", PATH, { token: accessToken }))).data as {
    id: string;
    device: string | null;
    place: string | null;
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
  it("lists one's own living sessions, the one last seen first, and marks the one that asks", async () => {
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
  ])("says of %.40s that it is %.30s", async (userAgent, device) => {
    const { phone } = await registerPerson();
    const session = await logInAs(phone, { "User-Agent": userAgent });
    expect((await list(session))[0]?.device).toBe(device);
  });

  it.each([
    [{ city: "Sanaa", country: "YE" }, "Sanaa, YE"],
    [{ country: "YE" }, "YE"],
    [{ city: "", country: "T1" }, "T1"],
    [{ city: "ص".repeat(100), country: "YE" }, "ص".repeat(80)],
    [{}, null],
  ])("says of what the edge saw, %j, that it is %.30s", async (cf, place) => {
    const { phone } = await registerPerson();
    const response = await exports.default.fetch("https://mahfaza.example/v1/auth/login", {
      method: "POST",
      body: JSON.stringify({ phone, password: PASSWORD }),
      headers: { "Content-Type": "application/json" },
      cf,
    } as RequestInit);
    const { tokens } = await jsonOf(response);
    expect((await list({ accessToken: tokens.access_token }))[0]?.place).toBe(place);
  });

  it("tells when and on what device a session was last seen: at its last refresh", async () => {
    const { phone } = await registerPerson();
    const { accessToken, refreshToken } = await logInAs(phone, { "User-Agent": "okhttp/4.12.0" });
    const id = idOf("ses", await currentOf({ accessToken }));
    await query(sql`UPDATE sessions SET created_at = now() - interval '1 day',
      last_seen_at = now() - interval '1 hour' WHERE id = ${id}`);
    const [before] = (await list({ accessToken })).filter(({ is_current }) => is_current);
    await api("POST", "/v1/auth/refresh", {
      body: { refresh_token: refreshToken },
      headers: { "User-Agent": ANDROID },
    });
    const [after] = await list({ accessToken });
    expect(Date.parse(before?.last_seen_at ?? "")).toBeLessThan(Date.now() - 3_500_000);
    expect(Date.parse(after?.last_seen_at ?? "")).toBeGreaterThan(Date.now() - 60_000);
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
    expect((await auditEventsOf(person.user.id)).at(-1)).toEqual({
      type: "session_ended",
      details: { session: id },
    });
    expect(await endReasons(person)).toEqual([{ end_reason: "owner" }]);
  });

  it("ends the session that asks, too", async () => {
    const person = await registerPerson();
    const path = `${PATH}/${await currentOf(person)}`;
    expect((await api("DELETE", path, { token: person.accessToken })).status).toBe(204);
    await expectProblem(api("DELETE", path, { token: person.accessToken }), 401, "session_ended");
  });

  it("answers another's session as one that is not there, and what is no id as malformed", async () => {
    const [person, other] = [await registerPerson(), await registerPerson()];
    const end = (id: string) => api("DELETE", `${PATH}/${id}`, { token: person.accessToken });
    await expectProblem(end(await currentOf(other)), 404, "session_not_found");
    expect(await list(other)).toHaveLength(1);
    await expectProblem(end("ses_00000000000000000000000000"), 404, "session_not_found");
    for (const id of ["x", person.user.id]) {
      await expectProblem(end(id), 400, "invalid_request", "/id");
    }
  });

  it("lets one of two sessions that end each other at once win", async () => {
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
  it("ends every other session and leaves the one that asks", async () => {
    const person = await registerPerson();
    const others = [await logIn(person.phone), await logIn(person.phone)];
    const stranger = await registerPerson();
    const end = () => api("DELETE", PATH, { token: person.accessToken });
    expect((await end()).status).toBe(204);
    expect(await list(person)).toEqual([expect.objectContaining({ is_current: true })]);
    for (const { accessToken } of others) {
      await expectProblem(api("GET", PATH, { token: accessToken }), 401, "session_ended");
    }
    expect(await list(stranger)).toHaveLength(1);
    // With nothing left to end it succeeds, and writes nothing.
    expect((await end()).status).toBe(204);
    const trail = await auditEventsOf(person.user.id);
    expect(trail.filter(({ type }) => type === "other_sessions_ended")).toEqual([
      { type: "other_sessions_ended", details: { sessions: "2" } },
    ]);
  });
});

describe("a session", () => {
  it("ends when its tokens are not refreshed for fourteen days, and after thirty however often they are", async () => {
    const person = await registerPerson();
    const id = idOf("ses", await currentOf(person));
    const days = async () => {
      const [session] = await list(person);
      const lives = Date.parse(session?.expires_at ?? "") - Date.parse(session?.created_at ?? "");
      return Math.round(lives / 86_400_000);
    };
    const grow = (age: number) =>
      query(sql`UPDATE sessions SET created_at = now() - make_interval(days => ${age}),
        expires_at = now() + interval '1 minute' WHERE id = ${id}`);
    let token = person.refreshToken;
    for (const [age, lasts] of [
      [1, 1 + SESSION_IDLE_DAYS],
      [SESSION_TTL_DAYS - SESSION_IDLE_DAYS, SESSION_TTL_DAYS],
      [SESSION_TTL_DAYS - 1, SESSION_TTL_DAYS],
    ] as const) {
      await grow(age);
      const answer = api("POST", "/v1/auth/refresh", { body: { refresh_token: token } });
      token = (await jsonOf(answer)).tokens.refresh_token;
      expect(await days()).toBe(lasts);
    }
  });

  it("beyond the bound ends the one that was seen longest ago, and says so", async () => {
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
    const trail = (await auditEventsOf(person.user.id)).map(({ type }) => type);
    expect(trail.filter((type) => type === "session_displaced")).toHaveLength(1);
  });

  it("is bounded also when many log in at once", async () => {
    const person = await registerPerson();
    const id = idOf("usr", person.user.id);
    await query(sql`INSERT INTO sessions (id, user_id, created_at, expires_at)
      SELECT gen_random_uuid(), ${id}, now(), now() + interval '1 day'
      FROM generate_series(1, ${SESSIONS_PER_USER_MAX - 1}::int)`);
    // From where the person has logged in before, so that nothing slows them but their number.
    const address = { "CF-Connecting-IP": "198.51.100.7" };
    await logInAs(person.phone, address);
    const all = await Promise.all(Array.from({ length: 4 }, () => logInAs(person.phone, address)));
    for (const session of all) expect(await list(session)).toHaveLength(SESSIONS_PER_USER_MAX);
    const [living] = await query(sql`SELECT count(*)::int AS n FROM sessions
      WHERE user_id = ${id} AND ended_at IS NULL`);
    expect(living).toEqual({ n: SESSIONS_PER_USER_MAX });
  });

  it("keeps neither device nor place when its person is deleted", async () => {
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
