import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { REFRESH_GRACE_SECONDS } from "../../src/domain/bounds.ts";
import { auditEventsOf, idOf, query } from "../database.ts";
import { api, jsonOf, type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";

const refresh = (refreshToken: string) =>
  api("POST", "/v1/auth/refresh", { body: { refresh_token: refreshToken } });
const me = (token: string) => api("GET", "/v1/users/me", { token });

/** The next refresh token; fails when there is none. */
async function next(refreshToken: string): Promise<string> {
  const response = await refresh(refreshToken);
  expect(response.status).toBe(200);
  return (await jsonOf(response)).tokens.refresh_token;
}

/** Lets the person's tokens have been spent so long ago. */
const ago = ({ user }: Person, seconds: number) =>
  query(sql`UPDATE refresh_tokens SET spent_at = spent_at - make_interval(secs => ${seconds})
    WHERE session_id IN (SELECT id FROM sessions WHERE user_id = ${idOf("usr", user.id)})`);

/** Asserts that the family has ended for reuse, once, whatever one holds of it. */
async function expectEnded(person: Person, ...tokens: readonly string[]): Promise<void> {
  for (const token of tokens) await expectProblem(refresh(token), 401, "session_ended");
  await expectProblem(me(person.accessToken), 401, "session_ended");
  const trail = (await auditEventsOf(person.user.id)).map(({ type }) => type);
  expect(trail.filter((type) => type === "refresh_token_reused")).toHaveLength(1);
  expect(
    await query(
      sql`SELECT end_reason FROM sessions WHERE user_id = ${idOf("usr", person.user.id)}`,
    ),
  ).toEqual([{ end_reason: "refresh_reuse" }]);
}

describe("a refresh token that is used again", () => {
  it("after the grace ends the whole family", async () => {
    const person = await registerPerson();
    const successor = await next(person.refreshToken);
    await ago(person, REFRESH_GRACE_SECONDS);
    await expectProblem(refresh(person.refreshToken), 401, "session_ended");
    await expectEnded(person, person.refreshToken, successor);
  });

  it("just within the grace gets another successor, for its answer may have been lost", async () => {
    const person = await registerPerson();
    await next(person.refreshToken);
    await ago(person, REFRESH_GRACE_SECONDS - 5);
    const again = await next(person.refreshToken);
    expect((await me(person.accessToken)).status).toBe(200);
    await next(again);
    const trail = (await auditEventsOf(person.user.id)).map(({ type }) => type);
    expect(trail).toEqual(["user_registered", "user_logged_in", "refresh_retried"]);
  });

  it("does not lengthen its grace by each retry", async () => {
    const person = await registerPerson();
    await next(person.refreshToken);
    await ago(person, REFRESH_GRACE_SECONDS - 5);
    const again = await next(person.refreshToken);
    await ago(person, 5);
    await expectProblem(refresh(person.refreshToken), 401, "session_ended");
    await expectEnded(person, again);
  });

  it("after its successor was used ends the whole family, however soon", async () => {
    const person = await registerPerson();
    const second = await next(await next(person.refreshToken));
    await expectProblem(refresh(person.refreshToken), 401, "session_ended");
    await expectEnded(person, second);
  });

  it("leaves the lost successor to end the family when somebody uses it after all", async () => {
    const person = await registerPerson();
    const lost = await next(person.refreshToken);
    const again = await next(person.refreshToken);
    await expectProblem(refresh(lost), 401, "session_ended");
    await expectEnded(person, again);
  });

  it("by 20 at once leaves one token alive, whose use ends the grace of all", async () => {
    const person = await registerPerson();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => refresh(person.refreshToken)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    const tokens: string[] = await Promise.all(
      answers.map(async (answer) => (await jsonOf(answer)).tokens.refresh_token),
    );
    expect(new Set(tokens).size).toBe(20);
    const [alive] = await query(sql`SELECT count(*)::int AS n FROM refresh_tokens t
      JOIN sessions s ON s.id = t.session_id
      WHERE s.user_id = ${idOf("usr", person.user.id)} AND t.spent_at IS NULL`);
    expect(alive).toEqual({ n: 1 });
    const uses = await Promise.all(tokens.map((token) => refresh(token)));
    // Whichever comes first, at most one of them goes on, and then only until the next one is seen.
    expect(uses.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
    await expectEnded(person, ...tokens, person.refreshToken);
  });

  it("by two at once, one with the token and one with its successor, ends or goes on whole", async () => {
    for (let round = 0; round < 10; round++) {
      const person = await registerPerson();
      const successor = await next(person.refreshToken);
      const answers = await Promise.all([refresh(successor), refresh(person.refreshToken)]);
      const [used, retried] = answers.map(({ status }) => status);
      // The successor first: the retry is reuse. The retry first: the successor is.
      expect([used, retried].sort()).toEqual([200, 401]);
      await expectProblem(me(person.accessToken), 401, "session_ended");
    }
  });
});
