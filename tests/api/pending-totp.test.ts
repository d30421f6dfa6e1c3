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

/** Somebody, and a thief who has their password and a session. */
async function robbed(): Promise<{ owner: Person; thief: Person }> {
  const owner = await registerPerson();
  return { owner, thief: { ...owner, ...(await logIn(owner.phone)) } };
}

describe("an authenticator app that was begun", () => {
  it("is no way past a factor that its owner enrols before it is confirmed", async () => {
    const { owner, thief } = await robbed();
    const app = await beginTotp(thief);
    await addPasskey(owner);
    await expectProblem(confirm(thief, app.code()), 403, "step_up_required");
    const { accessToken: token } = thief;
    await expectProblem(api("DELETE", "/v1/factors/totp", { token }), 403, "step_up_required");
    // Nor is it the owner's to confirm by mistake.
    await expectProblem(confirm(owner, app.code()), 404, "factor_not_found");
    expect(await factorsOf(owner)).toMatchObject({ totp: null, passkeys: [{ name: "My phone" }] });
  });

  it("is none in the very moment before it is written, either", async () => {
    const { owner, thief } = await robbed();
    const app = await beginTotp(thief);
    const ctx = interruptedAtLock(async () => {
      const id = idOf("usr", owner.user.id);
      await query(sql`UPDATE users SET has_second_factor = true WHERE id = ${id}`);
    });
    const confirmed = await confirmTotp(ctx, callerOf(thief), { code: app.code() });
    expect(confirmed).toMatchObject({ ok: false, code: "step_up_required" });
    expect((await factorsOf(owner)).totp).toBeNull();
  });

  it("is still its owner's to confirm when nothing else was enrolled", async () => {
    const { owner } = await robbed();
    expect((await confirm(owner, (await beginTotp(owner)).code())).status).toBe(200);
  });

  it("is confirmed by few attempts, each of them counted", async () => {
    const { owner } = await robbed();
    const app = await beginTotp(owner);
    const tries = () => confirm(owner, app.code(-9));
    const answers = await Promise.all(Array.from({ length: 12 }, tries));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array(ATTEMPTS_FREE).fill(403), ...Array(7).fill(429)]);
    await expectProblem(confirm(owner, app.code()), 429, "too_many_attempts");
    expect((await factorsOf(owner)).totp).toBeNull();
  });

  it("gives the tries back when it is confirmed", async () => {
    const { owner } = await robbed();
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
