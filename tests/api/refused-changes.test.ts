import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  CHANGES_PER_DAY,
  CONTACT_CHANGES_PER_DAY,
  PHONES_TRIED_PER_DAY,
  SENDINGS_FREE,
} from "../../src/domain/bounds.ts";
import type { Phone } from "../../src/domain/phone.ts";
import { changeProfile } from "../../src/services/identity/change-profile.ts";
import { idOf, query } from "../database.ts";
import { api, newEmail, newPhone, PASSWORD, registerPerson, verify } from "../people.ts";
import { claimFor, proveByCode } from "../phone-claims.ts";
import { expectProblem } from "../problems.ts";
import { callerOf, interruptedAtLock, origin } from "../services.ts";

const NEW_PASSWORD = "four-Camels under Marib";
const REFUSED = 20;

const patch = (token: string, body: object) =>
  api("PATCH", "/v1/users/me", { token, body: { current_password: PASSWORD, ...body } });

/** Sends a change that is refused, more often than the day has changes. */
async function refuse(token: string, body: object, status: number, code: string): Promise<void> {
  for (let i = 0; i < REFUSED; i++) await expectProblem(patch(token, body), status, code);
}

/** Makes every change of contacts that one day allows, and is refused the next. */
async function makeContactChanges(token: string): Promise<void> {
  for (let i = 0; i < CONTACT_CHANGES_PER_DAY; i++) {
    expect((await patch(token, { phone: newPhone() })).status).toBe(200);
  }
  await expectProblem(patch(token, { email: newEmail() }), 429, "too_many_attempts");
}

describe("a refused change of a profile uses nothing up", () => {
  it("when the phone is taken: all changes of the day are left, and all notices to the old phone", async () => {
    const [person, other] = [await registerPerson(), await registerPerson()];
    await refuse(person.accessToken, { phone: other.phone }, 409, "phone_taken");
    const notices = sql`SELECT id FROM messages WHERE user_id = ${idOf("usr", person.user.id)}`;
    expect(await query(notices)).toEqual([]);
    await makeContactChanges(person.accessToken);
  });

  it("when the password is weak: neither of contacts nor of passwords", async () => {
    const { accessToken: token } = await registerPerson();
    const body = { phone: newPhone(), email: newEmail(), password: "password123" };
    await refuse(token, body, 400, "weak_password");
    expect((await patch(token, { password: NEW_PASSWORD })).status).toBe(200);
    for (let i = 0; i < CONTACT_CHANGES_PER_DAY; i++) {
      const change = { phone: newPhone(), current_password: NEW_PASSWORD };
      expect((await patch(token, change)).status).toBe(200);
    }
  });

  it("when the current password was changed at that moment", async () => {
    const person = await registerPerson();
    const { accessToken: token, user } = person;
    const id = idOf("usr", user.id);
    const [{ hash = "" } = {}] = await query<{ hash: string }>(
      sql`SELECT password_hash AS hash FROM users WHERE id = ${id}`,
    );
    const set = (stored: string) =>
      query(sql`UPDATE users SET password_hash = ${stored} WHERE id = ${id}`);
    const ctx = interruptedAtLock(() => set(`${hash}0`));
    for (let i = 0; i < CONTACT_CHANGES_PER_DAY; i++) {
      const phone = newPhone() as Phone;
      const change = { phone, currentPassword: PASSWORD, origin: origin() };
      const outcome = await changeProfile(ctx, callerOf(person), change);
      expect(outcome).toEqual({ ok: false, code: "wrong_password" });
      await set(hash);
    }
    await makeContactChanges(token);
  });

  it("when the code of a claim is wrong", async () => {
    const { accessToken: token } = await registerPerson();
    const phone = newPhone();
    for (let i = 0; i < 3; i++) {
      const phone_claim = { claim: await claimFor(phone), code: "00000000" };
      await expectProblem(patch(token, { phone, phone_claim }), 403, "code_refused");
    }
    await makeContactChanges(token);
  });

  it("when the old contact may get no notice now, and the day's changes are left", async () => {
    const person = await registerPerson();
    const { phone } = person;
    // Three accounts leave the same unverified number, and each one tells it.
    for (let i = 0; i < SENDINGS_FREE; i++) {
      const before = await registerPerson();
      await query(sql`UPDATE users SET phone = NULL WHERE phone = ${phone}`);
      await query(sql`UPDATE users SET phone = ${phone} WHERE id = ${idOf("usr", before.user.id)}`);
      expect((await patch(before.accessToken, { phone: newPhone() })).status).toBe(200);
    }
    await query(sql`UPDATE users SET phone = ${phone} WHERE id = ${idOf("usr", person.user.id)}`);
    await refuse(person.accessToken, { phone: newPhone() }, 429, "too_many_attempts");
    await verify(person, "phone");
    await makeContactChanges(person.accessToken);
  });
});

describe("changes in parallel", () => {
  it("are made as often as a day allows, and no more", async () => {
    const person = await registerPerson();
    const { accessToken: token } = person;
    const left = 3;
    for (let i = 0; i < CONTACT_CHANGES_PER_DAY - left; i++) {
      expect((await patch(token, { email: newEmail() })).status).toBe(200);
    }
    // Notices to a verified address are not bounded by themselves.
    const id = idOf("usr", person.user.id);
    await query(sql`UPDATE users SET email_verified_at = now() WHERE id = ${id}`);
    const answers = await Promise.all(
      Array.from({ length: 2 * left }, () => patch(token, { email: newEmail() })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 429, 429, 429]);
    const made = await query(sql`SELECT id FROM audit_events
      WHERE user_id = ${id} AND type = 'profile_changed'`);
    expect(made).toHaveLength(CONTACT_CHANGES_PER_DAY);
  });
});

describe("phones that a user tries as their new one", () => {
  it("are bounded in a day, because the answer tells who is registered; a claim is not", async () => {
    const [person, other] = [await registerPerson(), await registerPerson()];
    const { accessToken: token } = person;
    for (let i = 0; i < PHONES_TRIED_PER_DAY; i++) {
      await expectProblem(patch(token, { phone: other.phone }), 409, "phone_taken");
    }
    for (const phone of [other.phone, newPhone()]) {
      await expectProblem(patch(token, { phone }), 429, "too_many_attempts");
    }
    // One's own phone is no try, and a proven one tells nothing.
    expect((await patch(token, { phone: person.phone })).status).toBe(200);
    const phone_claim = await proveByCode(other.phone);
    expect((await patch(token, { phone: other.phone, phone_claim })).status).toBe(200);
  });
});

describe("new passwords of a day", () => {
  it("are all left after refused ones", async () => {
    const [person, other] = [await registerPerson(), await registerPerson()];
    const body = { password: NEW_PASSWORD, phone: other.phone };
    await refuse(person.accessToken, body, 409, "phone_taken");
    let [now, next] = [PASSWORD, NEW_PASSWORD];
    for (let i = 0; i < CHANGES_PER_DAY; i++) {
      const change = { password: next, current_password: now };
      expect((await patch(person.accessToken, change)).status).toBe(200);
      [now, next] = [next, now];
    }
    const last = patch(person.accessToken, { password: next, current_password: now });
    await expectProblem(last, 429, "too_many_attempts");
  });
});
