import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { FACTOR_SETTLES_HOURS } from "../../src/domain/bounds.ts";
import { logInWithPasskey } from "../../src/services/identity/log-in-with-passkey.ts";
import { auditEvents, idOf, query } from "../database.ts";
import { allowCodeReuse, enrolTotp, secondStep } from "../factors.ts";
import { codeOfKind, waitForMessages } from "../messages.ts";
import { addPasskey, logInBy } from "../passkeys.ts";
import { api, jsonOf, logIn, newEmail, type Person, registerPerson, verify } from "../people.ts";
import { NEW_PASSWORD } from "../planted-secrets.ts";
import { expectProblem } from "../problems.ts";
import { interruptedAtLock, origin } from "../services.ts";
import { VirtualAuthenticator } from "../virtual-authenticator.ts";

/** Resets the password with the code that is sent to a contact. */
async function reset(
  { phone }: Pick<Person, "phone">,
  contact: { phone?: string; email?: string } = { phone },
): Promise<void> {
  const asked = await api("POST", "/v1/auth/password-reset", { body: contact });
  const { reset_token } = await jsonOf(asked);
  const address = contact.email ?? phone;
  const code = await codeOfKind(address, "password_reset_code");
  const body = { reset_token, code, new_password: NEW_PASSWORD };
  const answer = await api("POST", "/v1/auth/password-reset/confirm", { body });
  expect(answer.status).toBe(204);
}

/** Moves everything that a user has enrolled back by so many hours. */
async function age({ user }: Person, hours: number): Promise<void> {
  const id = idOf("usr", user.id);
  const back = sql`make_interval(hours => ${hours}::int)`;
  await query(sql`UPDATE passkeys SET created_at = created_at - ${back} WHERE user_id = ${id}`);
  await query(sql`UPDATE totp_factors SET confirmed_at = confirmed_at - ${back}
    WHERE user_id = ${id} AND confirmed_at IS NOT NULL`);
  await query(sql`UPDATE recovery_codes SET created_at = created_at - ${back}
    WHERE user_id = ${id}`);
  await query(sql`UPDATE users SET phone_verified_at = phone_verified_at - ${back} * 2
    WHERE id = ${id}`);
}

const firstStep = ({ phone }: Person) =>
  jsonOf(api("POST", "/v1/auth/login", { body: { phone, password: NEW_PASSWORD } }));
const removals = async ({ user }: Person) =>
  (await auditEvents(user.id))
    .filter(({ type }) => type === "factors_removed")
    .map(({ details }) => details);
const factorsOf = async (token: string) => jsonOf(api("GET", "/v1/factors", { token }));

/** A user with a verified phone, and a thief with the same password and a session of their own. */
async function ownerAndThief(): Promise<{ owner: Person; thief: Person }> {
  const owner = await registerPerson();
  await verify(owner, "phone");
  return { owner, thief: { ...owner, ...(await logIn(owner.phone)) } };
}

