import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  CHANGES_PER_DAY,
  CONTACT_CHANGES_PER_DAY,
  PHONES_TRIED_PER_DAY,
  SENDINGS_FREE,
} from "../../src/domain/bounds.ts";
import type { Email } from "../../src/domain/email.ts";
import type { Phone } from "../../src/domain/phone.ts";
import { readConfig } from "../../src/env.ts";
import { type ServiceContext, serviceContext } from "../../src/services/context.ts";
import { changeProfile, type ProfileChange } from "../../src/services/identity/change-profile.ts";
import { idOf, query } from "../database.ts";
import {
  api,
  newEmail,
  newPhone,
  PASSWORD,
  type Person,
  registerPerson,
  verify,
} from "../people.ts";
import { claimFor, proveByCode } from "../phone-claims.ts";
import { NEW_PASSWORD } from "../planted-secrets.ts";
import { callerOf, interruptedAtLock, origin } from "../services.ts";

/** More changes than a day has. */
const REFUSED = 20;

type Change = Omit<ProfileChange, "origin">;

/** Changes a profile without the rate limit of the route; resolves to "done" or the refusal's code. */
async function change(person: Person, input: Change, services?: ServiceContext): Promise<string> {
  const ctx = services ?? serviceContext(env, readConfig(env));
  const given = { currentPassword: PASSWORD, ...input, origin: origin() };
  const outcome = await changeProfile(ctx, callerOf(person), given);
  return outcome.ok ? "done" : outcome.code;
}

const phone = () => newPhone() as Phone;
const email = () => newEmail() as Email;
const ownId = (person: Person) => idOf("usr", person.user.id);

/** Makes every change of contacts that one day allows; the next is refused. */
async function makeContactChanges(person: Person): Promise<void> {
  for (let i = 0; i < CONTACT_CHANGES_PER_DAY; i++) {
    expect(await change(person, { phone: phone() })).toBe("done");
  }
  expect(await change(person, { email: email() })).toBe("too_many_attempts");
}

describe("a refused change of a profile uses nothing up", () => {
  it("when the phone is taken: all changes of the day are left, and no notice was written", async () => {
    const [person, other] = [await registerPerson(), await registerPerson()];
    const taken = other.phone as Phone;
    for (let i = 0; i < REFUSED; i++) {
      expect(await change(person, { phone: taken, email: email() })).toBe("phone_taken");
    }
    expect(await query(sql`SELECT id FROM messages WHERE user_id = ${ownId(person)}`)).toEqual([]);
    await makeContactChanges(person);
  });

  it("when the phone is taken at the very moment of the write", async () => {
    const [person, other] = [await registerPerson(), await registerPerson()];
    for (let i = 0; i < CONTACT_CHANGES_PER_DAY; i++) {
      const wanted = phone();
      const ctx = interruptedAtLock(() =>
        query(sql`UPDATE users SET phone = ${wanted} WHERE id = ${ownId(other)}`),
      );
      expect(await change(person, { phone: wanted }, ctx)).toBe("phone_taken");
    }
    await makeContactChanges(person);
  });

  it("when the new password is weak, or the current one wrong", async () => {
    const person = await registerPerson();
    for (let i = 0; i < REFUSED; i++) {
      const weak = { phone: phone(), email: email(), password: "password123" };
      expect(await change(person, weak)).toBe("weak_password");
    }
    const wrongly = { phone: phone(), currentPassword: "not the password" };
    expect(await change(person, wrongly)).toBe("wrong_password");
    await makeContactChanges(person);
    expect(await change(person, { password: NEW_PASSWORD })).toBe("done");
  });

  it("when the current password was changed at the very moment of the write", async () => {
    const person = await registerPerson();
    const [row] = await query<{ hash: string }>(
      sql`SELECT password_hash AS hash FROM users WHERE id = ${ownId(person)}`,
    );
    const set = (hash = "") =>
      query(sql`UPDATE users SET password_hash = ${hash} WHERE id = ${ownId(person)}`);
    const ctx = interruptedAtLock(() => set(`${row?.hash}0`));
    for (let i = 0; i < CONTACT_CHANGES_PER_DAY; i++) {
      expect(await change(person, { phone: phone() }, ctx)).toBe("wrong_password");
      await set(row?.hash);
    }
    await makeContactChanges(person);
  });

  it("when the session ended at the very moment of the write", async () => {
    const person = await registerPerson();
    const set = (endedAt: string | null) =>
      query(sql`UPDATE sessions SET ended_at = ${endedAt}::timestamptz,
          end_reason = CASE WHEN ${endedAt}::text IS NOT NULL THEN 'logout' END
        WHERE user_id = ${ownId(person)}`);
    const ctx = interruptedAtLock(() => set(new Date().toISOString()));
    for (let i = 0; i < CONTACT_CHANGES_PER_DAY; i++) {
      expect(await change(person, { phone: phone() }, ctx)).toBe("session_ended");
      await set(null);
    }
    await makeContactChanges(person);
  });

  it("when the account was suspended at the very moment of the write", async () => {
    const person = await registerPerson();
    const suspend = (reason: string | null) =>
      query(sql`UPDATE users SET suspension_reason = ${reason}::text,
          suspended_at = CASE WHEN ${reason}::text IS NOT NULL THEN now() END
        WHERE id = ${ownId(person)}`);
    const ctx = interruptedAtLock(() => suspend("investigation"));
    for (let i = 0; i < CONTACT_CHANGES_PER_DAY; i++) {
      expect(await change(person, { phone: phone() }, ctx)).toBe("account_suspended");
      await suspend(null);
    }
    await makeContactChanges(person);
  });

  it("when the code of a claim is wrong", async () => {
    const person = await registerPerson();
    const wanted = phone();
    for (let i = 0; i < SENDINGS_FREE; i++) {
      const phoneClaim = { claim: await claimFor(wanted), code: "00000000" };
      expect(await change(person, { phone: wanted, phoneClaim })).toBe("code_refused");
    }
    await makeContactChanges(person);
  });

  it("when the old contact may get no notice now", async () => {
    const person = await registerPerson();
    const old = person.phone;
    // Other accounts had the same unverified number, and told it of their changes.
    for (let i = 0; i < SENDINGS_FREE; i++) {
      const before = await registerPerson();
      await query(sql`UPDATE users SET phone = NULL WHERE phone = ${old}`);
      await query(sql`UPDATE users SET phone = ${old} WHERE id = ${ownId(before)}`);
      expect(await change(before, { phone: phone() })).toBe("done");
    }
    await query(sql`UPDATE users SET phone = ${old} WHERE id = ${ownId(person)}`);
    for (let i = 0; i < REFUSED; i++) {
      expect(await change(person, { phone: phone() })).toBe("too_many_attempts");
    }
    await query(sql`UPDATE users SET phone_verified_at = now() WHERE id = ${ownId(person)}`);
    await makeContactChanges(person);
  });

  it("when all goes through the API: ten taken phones, then a free one", async () => {
    const [{ accessToken: token }, other] = [await registerPerson(), await registerPerson()];
    const patch = (body: object) =>
      api("PATCH", "/v1/users/me", { token, body: { current_password: PASSWORD, ...body } });
    for (let i = 0; i < CONTACT_CHANGES_PER_DAY; i++) {
      expect((await patch({ phone: other.phone })).status).toBe(409);
    }
    expect((await patch({ phone: newPhone() })).status).toBe(200);
  });
});

