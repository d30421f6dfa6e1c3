import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { REFRESH_GRACE_SECONDS } from "../../src/domain/bounds.ts";
import { atTime } from "../clock.ts";
import { auditEvents, idOf, query } from "../database.ts";
import { api, jsonOf, type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";

const GRACE_MS = REFRESH_GRACE_SECONDS * 1_000;
const refresh = (refreshToken: string) =>
  api("POST", "/v1/auth/refresh", { body: { refresh_token: refreshToken } });
const me = (token: string) => api("GET", "/v1/users/me", { token });

/** Refreshes, and resolves to the next refresh token. */
async function next(refreshToken: string): Promise<string> {
  const response = await refresh(refreshToken);
  expect(response.status).toBe(200);
  return (await jsonOf(response)).tokens.refresh_token;
}

/** Asserts that the token family has ended because of reuse, and that this was recorded once. */
async function expectEnded(person: Person, ...tokens: readonly string[]): Promise<void> {
  for (const token of tokens) await expectProblem(refresh(token), 401, "session_ended");
  await expectProblem(me(person.accessToken), 401, "session_ended");
  const events = (await auditEvents(person.user.id)).map(({ type }) => type);
  expect(events.filter((type) => type === "refresh_token_reused")).toHaveLength(1);
  expect(
    await query(
      sql`SELECT end_reason FROM sessions WHERE user_id = ${idOf("usr", person.user.id)}`,
    ),
  ).toEqual([{ end_reason: "refresh_reuse" }]);
}

describe("a refresh token that is used again", () => {
  it("after the grace period ends the whole family", async () => {
    const person = await registerPerson();
    const startMs = Date.now();
    const successor = await atTime(startMs, () => next(person.refreshToken));
    const late = atTime(startMs + GRACE_MS, () => refresh(person.refreshToken));
    await expectProblem(late, 401, "session_ended");
    await expectEnded(person, person.refreshToken, successor);
  });

  it("within the grace period gets another successor, because its answer may have been lost", async () => {
    const person = await registerPerson();
    const startMs = Date.now();
    await atTime(startMs, () => next(person.refreshToken));
    const again = await atTime(startMs + GRACE_MS - 1, () => next(person.refreshToken));
    expect((await me(person.accessToken)).status).toBe(200);
    await next(again);
    const events = (await auditEvents(person.user.id)).map(({ type }) => type);
    expect(events).toEqual(["user_registered", "user_logged_in", "refresh_retried"]);
  });

  it("does not extend its grace period with each retry", async () => {
    const person = await registerPerson();
    const startMs = Date.now();
    await atTime(startMs, () => next(person.refreshToken));
    const again = await atTime(startMs + GRACE_MS - 1, () => next(person.refreshToken));
    const late = atTime(startMs + GRACE_MS, () => refresh(person.refreshToken));
    await expectProblem(late, 401, "session_ended");
    await expectEnded(person, again);
  });

  it("after its successor was used ends the whole family, even within the grace period", async () => {
    const person = await registerPerson();
    const second = await next(await next(person.refreshToken));
    await expectProblem(refresh(person.refreshToken), 401, "session_ended");
    await expectEnded(person, second);
  });

  it("makes its lost successor end the family when that is used", async () => {
    const person = await registerPerson();
    const lost = await next(person.refreshToken);
    const again = await next(person.refreshToken);
    await expectProblem(refresh(lost), 401, "session_ended");
    await expectEnded(person, again);
  });

  it("in 20 parallel requests leaves one valid token, whose use ends the grace period of all", async () => {
    const person = await registerPerson();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => refresh(person.refreshToken)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    const tokens: string[] = await Promise.all(
      answers.map(async (answer) => (await jsonOf(answer)).tokens.refresh_token),
    );
    expect(new Set(tokens).size).toBe(20);
    const [valid] = await query(sql`SELECT count(*)::int AS n FROM refresh_tokens t
      JOIN sessions s ON s.id = t.session_id
      WHERE s.user_id = ${idOf("usr", person.user.id)} AND t.spent_at IS NULL`);
    expect(valid).toEqual({ n: 1 });
    const uses = await Promise.all(tokens.map((token) => refresh(token)));
    // At most one of them succeeds, and its session ends when the next one arrives.
    expect(uses.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
    await expectEnded(person, ...tokens, person.refreshToken);
  });

  it("in parallel with its successor ends the family", async () => {
    for (let round = 0; round < 10; round++) {
      const person = await registerPerson();
      const successor = await next(person.refreshToken);
      const answers = await Promise.all([refresh(successor), refresh(person.refreshToken)]);
      const [used, retried] = answers.map(({ status }) => status);
      // The second of the two is a reuse, in either order.
      expect([used, retried].sort()).toEqual([200, 401]);
      await expectProblem(me(person.accessToken), 401, "session_ended");
    }
  });
});
