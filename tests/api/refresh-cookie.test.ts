import { exports } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { REFRESH_GRACE_SECONDS, SESSION_IDLE_DAYS } from "../../src/domain/bounds.ts";
import { REFRESH_COOKIE } from "../../src/http/refresh-cookie.ts";
import { atTime } from "../clock.ts";
import { auditEvents, idOf, query } from "../database.ts";
import { allowCodeReuse, enrolTotp, firstStep } from "../factors.ts";
import { addPasskey } from "../passkeys.ts";
import { api, jsonOf, logIn, registerPerson } from "../people.ts";
import { NEW_PASSWORD } from "../planted-secrets.ts";
import { expectProblem } from "../problems.ts";
import {
  byCookie,
  cookieOf,
  expectCleared,
  FOREIGN,
  headersOf,
  logInByCookie,
  OWN,
  refreshBy,
  registerByCookie,
} from "./cookie-client.ts";

const TOKEN = /^mrt_[\w-]{43}$/;
const AGE = SESSION_IDLE_DAYS * 86_400;
const me = (token: string) => api("GET", "/v1/users/me", { token });
const refreshFrom = (origin: string | null, cookie: string) =>
  api("POST", "/v1/auth/refresh", { headers: headersOf(origin, cookie) });

/** The tokens of an answer that has the refresh token in its cookie, and the cookie's value. */
async function tokensOf(response: Response, status = 200) {
  expect(response.status).toBe(status);
  const cookie = cookieOf(response) ?? "";
  expect(cookie).toMatch(TOKEN);
  const text = await response.text();
  expect(text).not.toContain(cookie);
  expect(text).not.toContain("refresh_token");
  return { cookie, ...JSON.parse(text) };
}

describe("a login with refresh_token_in: cookie", () => {
  it("sets a cookie that no script and no other site gets, and answers no refresh token", async () => {
    const { phone, password } = await registerPerson();
    const body = { phone, password, refresh_token_in: "cookie" };
    const response = await api("POST", "/v1/auth/login", { body, headers: headersOf(OWN) });
    const [set = ""] = response.headers.getSetCookie();
    const [pair = "", ...attributes] = set.split("; ");
    expect(pair).toMatch(/^__Host-refresh_token=mrt_[\w-]{43}$/);
    expect(attributes.sort()).toEqual([
      "HttpOnly",
      `Max-Age=${AGE}`,
      "Path=/",
      "SameSite=Strict",
      "Secure",
    ]);
    const { tokens } = await tokensOf(response);
    expect(tokens).toEqual({
      access_token: expect.any(String),
      token_type: "Bearer",
      expires_in: 600,
    });
    expect((await me(tokens.access_token)).status).toBe(200);
  });

  it("by an authenticator app sets it with the second step", async () => {
    const person = await registerPerson();
    const app = await enrolTotp(person);
    const first = { phone: person.phone, password: person.password, refresh_token_in: "cookie" };
    const asked = await api("POST", "/v1/auth/login", { body: first, headers: headersOf(OWN) });
    expect(asked.headers.getSetCookie()).toEqual([]);
    const { challenge } = await jsonOf(asked);
    await allowCodeReuse(person);
    const body = { challenge, code: app.code(), refresh_token_in: "cookie" };
    const path = "/v1/auth/login/second-factor";
    const { cookie } = await tokensOf(await api("POST", path, { body, headers: headersOf(OWN) }));
    expect((await refreshBy(cookie)).status).toBe(200);
  });

  it("by a passkey sets it", async () => {
    const { authenticator } = await addPasskey(await registerPerson());
    const { options } = await jsonOf(api("POST", "/v1/auth/login/passkey/options"));
    const body = { passkey: await authenticator.get(options), refresh_token_in: "cookie" };
    const response = api("POST", "/v1/auth/login/passkey", { body, headers: headersOf(OWN) });
    const { cookie } = await tokensOf(await response);
    expect((await refreshBy(cookie)).status).toBe(200);
  });

  it.each(FOREIGN)("is refused from the origin %j, and nothing is tried", async (origin) => {
    const person = await registerPerson();
    const headers = headersOf(origin);
    const refused = async (path: string, body: object) => {
      const answer = await api("POST", path, { body, headers });
      expect(answer.headers.getSetCookie()).toEqual([]);
      await expectProblem(answer, 403, "origin_not_allowed");
    };
    const { phone, password } = person;
    const inCookie = { refresh_token_in: "cookie" };
    await refused("/v1/auth/login", { phone, password, ...inCookie });
    const app = await enrolTotp(person);
    const { authenticator } = await addPasskey(person);
    await allowCodeReuse(person);
    const { challenge } = await firstStep(person);
    const proof = { challenge, code: app.code() };
    await refused("/v1/auth/login/second-factor", { ...proof, ...inCookie });
    const { options } = await jsonOf(api("POST", "/v1/auth/login/passkey/options"));
    const passkey = await authenticator.get(options);
    await refused("/v1/auth/login/passkey", { passkey, ...inCookie });
    // Neither the code nor the challenges were spent.
    expect((await api("POST", "/v1/auth/login/second-factor", { body: proof })).status).toBe(200);
    expect((await api("POST", "/v1/auth/login/passkey", { body: { passkey } })).status).toBe(200);
  });

  it("is refused with another place than the two", async () => {
    const { phone, password } = await registerPerson();
    for (const refresh_token_in of ["header", "", null, "Cookie"]) {
      const body = { phone, password, refresh_token_in };
      const answer = api("POST", "/v1/auth/login", { body, headers: headersOf(OWN) });
      await expectProblem(answer, 400, "invalid_request", "/refresh_token_in");
    }
  });
});

