import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { RegistrationAnswer } from "../../src/crypto/passkey.ts";
import { CHANGES_PER_DAY, PASSKEYS_PER_USER_MAX } from "../../src/domain/bounds.ts";
import { registerPasskey } from "../../src/services/identity/register-passkey.ts";
import { remakeRecoveryCodes } from "../../src/services/identity/remake-recovery-codes.ts";
import { servicesAt } from "../clock.ts";
import { idOf, query } from "../database.ts";
import { ageStepUp, beginTotp, enrolTotp } from "../factors.ts";
import { addPasskey } from "../passkeys.ts";
import { api, jsonOf, type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { callerOf, interruptedAtLock } from "../services.ts";
import { VirtualAuthenticator } from "../virtual-authenticator.ts";

const remake = ({ accessToken: token }: Person) =>
  api("POST", "/v1/factors/recovery-codes", { token });
const confirm = ({ accessToken: token }: Person, code: string) =>
  api("POST", "/v1/factors/totp/confirm", { token, body: { code } });
const statusesOf = async (answers: Promise<Response>[]) =>
  (await Promise.all(answers)).map(({ status }) => status);

/** How many changes of factors are left today: as many as can be made until one is refused. */
async function changesLeft(person: Person): Promise<number> {
  const statuses = await statusesOf(
    Array.from({ length: CHANGES_PER_DAY + 2 }, () => remake(person)),
  );
  expect(statuses.filter((status) => status !== 201 && status !== 429)).toEqual([]);
  return statuses.filter((status) => status === 201).length;
}

describe("the count of a day's changes of factors", () => {
  it("is exact in parallel: as many as the bound are made, and each one once", async () => {
    const person = await registerPerson();
    await addPasskey(person);
    expect(await changesLeft(person)).toBe(CHANGES_PER_DAY - 1);
    const events = await query(sql`SELECT FROM audit_events
      WHERE user_id = ${idOf("usr", person.user.id)} AND type = 'recovery_codes_made'`);
    // The first passkey brought a set of its own.
    expect(events).toHaveLength(CHANGES_PER_DAY);
  });

  it("falls by one after each equal part of a day", async () => {
    const person = await registerPerson();
    await addPasskey(person);
    await changesLeft(person);
    const later = Date.now() + 86_400_000 / CHANGES_PER_DAY + 1_000;
    const caller = callerOf(person);
    await query(sql`UPDATE sessions SET stepped_up_at = now() + interval '1 day'
      WHERE id = ${caller.sessionId}`);
    const at = () => remakeRecoveryCodes(servicesAt(later), caller);
    expect(await at()).toMatchObject({ ok: true });
    expect(await at()).toMatchObject({ ok: false, code: "too_many_attempts" });
  });

  it("counts no wrong code, no code that a parallel request has confirmed, no missing step-up", async () => {
    const person = await registerPerson();
    const app = await beginTotp(person);
    await expectProblem(confirm(person, app.code(-99)), 403, "second_factor_wrong");
    const statuses = await statusesOf([1, 2, 3].map(() => confirm(person, app.code())));
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    await ageStepUp(person, null);
    await expectProblem(remake(person), 403, "step_up_required");
    await ageStepUp(person, 1);
    expect(await changesLeft(person)).toBe(CHANGES_PER_DAY - 1);
  });

  it("counts no passkey that is refused: another's, one too many, one after a late step-up", async () => {
    const [person, other] = [await registerPerson(), await registerPerson()];
    const { authenticator } = await addPasskey(other);
    await addPasskey(person);
    const { accessToken: token, password } = person;
    const ask = async () => {
      const body = { password };
      return (await jsonOf(api("POST", "/v1/factors/passkeys/options", { token, body }))).options;
    };
    const register = (passkey: unknown) =>
      api("POST", "/v1/factors/passkeys", { token, body: { name: "Mine", passkey } });
    const options = await ask();
    const taken = await authenticator.create({ ...options, excludeCredentials: [] });
    await expectProblem(register(taken), 409, "passkey_taken");
    const created = await new VirtualAuthenticator().create(await ask());
    const answer = { ...created, type: "public-key" } as RegistrationAnswer;
    const late = interruptedAtLock(() => ageStepUp(person, null));
    const refused = registerPasskey(late, callerOf(person), { name: "Mine", answer });
    expect(await refused).toMatchObject({ ok: false, code: "step_up_required" });
    await ageStepUp(person, 1);
    const another = await new VirtualAuthenticator().create(await ask());
    await query(sql`INSERT INTO passkeys
        (id, user_id, credential_id, public_key, sign_count, transports, name, created_at)
      SELECT gen_random_uuid(), user_id, sha256(n::text::bytea || id::text::bytea), public_key, 0, '{}', 'x', now()
      FROM passkeys, generate_series(2, ${PASSKEYS_PER_USER_MAX}::int) AS n
      WHERE user_id = ${idOf("usr", person.user.id)}`);
    await expectProblem(register(another), 409, "passkey_limit_reached");
    expect(await changesLeft(person)).toBe(CHANGES_PER_DAY - 1);
  });

  it("gives a right code back that came with one change too many", async () => {
    const person = await registerPerson();
    await enrolTotp(person);
    await changesLeft(person);
    expect((await api("DELETE", "/v1/factors/totp", { token: person.accessToken })).status).toBe(
      204,
    );
    const app = await beginTotp(person);
    for (let i = 0; i < 7; i++) {
      await expectProblem(confirm(person, app.code()), 429, "too_many_attempts");
    }
    // Seven wrong codes would have made the eighth wait less than a minute, not hours.
    const refused = await confirm(person, app.code());
    expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(600);
  });
});
