import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { auditEvents, idOf, query } from "../database.ts";
import { ageStepUp, beginTotp, enrolTotp, logInWith } from "../factors.ts";
import { codeOfKind } from "../messages.ts";
import { addPasskey } from "../passkeys.ts";
import { api, jsonOf, type Person, registerPerson, verify } from "../people.ts";
import { NEW_PASSWORD } from "../planted-secrets.ts";
import { expectProblem } from "../problems.ts";
import { act, registerOnlyAdmin, registerOperator } from "./operator.ts";

const give = (admin: Person, { user }: Person, role: string) =>
  act(admin, "PUT", `/users/${user.id}/role`, { role });
const roleOf = async ({ user }: Person) => {
  const [row] = await query(sql`SELECT role FROM users WHERE id = ${idOf("usr", user.id)}`);
  return row?.role;
};
const removeApp = ({ accessToken: token }: Person) => api("DELETE", "/v1/factors/totp", { token });
const removePasskey = ({ accessToken: token }: Person, id: string) =>
  api("DELETE", `/v1/factors/passkeys/${id}`, { token });

/** A support operator who has an app and is logged in with it. */
async function registerSupport(): Promise<Person> {
  const [admin, person] = [await registerOnlyAdmin(), await registerPerson()];
  const app = await enrolTotp(person);
  expect((await give(admin, person, "support")).status).toBe(200);
  return logInWith(person, app);
}

describe("a role", () => {
  it("is not granted to a user without a second factor", async () => {
    const [admin, person] = [await registerOnlyAdmin(), await registerPerson()];
    for (const role of ["support", "admin"]) {
      await expectProblem(give(admin, person, role), 409, "role_needs_factor");
    }
    // An enrolment that is not confirmed is no factor yet.
    const app = await beginTotp(person);
    await expectProblem(give(admin, person, "support"), 409, "role_needs_factor");
    expect(await roleOf(person)).toBe("user");
    expect((await auditEvents(person.user.id)).map(({ type }) => type)).not.toContain(
      "role_changed",
    );
    const { accessToken: token } = person;
    await api("POST", "/v1/factors/totp/confirm", { token, body: { code: app.code() } });
    expect((await give(admin, person, "support")).status).toBe(200);
  });

  it("is revoked with or without a second factor", async () => {
    const [admin, other] = [await registerOperator("admin"), await registerOperator("support")];
    expect((await give(admin, other, "user")).status).toBe(200);
    expect(await roleOf(other)).toBe("user");
  });

  it("protects its user's last factor from removal, and no other factor", async () => {
    const operator = await registerSupport();
    await expectProblem(removeApp(operator), 409, "role_needs_factor");
    const { passkey } = await addPasskey(operator);
    const nobodys = "psk_01kazv5q0vfvtrx6r2n1p3b4c5";
    expect((await removeApp(operator)).status).toBe(204);
    await expectProblem(removeApp(operator), 404, "factor_not_found");
    await expectProblem(removePasskey(operator, nobodys), 404, "factor_not_found");
    await expectProblem(removePasskey(operator, passkey.id), 409, "role_needs_factor");
    const { accessToken: token } = operator;
    expect((await jsonOf(api("GET", "/v1/factors", { token }))).recovery_codes_left).toBe(10);
    await ageStepUp(operator, null);
    await expectProblem(removePasskey(operator, passkey.id), 403, "step_up_required");
  });

  it("protects one of two factors that are removed at the same moment", async () => {
    const operator = await registerSupport();
    const { passkey } = await addPasskey(operator);
    const both = await Promise.all([removeApp(operator), removePasskey(operator, passkey.id)]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
  });

  it("is revoked with the last factor in a password reset, and stays with a settled factor", async () => {
    for (const [isSettled, role] of [
      [false, "user"],
      [true, "support"],
    ] as const) {
      const person = await registerPerson();
      await verify(person, "phone");
      await enrolTotp(person);
      const admin = await registerOnlyAdmin();
      expect((await give(admin, person, "support")).status).toBe(200);
      if (isSettled) {
        await query(sql`UPDATE totp_factors SET confirmed_at = confirmed_at - interval '73 hours'
          WHERE user_id = ${idOf("usr", person.user.id)}`);
      }
      const { phone } = person;
      const { reset_token } = await jsonOf(
        api("POST", "/v1/auth/password-reset", { body: { phone } }),
      );
      const code = await codeOfKind(phone, "password_reset_code");
      const body = { reset_token, code, new_password: NEW_PASSWORD };
      const answer = await api("POST", "/v1/auth/password-reset/confirm", { body });
      expect(answer.status).toBe(204);
      expect(await roleOf(person)).toBe(role);
      const taken = { type: "role_changed", details: { role: "user", before: "support" } };
      const events = await auditEvents(person.user.id);
      if (isSettled) expect(events).not.toContainEqual(taken);
      else expect(events).toContainEqual(taken);
    }
  });
});