describe("without refresh_token_in", () => {
  it.each([{}, { refresh_token_in: "body" }])(
    "tokens travel in the body, whatever cookie there is: %j",
    async (place) => {
      const { cookie, phone, password } = await registerByCookie();
      const body = { phone, password, ...place };
      const response = await byCookie("POST", "/v1/auth/login", cookie, { body });
      expect(response.headers.getSetCookie()).toEqual([]);
      const { tokens } = await jsonOf(response);
      expect(tokens.refresh_token).toMatch(TOKEN);
      const next = { body: { refresh_token: tokens.refresh_token } };
      const refreshed = await byCookie("POST", "/v1/auth/refresh", cookie, next);
      expect(refreshed.headers.getSetCookie()).toEqual([]);
      const after = await jsonOf(refreshed);
      expect(after.tokens.refresh_token).toMatch(TOKEN);
      const out = { body: { refresh_token: after.tokens.refresh_token } };
      const ended = await byCookie("POST", "/v1/auth/logout", cookie, out);
      expect([ended.status, ended.headers.getSetCookie()]).toEqual([204, []]);
      // The cookie and its session are as they were.
      expect((await refreshBy(cookie)).status).toBe(200);
    },
  );
});

describe("POST /v1/auth/refresh with the cookie", () => {
  it("spends its token, and sets the next", async () => {
    const { cookie } = await registerByCookie();
    const startMs = Date.now();
    const first = await tokensOf(await atTime(startMs, () => refreshBy(cookie)));
    expect(first.cookie).not.toBe(cookie);
    const second = await tokensOf(await refreshBy(first.cookie));
    expect((await me(second.tokens.access_token)).status).toBe(200);
    const late = await atTime(startMs + REFRESH_GRACE_SECONDS * 1_000, () => refreshBy(cookie));
    expectCleared(late);
    await expectProblem(late, 401, "session_ended");
  });

  it("accepts an empty object as a body", async () => {
    const { cookie } = await registerByCookie();
    const response = await byCookie("POST", "/v1/auth/refresh", cookie, { body: {} });
    await tokensOf(response);
  });

  it.each(FOREIGN)("is refused from the origin %j, and spends nothing", async (origin) => {
    const { cookie, user } = await registerByCookie();
    const answer = await refreshFrom(origin, cookie);
    expect(answer.headers.getSetCookie()).toEqual([]);
    await expectProblem(answer, 403, "origin_not_allowed");
    const [spent] = await query(sql`SELECT count(*)::int AS n FROM refresh_tokens t
      JOIN sessions s ON s.id = t.session_id
      WHERE s.user_id = ${idOf("usr", user.id)} AND t.spent_at IS NOT NULL`);
    expect(spent).toEqual({ n: 0 });
    expect((await refreshBy(cookie)).status).toBe(200);
  });

  it("needs a token, in the body or in the cookie", async () => {
    const ask = { headers: headersOf(OWN) };
    await expectProblem(api("POST", "/v1/auth/refresh"), 401, "token_missing");
    await expectProblem(api("POST", "/v1/auth/refresh", ask), 401, "token_missing");
    const empty = api("POST", "/v1/auth/refresh", { body: {} });
    await expectProblem(empty, 401, "token_missing");
  });

  it("clears a cookie whose token is unknown, or whose session has ended", async () => {
    const { cookie, accessToken: token } = await registerByCookie();
    const unknown = await refreshBy(`mrt_${"A".repeat(43)}`);
    expectCleared(unknown);
    await expectProblem(unknown, 401, "token_invalid");
    await api("POST", "/v1/auth/logout", { token });
    const ended = await refreshBy(cookie);
    expectCleared(ended);
    await expectProblem(ended, 401, "session_ended");
  });

  it.each([
    ["no value", ""],
    ["a short value", "x"],
    ["quotes", '""'],
    ["an encoded NUL", "%00"],
    ["a broken escape", "%"],
    ["a prefix alone", "mrt_"],
    ["another script", "mrt_ä"],
    ["high bytes", "\u0080\u00ff"],
    ["a padded token", `mrt_${"A".repeat(42)}%41=`],
    ["a token that is too long", `mrt_${"A".repeat(44)}`],
    ["many bytes", "x".repeat(7_000)],
    ["SQL", "mrt_'; DROP TABLE refresh_tokens"],
  ])("refuses a cookie with %s without a fault", async (_, value) => {
    const answer = await refreshBy(value);
    const { code } = await jsonOf(answer.clone());
    // Bytes that no cookie can have make it no cookie.
    expect(["token_missing", "token_invalid"]).toContain(code);
    expect(answer.status).toBe(401);
    if (code === "token_invalid") expectCleared(answer);
  });

  it("reads only the cookie of exactly this name, and the first of several", async () => {
    const [first, second] = [await registerByCookie(), await registerByCookie()];
    const send = (cookie: string) =>
      api("POST", "/v1/auth/refresh", { headers: { Origin: OWN, Cookie: cookie } });
    for (const name of [
      REFRESH_COOKIE.toLowerCase(),
      REFRESH_COOKIE.slice("__Host-".length),
      `\u00a0${REFRESH_COOKIE}`,
      `${REFRESH_COOKIE}\u00a0`,
      `=${REFRESH_COOKIE}`,
      `x; y ${REFRESH_COOKIE}`,
    ]) {
      // The value is no token, so that no log has one; under the right name it would be invalid.
      await expectProblem(send(`${name}=mrt_x`), 401, "token_missing");
    }
    const both = `a=b; ${REFRESH_COOKIE}=${first.cookie}; ${REFRESH_COOKIE}=${second.cookie}`;
    const { tokens } = await tokensOf(await send(both));
    const { id } = await jsonOf(me(tokens.access_token));
    expect(id).toBe(first.user.id);
    expect((await refreshBy(second.cookie)).status).toBe(200);
  });

  it("keeps its rules of 30 days: a session ends though the cookie would last", async () => {
    const person = await registerByCookie();
    const at = Date.now() + AGE * 1_000 + 1_000;
    const answer = await atTime(at, () => refreshBy(person.cookie));
    expectCleared(answer);
    await expectProblem(answer, 401, "session_ended");
  });
});

