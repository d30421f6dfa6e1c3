import { env, exports } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { signAccessToken } from "../../src/crypto/access-token.ts";
import { SESSION_IDLE_DAYS, SESSION_TTL_DAYS } from "../../src/domain/bounds.ts";
import { readConfig } from "../../src/env.ts";
import { atTime } from "../clock.ts";
import { auditEvents } from "../database.ts";
import { api, jsonOf, logIn, type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { callerOf } from "../services.ts";

const DAY_MS = 86_400_000;
type Tokens = Pick<Person, "accessToken" | "refreshToken">;
const me = ({ accessToken: token }: Tokens) => api("GET", "/v1/users/me", { token });
const refresh = ({ refreshToken }: Tokens) =>
  api("POST", "/v1/auth/refresh", { body: { refresh_token: refreshToken } });
const logOut = (request: Parameters<typeof api>[2]) => api("POST", "/v1/auth/logout", request);
const byRefreshToken = ({ refreshToken }: Tokens) =>
  logOut({ body: { refresh_token: refreshToken } });
/** A token of the person's session that was signed so many milliseconds ago. */
const signedAgo = (person: Tokens, ms: number) =>
  signAccessToken(readConfig(env), callerOf(person), Date.now() - ms);

async function expectEnded(person: Person, other: Tokens): Promise<void> {
  await expectProblem(me(person), 401, "session_ended");
  await expectProblem(refresh(person), 401, "session_ended");
  expect((await me(other)).status).toBe(200);
  const events = (await auditEvents(person.user.id)).map(({ type }) => type);
  expect(events.filter((type) => type === "user_logged_out")).toHaveLength(1);
}

describe("POST /v1/auth/logout", () => {
  it.each([
    ["that expired a minute ago", 11 * 60_000],
    ["that expired days ago", 13 * DAY_MS],
  ])("ends the session of an access token %s, and no other session", async (_, ms) => {
    const person = await registerPerson();
    const other = await logIn(person.phone);
    const token = await signedAgo(person, ms);
    await expectProblem(api("GET", "/v1/users/me", { token }), 401, "token_expired");
    expect((await logOut({ token })).status).toBe(204);
    await expectEnded(person, other);
    await expectProblem(logOut({ token }), 401, "session_ended");
  });

  it("accepts an access token up to the longest life of a session after its end, and no older one", async () => {
    const person = await registerPerson();
    const lifeMs = SESSION_TTL_DAYS * DAY_MS + 600_000;
    const older = logOut({ token: await signedAgo(person, lifeMs + 1_000) });
    await expectProblem(older, 401, "token_expired");
    expect((await me(person)).status).toBe(200);
    expect((await logOut({ token: await signedAgo(person, lifeMs - 5_000) })).status).toBe(204);
  });

  it("ends the session of a refresh token, without an access token", async () => {
    const person = await registerPerson();
    const other = await logIn(person.phone);
    expect((await byRefreshToken(person)).status).toBe(204);
    await expectEnded(person, other);
    await expectProblem(byRefreshToken(person), 401, "session_ended");
  });

  it("ends the session of a refresh token that was used before", async () => {
    const person = await registerPerson();
    const other = await logIn(person.phone);
    const { tokens } = await jsonOf(refresh(person));
    expect((await byRefreshToken(person)).status).toBe(204);
    const next = { accessToken: tokens.access_token, refreshToken: tokens.refresh_token };
    await expectProblem(refresh(next), 401, "session_ended");
    await expectEnded(person, other);
  });

  it("accepts both tokens of one session, and refuses those of two sessions without ending one", async () => {
    const person = await registerPerson();
    const [other, unrelated] = [await logIn(person.phone), await registerPerson()];
    for (const { refreshToken } of [other, unrelated]) {
      const mixed = { token: person.accessToken, body: { refresh_token: refreshToken } };
      await expectProblem(logOut(mixed), 401, "token_invalid");
    }
    for (const tokens of [person, other, unrelated]) expect((await me(tokens)).status).toBe(200);
    const token = await signedAgo(person, DAY_MS);
    const both = { token, body: { refresh_token: person.refreshToken } };
    expect((await logOut(both)).status).toBe(204);
    await expectEnded(person, other);
  });

  it("needs a token: the body or the header", async () => {
    await expectProblem(logOut({}), 401, "token_missing");
    await expectProblem(logOut({ body: {} }), 401, "token_missing");
    await expectProblem(logOut({ headers: { Authorization: "Basic eDp5" } }), 401, "token_missing");
  });

  it("refuses a token that it did not issue, in either place", async () => {
    const person = await registerPerson();
    for (const refresh_token of ["", "x", `mrt_${"A".repeat(43)}`, person.accessToken]) {
      await expectProblem(logOut({ body: { refresh_token } }), 401, "token_invalid");
      const beside = { token: person.accessToken, body: { refresh_token } };
      await expectProblem(logOut(beside), 401, "token_invalid");
    }
    const forged = `${person.accessToken.slice(0, -3)}AAA`;
    const body = { refresh_token: person.refreshToken };
    await expectProblem(logOut({ token: forged, body }), 401, "token_invalid");
    await expectProblem(logOut({ headers: { Authorization: "Bearer" } }), 401, "token_invalid");
    expect((await me(person)).status).toBe(200);
  });

  it("needs no Content-Type without a body, and application/json with one", async () => {
    const person = await registerPerson();
    const text = JSON.stringify({ refresh_token: person.refreshToken });
    const asText = logOut({ body: text, headers: { "Content-Type": "text/plain" } });
    await expectProblem(asText, 415, "unsupported_media_type");
    await expectProblem(logOut({ body: "{" }), 400, "malformed_json");
    await expectProblem(logOut({ body: { refresh_token: 1 } }), 400, "invalid_request");
    await expectProblem(logOut({ body: { refreshToken: "x" } }), 400, "invalid_request");
    await expectProblem(
      logOut({ body: { refresh_token: "x".repeat(2_049) } }),
      400,
      "invalid_request",
    );
    const { accessToken: token } = person;
    const empty = logOut({ token, headers: { "Content-Type": "application/json" } });
    expect((await empty).status).toBe(204);
    const other = await logIn(person.phone);
    expect((await logOut({ token: other.accessToken })).status).toBe(204);
  });

  it.each([undefined, "application/json", "text/plain", "application/x-www-form-urlencoded"])(
    "accepts an empty body of the type %s, as HTTP clients send it",
    async (type) => {
      const { accessToken } = await registerPerson();
      const response = await exports.default.fetch("https://mahfaza.example/v1/auth/logout", {
        method: "POST",
        headers: { Authorization: `Bearer ${accessToken}`, ...(type && { "Content-Type": type }) },
        body: new Uint8Array(0),
      });
      expect(response.status).toBe(204);
    },
  );

  it("refuses a session that has expired", async () => {
    const person = await registerPerson();
    const answers = await atTime(Date.now() + SESSION_IDLE_DAYS * DAY_MS, async () => [
      await logOut({ token: person.accessToken }),
      await byRefreshToken(person),
    ]);
    for (const answer of answers) await expectProblem(answer, 401, "session_ended");
  });

  it("ends a session once, of many requests at once by both tokens", async () => {
    const person = await registerPerson();
    const other = await logIn(person.phone);
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        i % 2 ? byRefreshToken(person) : logOut({ token: person.accessToken }),
      ),
    );
    expect(all.map(({ status }) => status).sort()).toEqual([204, ...Array(7).fill(401)]);
    await expectEnded(person, other);
  });
});
