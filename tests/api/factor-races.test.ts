import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { STEP_UP_SECONDS } from "../../src/domain/bounds.ts";
import type { PasskeyId } from "../../src/domain/ids.ts";
import { readConfig } from "../../src/env.ts";
import { type Caller, type ServiceContext, serviceContext } from "../../src/services/context.ts";
import { changeProfile } from "../../src/services/identity/change-profile.ts";
import { enrolTotp } from "../../src/services/identity/enrol-totp.ts";
import { remakeRecoveryCodes } from "../../src/services/identity/remake-recovery-codes.ts";
import { removePasskey } from "../../src/services/identity/remove-passkey.ts";
import { removeTotp } from "../../src/services/identity/remove-totp.ts";
import { idOf, query } from "../database.ts";
import { ageStepUp, enrolTotp as enrolApp } from "../factors.ts";
import { api, PASSWORD, type Person, registerPerson } from "../people.ts";
import { callerOf, interruptedAtLock, origin } from "../services.ts";

const logOut = ({ accessToken: token }: Person) => api("POST", "/v1/auth/logout", { token });

/** Whether a user needs a second factor, and how many recovery codes are left. */
async function requiredOf({ user }: Person) {
  const [row] = await query(sql`SELECT has_second_factor AS is_required,
      (SELECT count(*)::int FROM recovery_codes WHERE user_id = u.id) AS codes
    FROM users u WHERE id = ${idOf("usr", user.id)}`);
  return row;
}

const REMOVALS = [
  ["an app", removeTotp],
  [
    "a passkey",
    (ctx: ServiceContext, caller: Caller) =>
      removePasskey(ctx, caller, crypto.randomUUID() as PasskeyId),
  ],
] as const;

describe("a session that ends while it removes a factor", () => {
  it.each(REMOVALS)(
    "%s: does not change whether a second factor is required",
    async (_, remove) => {
      const person = await registerPerson();
      await enrolApp(person);
      // As a reader without the lock sees it: another factor is being added, which the reader cannot see.
      await query(sql`DELETE FROM totp_factors WHERE user_id = ${idOf("usr", person.user.id)}`);
      const ctx = interruptedAtLock(() => logOut(person));
      const removed = await remove(ctx, callerOf(person));
      expect(removed).toMatchObject({ ok: false, code: "session_ended" });
      expect(await requiredOf(person)).toEqual({ is_required: true, codes: 10 });
    },
  );
});

const PASSWORD_CHANGE = (ctx: ServiceContext, caller: Caller) =>
  changeProfile(ctx, caller, {
    password: "seven-Lanterns over Sanaa",
    currentPassword: PASSWORD,
    origin: origin(),
  });

// Each reads first, works for a while, and then writes under a lock.
const SENSITIVE = [
  [
    "begin the enrolment of an app",
    (ctx: ServiceContext, caller: Caller) => enrolTotp(ctx, caller, { password: PASSWORD }),
  ],
  ["remove an app", removeTotp],
  ["make new recovery codes", remakeRecoveryCodes],
  ["set a new password", PASSWORD_CHANGE],
] as const;

describe("a sensitive change, when between its read and its write", () => {
  it.each(SENSITIVE)("the session ends, is refused: %s", async (_, act) => {
    const person = await registerPerson();
    await enrolApp(person);
    const ctx = interruptedAtLock(() => logOut(person));
    expect(await act(ctx, callerOf(person))).toMatchObject({ ok: false, code: "session_ended" });
  });

  it.each(SENSITIVE)("the second factor becomes stale, is refused: %s", async (_, act) => {
    const person = await registerPerson();
    await enrolApp(person);
    const ctx = interruptedAtLock(() => ageStepUp(person, STEP_UP_SECONDS + 1));
    expect(await act(ctx, callerOf(person))).toMatchObject({ ok: false, code: "step_up_required" });
  });
});

describe("two password changes at once", () => {
  it("by one session: the slower one is refused, because the password it verified is no longer current", async () => {
    const person = await registerPerson();
    const faster = () => PASSWORD_CHANGE(serviceContext(env, readConfig(env)), callerOf(person));
    const slower = PASSWORD_CHANGE(interruptedAtLock(faster), callerOf(person));
    expect(await slower).toMatchObject({ ok: false, code: "wrong_password" });
  });
});