describe("the changes of a day", () => {
  it("of contacts are no more when they come in parallel", async () => {
    const person = await registerPerson();
    const left = 3;
    for (let i = 0; i < CONTACT_CHANGES_PER_DAY - left; i++) {
      expect(await change(person, { email: email() })).toBe("done");
    }
    // Notices to a verified address are not bounded by themselves.
    await query(sql`UPDATE users SET email_verified_at = now() WHERE id = ${ownId(person)}`);
    const outcomes = await Promise.all(
      Array.from({ length: 2 * left }, () => change(person, { email: email() })),
    );
    expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(left);
    expect(new Set(outcomes)).toEqual(new Set(["done", "too_many_attempts"]));
    const made = await query(sql`SELECT id FROM audit_events
      WHERE user_id = ${ownId(person)} AND type = 'profile_changed'`);
    expect(made).toHaveLength(CONTACT_CHANGES_PER_DAY);
  });

  it("of passwords are all left after refused ones, and no more than those", async () => {
    const [person, other] = [await registerPerson(), await registerPerson()];
    await verify(person, "phone");
    for (let i = 0; i < REFUSED; i++) {
      const refused = { password: NEW_PASSWORD, phone: other.phone as Phone };
      expect(await change(person, refused)).toBe("phone_taken");
    }
    let [now, next] = [PASSWORD, NEW_PASSWORD];
    for (let i = 0; i < CHANGES_PER_DAY; i++) {
      expect(await change(person, { password: next, currentPassword: now })).toBe("done");
      [now, next] = [next, now];
    }
    const last = { password: next, currentPassword: now };
    expect(await change(person, last)).toBe("too_many_attempts");
  });
});

describe("phones that a user tries as their new one", () => {
  it("are bounded in a day, because the answer tells who is registered; a claim is not", async () => {
    const [person, other] = [await registerPerson(), await registerPerson()];
    const taken = other.phone as Phone;
    for (let i = 0; i < PHONES_TRIED_PER_DAY; i++) {
      expect(await change(person, { phone: taken })).toBe("phone_taken");
    }
    for (const tried of [taken, phone()]) {
      expect(await change(person, { phone: tried })).toBe("too_many_attempts");
    }
    // One's own phone is no try, and a proven one tells nothing.
    expect(await change(person, { phone: person.phone as Phone })).toBe("done");
    const phoneClaim = await proveByCode(taken);
    expect(await change(person, { phone: taken, phoneClaim })).toBe("done");
  });
});
