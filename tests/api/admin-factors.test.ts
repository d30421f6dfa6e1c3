import { describe, expect, it } from "vitest";
import { auditEvents, giveRole } from "../database.ts";
import { ageStepUp, enrolTotp, firstStep, secondStep } from "../factors.ts";
import { waitForMessages } from "../messages.ts";
import { addPasskey, logInBy } from "../passkeys.ts";
import { api, jsonOf, type Person, registerPerson, verify } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { act, registerOperator } from "./operator.ts";

const UNKNOWN_USER = "usr_01kazv5q0vfvtrx6r2n1p3b4c5";
const REASON = { reason: "suspected_takeover" };

const remove = (operator: Person, { user }: { user: { id: string } }, body: unknown = REASON) =>
  act(operator, "DELETE", `/users/${user.id}/factors`, body);
const me = ({ accessToken: token }: Person) => api("GET", "/v1/users/me", { token });

describe("an admin who removes a user's factors", () => {
  it("removes every factor, ends the sessions, notifies the user and is in the audit log", async () => {
    const [admin, person] = [await registerOperator("admin"), await registerPerson()];
    await verify(person, "phone");
    const app = await enrolTotp(person);
    const { authenticator } = await addPasskey(person);
    const waiting = await firstStep(person);
    expect((await remove(admin, person)).status).toBe(204);
    await expectProblem(me(person), 401, "session_ended");
    await expectProblem(logInBy(authenticator), 403, "passkey_invalid");
    const late = secondStep(waiting.challenge, { recovery_code: app.recoveryCodes[0] });
    await expectProblem(late, 409, "challenge_invalid");
    const { status, tokens } = await firstStep(person);
    expect(status).toBe("logged_in");
    const token = tokens.access_token;
    const left = await jsonOf(api("GET", "/v1/factors", { token }));
    expect(left).toEqual({ totp: null, passkeys: [], recovery_codes_left: 0 });
    const texts = (await waitForMessages(person.phone, 4)).map(({ text }) => text);
    expect(texts.filter((text) => text.startsWith("An operator removed"))).toHaveLength(1);
    const factors = ["totp", "passkey", "recovery_code"];
    expect(await auditEvents(person.user.id)).toContainEqual({
      type: "factors_removed",
      details: { ...REASON, factors },
    });
    const acts = await jsonOf(act(admin, "GET", `/users/${person.user.id}/audit-events`));
    expect(acts.data).toContainEqual(
      expect.objectContaining({ type: "factors_removed", actor_id: admin.user.id }),
    );
    const seen = await jsonOf(api("GET", "/v1/users/me/audit-events", { token }));
    expect(seen.data).toContainEqual(
      expect.objectContaining({ type: "factors_removed", actor: "admin", details: {} }),
    );
    await expectProblem(remove(admin, person), 404, "factor_not_found");
  });

  it("must have the role admin and a fresh second factor", async () => {
    const [admin, support] = [await registerOperator("admin"), await registerOperator("support")];
    const [person, other] = [await registerPerson(), await registerPerson()];
    await enrolTotp(person);
    await expectProblem(remove(support, person), 403, "role_required");
    await expectProblem(remove(other, person), 403, "role_required");
    await expectProblem(remove(person, person), 403, "role_required");
    await ageStepUp(admin, null);
    await expectProblem(remove(admin, person), 403, "step_up_required");
    expect((await firstStep(person)).status).toBe("second_factor_required");
    expect((await me(person)).status).toBe(200);
    expect((await auditEvents(person.user.id)).map(({ type }) => type)).not.toContain(
      "factors_removed",
    );
  });

  it("may act only on existing users other than themselves, who have a factor and no role", async () => {
    const [admin, person] = [await registerOperator("admin"), await registerPerson()];
    await enrolTotp(admin);
    await expectProblem(remove(admin, admin), 403, "own_account");
    await expectProblem(remove(admin, { user: { id: UNKNOWN_USER } }), 404, "user_not_found");
    await expectProblem(remove(admin, person), 404, "factor_not_found");
    expect((await me(person)).status).toBe(200);
    await enrolTotp(person);
    await giveRole(person.user.id, "support");
    await expectProblem(remove(admin, person), 409, "role_needs_factor");
    expect((await me(person)).status).toBe(200);
    await giveRole(person.user.id, "user");
    expect((await remove(admin, person)).status).toBe(204);
  });

  it.each([
    [{}, "/reason"],
    [{ reason: "because" }, "/reason"],
    [{ ...REASON, note: "x" }, "/note"],
  ])("must give a reason from the list: %j is refused", async (body, pointer) => {
    const [admin, person] = [await registerOperator("admin"), await registerPerson()];
    await expectProblem(remove(admin, person, body), 400, "invalid_request", pointer);
  });

  it("removes the factors once when five requests arrive at the same time", async () => {
    const [admin, person] = [await registerOperator("admin"), await registerPerson()];
    await enrolTotp(person);
    const answers = await Promise.all(Array.from({ length: 5 }, () => remove(admin, person)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404, 404, 404, 404]);
  });
});
