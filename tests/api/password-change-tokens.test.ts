import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { auditEvents, idOf, query } from "../database.ts";
import { beginTotp, enrolTotp, stepUp } from "../factors.ts";
import { addPasskey } from "../passkeys.ts";
import { api, jsonOf, logIn, PASSWORD, type Person, registerPerson } from "../people.ts";
import { NEW_PASSWORD } from "../planted-secrets.ts";
import { expectProblem } from "../problems.ts";

type Tokens = Pick<Person, "accessToken" | "refreshToken">;
const refresh = (refreshToken: string) =>
  api("POST", "/v1/auth/refresh", { body: { refresh_token: refreshToken } });
const change = ({ accessToken: token }: Tokens, body: object) =>
  api("PATCH", "/v1/users/me", { token, body: { current_password: PASSWORD, ...body } });
const me = ({ accessToken: token }: Tokens) => api("GET", "/v1/users/me", { token });
const next = async (refreshToken: string): Promise<string> =>
  (await jsonOf(refresh(refreshToken))).tokens.refresh_token;

describe("a change of the password", () => {
  it("voids the refresh tokens that the asking session had, and its answer has the new ones", async () => {
    const person = await registerPerson();
    const spent = person.refreshToken;
    const current = await next(spent);
    const { tokens, id } = await jsonOf(change(person, { password: NEW_PASSWORD }));
    expect(id).toBe(person.user.id);
    expect(tokens).toMatchObject({ token_type: "Bearer", expires_in: 600 });
    // A thief's copies do not work, and do not end the owner's session either.
    for (const copy of [current, spent]) await expectProblem(refresh(copy), 401, "token_invalid");
    const fresh = { accessToken: tokens.access_token, refreshToken: tokens.refresh_token };
    expect((await me(fresh)).status).toBe(200);
    expect((await me(person)).status).toBe(200);
    const later = await next(fresh.refreshToken);
    expect((await refresh(later)).status).toBe(200);
    const events = (await auditEvents(person.user.id)).map(({ type }) => type);
    expect(events).not.toContain("refresh_token_reused");
    const sessions = await query(
      sql`SELECT end_reason FROM sessions WHERE user_id = ${idOf("usr", person.user.id)}`,
    );
    expect(sessions).toEqual([{ end_reason: null }]);
  });

  it("leaves a client that ignores the new tokens its session until the access token expires", async () => {
    const person = await registerPerson();
    await change(person, { password: NEW_PASSWORD });
    await expectProblem(refresh(person.refreshToken), 401, "token_invalid");
    expect((await me(person)).status).toBe(200);
    expect((await api("POST", "/v1/auth/logout", { token: person.accessToken })).status).toBe(204);
  });

  it("voids also the successor of a refresh at the same time, or the refresh fails", async () => {
    for (let round = 0; round < 8; round++) {
      const person = await registerPerson();
      const [changed, refreshed] = await Promise.all([
        change(person, { password: NEW_PASSWORD }),
        refresh(person.refreshToken),
      ]);
      expect(changed.status).toBe(200);
      const { tokens } = await jsonOf(changed);
      if (refreshed.status === 200) {
        const lost = (await jsonOf(refreshed)).tokens.refresh_token;
        await expectProblem(refresh(lost), 401, "token_invalid");
      }
      expect((await refresh(tokens.refresh_token)).status).toBe(200);
    }
  });

  it("that is refused changes no token", async () => {
    const person = await registerPerson();
    const wrong = change(person, { password: NEW_PASSWORD, current_password: "four-Camels" });
    await expectProblem(wrong, 403, "wrong_password");
    await expectProblem(change(person, { password: "password123" }), 400, "weak_password");
    const { phone } = await registerPerson();
    const taken = change(person, { password: NEW_PASSWORD, phone });
    await expectProblem(taken, 409, "phone_taken");
    expect((await refresh(person.refreshToken)).status).toBe(200);
  });

  it("ends the other sessions with their tokens", async () => {
    const person = await registerPerson();
    const other = await logIn(person.phone);
    await change(person, { password: NEW_PASSWORD });
    await expectProblem(refresh(other.refreshToken), 401, "session_ended");
  });
});

describe("other changes keep the refresh tokens of all sessions", () => {
  const CHANGES: Readonly<Record<string, (person: Person) => Promise<unknown>>> = {
    "a new name": async (person) => {
      const answer = await jsonOf(change(person, { username: "Another Name" }));
      expect(answer).not.toHaveProperty("tokens");
    },
    "a new address": async (person) => {
      const answer = await jsonOf(
        change(person, { email: `a-${person.phone.slice(1)}@example.com` }),
      );
      expect(answer).not.toHaveProperty("tokens");
    },
    "a new app": enrolTotp,
    "an app that is removed": async (person) => {
      await enrolTotp(person);
      const removed = api("DELETE", "/v1/factors/totp", { token: person.accessToken });
      expect((await removed).status).toBe(204);
    },
    "a new passkey": (person) => addPasskey(person),
    "a step-up": async (person) => {
      const { recoveryCodes } = await enrolTotp(person);
      expect((await stepUp(person, { recovery_code: recoveryCodes[0] })).status).toBe(204);
    },
    "an enrolment that was begun": beginTotp,
  };

  it.each(Object.keys(CHANGES))("%s", async (name) => {
    const person = await registerPerson();
    const other = await logIn(person.phone);
    await CHANGES[name]?.(person);
    for (const { refreshToken } of [person, other]) {
      expect((await refresh(refreshToken)).status).toBe(200);
    }
  });
});