describe("refreshes of one cookie at once", () => {
  it("log nobody out, whichever answer the browser keeps", async () => {
    for (const kept of [0, 1, 2, 3]) {
      const person = await registerByCookie();
      const answers = await Promise.all(Array.from({ length: 4 }, () => refreshBy(person.cookie)));
      const all = await Promise.all(answers.map((answer) => tokensOf(answer)));
      const later = Date.now() + 600_000;
      const next = await tokensOf(await atTime(later, () => refreshBy(all[kept]?.cookie ?? "")));
      expect((await atTime(later, () => me(next.tokens.access_token))).status).toBe(200);
      const events = (await auditEvents(person.user.id)).map(({ type }) => type);
      expect(events).not.toContain("refresh_token_reused");
    }
  });

  it("still show a thief: the use of one successor voids the other", async () => {
    const person = await registerByCookie();
    const [mine, stolen] = [
      await tokensOf(await refreshBy(person.cookie)),
      await tokensOf(await refreshBy(person.cookie)),
    ];
    expect((await refreshBy(mine.cookie)).status).toBe(200);
    const answer = await refreshBy(stolen.cookie);
    expectCleared(answer);
    await expectProblem(answer, 401, "session_ended");
    await expectProblem(me(person.accessToken), 401, "session_ended");
    const events = (await auditEvents(person.user.id)).map(({ type }) => type);
    expect(events.filter((type) => type === "refresh_token_reused")).toHaveLength(1);
  });
});