describe("a factor that a thief enrols", () => {
  it("is removed by the owner's password reset, and then opens nothing", async () => {
    const { owner, thief } = await ownerAndThief();
    const { authenticator } = await addPasskey(thief);
    expect((await logInBy(authenticator)).status).toBe(200);
    await reset(owner);
    await expectProblem(logInBy(authenticator), 403, "passkey_invalid");
    const answer = await firstStep(owner);
    expect(answer.status).toBe("logged_in");
    expect(await factorsOf(answer.tokens.access_token)).toEqual({
      totp: null,
      passkeys: [],
      recovery_codes_left: 0,
    });
    expect(await removals(owner)).toEqual([{ factors: ["passkey", "recovery_code"] }]);
  });

  it("is removed as an app with its recovery codes, and the owner is notified", async () => {
    const { owner, thief } = await ownerAndThief();
    await enrolTotp(thief);
    await reset(owner);
    expect((await firstStep(owner)).status).toBe("logged_in");
    expect(await removals(owner)).toEqual([{ factors: ["totp", "recovery_code"] }]);
    const texts = (await waitForMessages(owner.phone, 5)).map(({ text }) => text);
    expect(texts.filter((text) => text.includes("enrolled lately"))).toHaveLength(1);
    const [advice] = texts.filter((text) => text.startsWith("An authenticator app was added"));
    expect(advice).toContain(`reset your password by a code within ${FACTOR_SETTLES_HOURS} hours`);
  });

  it("is the only one removed: an older factor stays required, without a notice", async () => {
    const { owner } = await ownerAndThief();
    const app = await enrolTotp(owner);
    await age(owner, FACTOR_SETTLES_HOURS);
    await reset(owner);
    const asked = await firstStep(owner);
    expect(asked).toMatchObject({
      status: "second_factor_required",
      methods: ["totp", "recovery_code"],
    });
    await allowCodeReuse(owner);
    expect((await secondStep(asked.challenge, { code: app.code() })).status).toBe(200);
    expect(await removals(owner)).toEqual([]);
    const kinds = (await waitForMessages(owner.phone, 4)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "factor_changed")).toHaveLength(1);
  });

  it("is removed beside an older factor, which stays required with its own recovery codes", async () => {
    const { owner, thief } = await ownerAndThief();
    await enrolTotp(owner);
    await age(owner, FACTOR_SETTLES_HOURS);
    // The thief has used the app once.
    await query(sql`UPDATE sessions SET stepped_up_at = now()
      WHERE user_id = ${idOf("usr", owner.user.id)}`);
    const { authenticator } = await addPasskey(thief);
    await reset(owner);
    await expectProblem(logInBy(authenticator), 403, "passkey_invalid");
    const { methods } = await firstStep(owner);
    expect(methods).toEqual(["totp", "recovery_code"]);
    expect(await removals(owner)).toEqual([{ factors: ["passkey"] }]);
  });

  it("stays after 72 hours, to the minute", async () => {
    for (const [minutesYoung, stays] of [
      [1, false],
      [-1, true],
    ] as const) {
      const { owner } = await ownerAndThief();
      await addPasskey(owner);
      await age(owner, FACTOR_SETTLES_HOURS);
      await query(sql`UPDATE passkeys
        SET created_at = created_at + make_interval(mins => ${minutesYoung}::int)
        WHERE user_id = ${idOf("usr", owner.user.id)}`);
      await reset(owner);
      expect((await firstStep(owner)).status).toBe(stays ? "second_factor_required" : "logged_in");
    }
  });

  it("is removed also when it was begun and not confirmed", async () => {
    const { owner, thief } = await ownerAndThief();
    const body = { password: thief.password };
    await api("POST", "/v1/factors/totp", { token: thief.accessToken, body });
    await reset(owner);
    const id = idOf("usr", owner.user.id);
    expect(await query(sql`SELECT user_id FROM totp_factors WHERE user_id = ${id}`)).toEqual([]);
    expect(await removals(owner)).toEqual([]);
  });
});

describe("a contact that was verified after the factor", () => {
  it("does not make a reset remove factors, because a thief with the session may have verified it", async () => {
    const owner = await registerPerson();
    const { authenticator } = await addPasskey(owner);
    await verify(owner, "phone");
    await reset(owner);
    expect((await firstStep(owner)).status).toBe("second_factor_required");
    expect((await logInBy(authenticator)).status).toBe(200);
    expect(await removals(owner)).toEqual([]);
  });

  it("is judged by its own verification time, not by the other contact's", async () => {
    const { owner } = await ownerAndThief();
    const { accessToken: token, password } = owner;
    await addPasskey(owner);
    const email = newEmail();
    await api("PATCH", "/v1/users/me", { token, body: { email, current_password: password } });
    await verify(owner, "email");
    await reset(owner, { email });
    expect((await firstStep(owner)).status).toBe("second_factor_required");
  });
});

describe("a passkey that is removed while it answers a challenge", () => {
  it("opens no session", async () => {
    const { owner, thief } = await ownerAndThief();
    const authenticator = new VirtualAuthenticator();
    await addPasskey(thief, authenticator);
    const { options } = await jsonOf(api("POST", "/v1/auth/login/passkey/options"));
    const { response, ...named } = await authenticator.get(options);
    const { userHandle, ...rest } = response;
    const ctx = interruptedAtLock(() => reset(owner));
    const answer = {
      ...named,
      type: "public-key" as const,
      response: { ...rest, userHandle: userHandle ?? "" },
    };
    const outcome = await logInWithPasskey(ctx, { answer, origin: origin() });
    expect(outcome).toMatchObject({ ok: false, code: "passkey_invalid" });
  });
});

describe("additions and resets at the same time", () => {
  it("leave no factor that is not required, and no requirement without a factor", async () => {
    for (let round = 0; round < 5; round++) {
      const { owner, thief } = await ownerAndThief();
      await enrolTotp(thief);
      const added = addPasskey(thief).catch(() => null);
      await Promise.all([added, reset(owner)]);
      const [row] = await query(sql`SELECT has_second_factor AS is_required,
          EXISTS (SELECT FROM passkeys WHERE user_id = u.id)
            OR EXISTS (SELECT FROM totp_factors WHERE user_id = u.id) AS has_factor
        FROM users u WHERE id = ${idOf("usr", owner.user.id)}`);
      expect(row).toEqual({ is_required: false, has_factor: false });
    }
  });
});
