import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { ATTEMPTS_FREE } from "../../src/domain/bounds.ts";
import { confirmTotp } from "../../src/services/identity/confirm-totp.ts";
import { idOf, query } from "../database.ts";
import { beginTotp } from "../factors.ts";
import { addPasskey } from "../passkeys.ts";
import { api, jsonOf, logIn, type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { callerOf, interruptedAtLock } from "../services.ts";

const confirm = ({ accessToken: token }: Person, code: string) =>
  api("POST", "/v1/factors/totp/confirm", { token, body: { code } });
const factorsOf = ({ accessToken: token }: Person) => jsonOf(api("GET", "/v1/factors", { token }));

/** A user, and a thief with the same password and a session of their own. */
async function ownerAndThief(): Promise<{ owner: Person; thief: Person }> {
  const owner = await registerPerson();
  return { owner, thief: { ...owner, ...(await logIn(owner.phone)) } };
}

describe("an enrolment of an authenticator app that was begun", () => {
  it("cannot be confirmed by a thief after the owner has enrolled a factor", async () => {
    const { owner, thief } = await ownerAndThief();
    const app = await beginTotp(thief);
    await addPasskey(owner);
    await expectProblem(confirm(thief, app.code()), 403, "step_up_required");
    const { accessToken: token } = thief;
    await expectProblem(api("DELETE", "/v1/factors/totp", { token }), 403, "step_up_required");
    // The owner cannot confirm it by mistake either.
    await expectProblem(confirm(owner, app.code()), 404, "factor_not_found");
    expect(await factorsOf(owner)).toMatchObject({ totp: null, passkeys: [{ name: "My phone" }] });
  });

  it("cannot be confirmed when the owner enrols a factor immediately before the write", async () => {
    const { owner, thief } = await ownerAndThief();
    const app = await beginTotp(thief);
    const ctx = interruptedAtLock(async () => {
      const id = idOf("usr", owner.user.id);
      await query(sql`UPDATE users SET has_second_factor = true WHERE id = ${id}`);
    });
    const confirmed = await confirmTotp(ctx, callerOf(thief), { code: app.code() });
    expect(confirmed).toMatchObject({ ok: false, code: "step_up_required" });
    expect((await factorsOf(owner)).totp).toBeNull();
  });

  it("can be confirmed by its owner when no other factor is enrolled", async () => {
    const { owner } = await ownerAndThief();
    expect((await confirm(owner, (await beginTotp(owner)).code())).status).toBe(200);
  });

  it("allows few attempts at its code, and counts each", async () => {
    const { owner } = await ownerAndThief();
    const app = await beginTotp(owner);
    const tries = () => confirm(owner, app.code(-9));
    const answers = await Promise.all(Array.from({ length: 12 }, tries));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array(ATTEMPTS_FREE).fill(403), ...Array(7).fill(429)]);
    await expectProblem(confirm(owner, app.code()), 429, "too_many_attempts");
    expect((await factorsOf(owner)).totp).toBeNull();
  });

  it("resets the counter of attempts when it is confirmed", async () => {
    const { owner } = await ownerAndThief();
    const app = await beginTotp(owner);
    for (let tries = 1; tries < ATTEMPTS_FREE; tries++) {
      await expectProblem(confirm(owner, app.code(-9)), 403, "second_factor_wrong");
    }
    expect((await confirm(owner, app.code())).status).toBe(200);
    const { accessToken: token } = owner;
    const wrong = () => api("POST", "/v1/auth/step-up", { token, body: { code: app.code(-9) } });
    for (let tries = 0; tries < ATTEMPTS_FREE; tries++) {
      await expectProblem(wrong(), 403, "second_factor_wrong");
    }
  });
});