describe("POST /v1/auth/logout with the cookie", () => {
  it("ends the session by the cookie alone, and clears it", async () => {
    const { cookie, accessToken } = await registerByCookie();
    const out = await byCookie("POST", "/v1/auth/logout", cookie);
    expect(out.status).toBe(204);
    expectCleared(out);
    expect(out.headers.get("Clear-Site-Data")).toBe('"storage"');
    await expectProblem(me(accessToken), 401, "session_ended");
    const again = await byCookie("POST", "/v1/auth/logout", cookie);
    expectCleared(again);
    await expectProblem(again, 401, "session_ended");
  });

  it("with the access token of the same session does the same", async () => {
    const { cookie, accessToken: token } = await registerByCookie();
    const out = await byCookie("POST", "/v1/auth/logout", cookie, { token });
    expect(out.status).toBe(204);
    expectCleared(out);
    await expectProblem(refreshBy(cookie), 401, "session_ended");
  });

  it("with the access token of another session ends that one, and leaves the cookie", async () => {
    const { cookie, phone } = await registerByCookie();
    const other = await logIn(phone);
    const out = await byCookie("POST", "/v1/auth/logout", cookie, { token: other.accessToken });
    expect([out.status, out.headers.getSetCookie()]).toEqual([204, []]);
    await expectProblem(me(other.accessToken), 401, "session_ended");
    expect((await refreshBy(cookie)).status).toBe(200);
  });

  it.each(FOREIGN)("is refused from the origin %j, and ends nothing", async (origin) => {
    const { cookie, accessToken: token } = await registerByCookie();
    const headers = headersOf(origin, cookie);
    for (const request of [{ headers }, { headers, token }]) {
      const answer = await api("POST", "/v1/auth/logout", request);
      expect(answer.headers.getSetCookie()).toEqual([]);
      await expectProblem(answer, 403, "origin_not_allowed");
    }
    expect((await me(token)).status).toBe(200);
    expect((await refreshBy(cookie)).status).toBe(200);
  });

  it("clears a cookie whose token is unknown", async () => {
    const answer = await byCookie("POST", "/v1/auth/logout", `mrt_${"A".repeat(43)}`);
    expectCleared(answer);
    await expectProblem(answer, 401, "token_invalid");
  });
});

describe("a change of the password with the cookie", () => {
  const body = (current_password: string) => ({ password: NEW_PASSWORD, current_password });

  it("sets the new cookie, and answers no refresh token", async () => {
    const person = await registerByCookie();
    const { cookie: old, accessToken: token, password } = person;
    const request = { token, body: body(password) };
    const changed = await tokensOf(await byCookie("PATCH", "/v1/users/me", old, request));
    expect(changed.id).toBe(person.user.id);
    await expectProblem(refreshBy(old), 401, "token_invalid");
    expect((await refreshBy(changed.cookie)).status).toBe(200);
  });

  it("of another session answers the token in the body", async () => {
    const person = await registerPerson();
    const { cookie } = await registerByCookie();
    const request = { token: person.accessToken, body: body(person.password) };
    const changed = await byCookie("PATCH", "/v1/users/me", cookie, request);
    expect([changed.status, changed.headers.getSetCookie()]).toEqual([200, []]);
    expect((await jsonOf(changed)).tokens.refresh_token).toMatch(TOKEN);
    expect((await refreshBy(cookie)).status).toBe(200);
  });

  it.each(FOREIGN)("is refused from the origin %j, and changes nothing", async (origin) => {
    const person = await registerByCookie();
    const { cookie, accessToken: token, password, phone } = person;
    const headers = headersOf(origin, cookie);
    const answer = api("PATCH", "/v1/users/me", { token, body: body(password), headers });
    await expectProblem(answer, 403, "origin_not_allowed");
    expect((await refreshBy(cookie)).status).toBe(200);
    expect((await logIn(phone, password)).refreshToken).toMatch(TOKEN);
  });

  it("that is refused leaves the cookie; so does another change", async () => {
    const { cookie, accessToken: token } = await registerByCookie();
    const wrong = await byCookie("PATCH", "/v1/users/me", cookie, {
      token,
      body: body("not the password"),
    });
    expect([wrong.status, wrong.headers.getSetCookie()]).toEqual([403, []]);
    const renamed = { token, body: { username: "Another Name" } };
    const answer = await byCookie("PATCH", "/v1/users/me", cookie, renamed);
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([200, []]);
    expect((await refreshBy(cookie)).status).toBe(200);
  });
});

describe("the deletion of the account with the cookie", () => {
  const routes = [
    ["DELETE", "/v1/users/me"],
    ["POST", "/v1/users/me/delete"],
  ] as const;

  it.each(routes)("clears it: %s %s", async (method, path) => {
    const { cookie, accessToken: token, password } = await registerByCookie();
    const gone = await byCookie(method, path, cookie, { token, body: { password } });
    expect(gone.status).toBe(204);
    expectCleared(gone);
    await expectProblem(refreshBy(cookie), 401, "session_ended");
  });

  it.each(routes)(
    "that is refused, or of another session, leaves it: %s %s",
    async (method, path) => {
      const { cookie, accessToken: token } = await registerByCookie();
      const wrong = { token, body: { password: "not the password" } };
      const refused = await byCookie(method, path, cookie, wrong);
      expect([refused.status, refused.headers.getSetCookie()]).toEqual([403, []]);
      const other = await registerPerson();
      const request = { token: other.accessToken, body: { password: other.password } };
      const gone = await byCookie(method, path, cookie, request);
      expect([gone.status, gone.headers.getSetCookie()]).toEqual([204, []]);
      expect((await refreshBy(cookie)).status).toBe(200);
    },
  );

  it.each(routes)("is refused from another origin: %s %s", async (method, path) => {
    const { cookie, accessToken: token, password } = await registerByCookie();
    const headers = headersOf("https://evil.example", cookie);
    const answer = api(method, path, { token, body: { password }, headers });
    await expectProblem(answer, 403, "origin_not_allowed");
    expect((await me(token)).status).toBe(200);
  });
});

describe("on the developer's machine", () => {
  it.each(["http://127.0.0.1:8787", "http://localhost:8787"])(
    "the origin is the one that the request names: %s",
    async (origin) => {
      const { phone, password } = await registerPerson();
      const send = (from: string) =>
        exports.default.fetch(`${origin}/v1/auth/login`, {
          method: "POST",
          headers: { "Content-Type": "application/json", Origin: from },
          body: JSON.stringify({ phone, password, refresh_token_in: "cookie" }),
        });
      const { cookie } = await tokensOf(await send(origin));
      expect(cookie).toMatch(TOKEN);
      await expectProblem(send("http://127.0.0.1:8788"), 403, "origin_not_allowed");
    },
  );
});

describe("a cookie", () => {
  it("opens no other route: only an access token does", async () => {
    const { cookie } = await registerByCookie();
    const answer = byCookie("GET", "/v1/users/me", cookie);
    await expectProblem(answer, 401, "token_missing");
  });

  it("of one browser is replaced when another person logs in there", async () => {
    const [first, second] = [await registerByCookie(), await registerPerson()];
    const { phone, password } = second;
    const body = { phone, password, refresh_token_in: "cookie" };
    const { cookie } = await tokensOf(
      await byCookie("POST", "/v1/auth/login", first.cookie, { body }),
    );
    const { tokens } = await tokensOf(await refreshBy(cookie));
    expect((await jsonOf(me(tokens.access_token))).id).toBe(second.user.id);
    expect((await logInByCookie(first)).cookie).toMatch(TOKEN);
  });
});

describe("a login with refresh_token_in: session_cookie", () => {
  const attributesOf = (response: Response) =>
    (response.headers.getSetCookie()[0] ?? "").split("; ").slice(1).sort();

  it("sets a cookie that ends with the browser, and so do its successors", async () => {
    const { phone, password } = await registerPerson();
    const body = { phone, password, refresh_token_in: "session_cookie" };
    const response = await api("POST", "/v1/auth/login", { body, headers: headersOf(OWN) });
    const withoutAge = ["HttpOnly", "Path=/", "SameSite=Strict", "Secure"];
    expect(attributesOf(response)).toEqual(withoutAge);
    const refreshed = await refreshBy(cookieOf(response) ?? "");
    expect(refreshed.status).toBe(200);
    expect(attributesOf(refreshed)).toEqual(withoutAge);
    const { tokens } = await jsonOf(refreshed);
    expect(tokens.refresh_token).toBeUndefined();
    const changed = await byCookie("PATCH", "/v1/users/me", cookieOf(refreshed) ?? "", {
      token: tokens.access_token,
      body: { password: NEW_PASSWORD, current_password: password },
    });
    expect(changed.status).toBe(200);
    expect(attributesOf(changed)).toEqual(withoutAge);
    const ended = await byCookie("POST", "/v1/auth/logout", cookieOf(changed) ?? "");
    expect(ended.status).toBe(204);
    expectCleared(ended);
  });

  it("needs the service's own origin", async () => {
    const { phone, password } = await registerPerson();
    const body = { phone, password, refresh_token_in: "session_cookie" };
    const headers = headersOf("https://evil.example");
    const response = await api("POST", "/v1/auth/login", { body, headers });
    await expectProblem(response, 403, "origin_not_allowed");
  });
});
