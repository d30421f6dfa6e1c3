import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { ATTEMPTS_FREE, EVENTS_PER_HOUR_MAX } from "../../src/domain/bounds.ts";
import { idOf, query } from "../database.ts";
import { beginTotp, enrolTotp, firstStep, secondStep, stepUp } from "../factors.ts";
import { codeSentTo } from "../messages.ts";
import { addPasskey } from "../passkeys.ts";
import {
  api,
  jsonOf,
  newAddress,
  newPhone,
  PASSWORD,
  type Person,
  registerPerson,
} from "../people.ts";
import { expectProblem } from "../problems.ts";
import { VirtualAuthenticator } from "../virtual-authenticator.ts";
import { detailsOf, writeEvents } from "./audit-log.ts";

const WRONG = "four-Camels under Marib";
const post = (path: string, body: object, token?: string) => api("POST", path, { body, token });

/** The code of an app that is not the code of any time step that counts now. */
const staleCode = (app: { code(steps?: number): string }) => app.code(-99);

/** Each request in which a person's password is checked before a change. */
const NEEDS_PASSWORD: [string, (person: Person, password: string) => Promise<Response>][] = [
  [
    "the change of a phone",
    ({ accessToken: token }, current_password) =>
      api("PATCH", "/v1/users/me", { token, body: { phone: newPhone(), current_password } }),
  ],
  [
    "the change of a password",
    ({ accessToken: token }, current_password) =>
      api("PATCH", "/v1/users/me", { token, body: { password: WRONG, current_password } }),
  ],
  [
    "the deletion of the account",
    ({ accessToken: token }, password) =>
      api("DELETE", "/v1/users/me", { token, body: { password } }),
  ],
  [
    "the enrolment of an app",
    ({ accessToken }, password) => post("/v1/factors/totp", { password }, accessToken),
  ],
  [
    "the registration of a passkey",
    ({ accessToken }, password) => post("/v1/factors/passkeys/options", { password }, accessToken),
  ],
];

describe("a wrong current password", () => {
  it.each(NEEDS_PASSWORD)("is an event, before %s", async (_, act) => {
    const person = await registerPerson();
    await expectProblem(act(person, "not the password"), 403, "wrong_password");
    expect(await detailsOf(person, "current_password_refused")).toEqual([{}]);
  });

  it("is as many events as answers, also in parallel; an attempt that must wait is none", async () => {
    const person = await registerPerson();
    const { accessToken: token } = person;
    const tries = Array.from({ length: 12 }, () =>
      api("DELETE", "/v1/users/me", { token, body: { password: "not the password" } }),
    );
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 403)).toHaveLength(ATTEMPTS_FREE);
    expect(await detailsOf(person, "current_password_refused")).toHaveLength(ATTEMPTS_FREE);
  });

  it("is not told when its event cannot be written, and stays counted", async () => {
    const person = await registerPerson();
    const id = sql.raw(`'${idOf("usr", person.user.id)}'`);
    await query(sql`ALTER TABLE audit_events ADD CONSTRAINT no_event_of_this_user
      CHECK (user_id <> ${id} OR type <> 'current_password_refused') NOT VALID`);
    const answers: number[] = [];
    try {
      for (let i = 0; i <= ATTEMPTS_FREE; i++) {
        answers.push((await NEEDS_PASSWORD[3]?.[1](person, "not the password"))?.status ?? 0);
      }
    } finally {
      await query(sql`ALTER TABLE audit_events DROP CONSTRAINT no_event_of_this_user`);
    }
    expect(answers).toEqual([...Array(ATTEMPTS_FREE).fill(500), 429]);
  });
});

describe("a refused proof", () => {
  it("of an app at its enrolment is an event", async () => {
    const person = await registerPerson();
    const app = await beginTotp(person);
    const wrong = post("/v1/factors/totp/confirm", { code: staleCode(app) }, person.accessToken);
    await expectProblem(wrong, 403, "second_factor_wrong");
    expect(await detailsOf(person, "enrolment_code_refused")).toEqual([{ method: "totp" }]);
  });

  it("of a passkey at its registration is an event", async () => {
    const person = await registerPerson();
    const { accessToken: token, password } = person;
    const { options } = await jsonOf(post("/v1/factors/passkeys/options", { password }, token));
    const passkey = await new VirtualAuthenticator().create(options, {
      origin: "https://evil.example",
    });
    const wrong = post("/v1/factors/passkeys", { name: "Mine", passkey }, token);
    await expectProblem(wrong, 403, "passkey_invalid");
    expect(await detailsOf(person, "enrolment_code_refused")).toEqual([{ method: "passkey" }]);
  });

  it("of a second factor is an event, at a login and at a step-up, also by another's passkey", async () => {
    const [person, other] = [await registerPerson(), await registerPerson()];
    const { authenticator } = await addPasskey(other);
    await addPasskey(person);
    const app = await enrolTotp(person);
    await expectProblem(stepUp(person, { code: staleCode(app) }), 403, "second_factor_wrong");
    const { challenge, passkey_options } = await firstStep(person);
    const foreign = await authenticator.get({ ...passkey_options, allowCredentials: [] });
    await expectProblem(secondStep(challenge, { passkey: foreign }), 403, "passkey_invalid");
    const wrong = secondStep(challenge, { recovery_code: "AAAA-AAAA-AAAA-AAAA-AAAA-AAAA" });
    await expectProblem(wrong, 403, "second_factor_wrong");
    expect(await detailsOf(person, "second_factor_refused")).toEqual([
      { method: "totp" },
      { method: "passkey" },
      { method: "recovery_code" },
    ]);
    expect(await detailsOf(other, "second_factor_refused")).toEqual([]);
  });

  it("of a password is an event, at a login and when a registration is repeated", async () => {
    const phone = newPhone();
    const headers = { "Idempotency-Key": newAddress() };
    const register = (password: string) =>
      api("POST", "/v1/auth/register", { headers, body: { username: "Amina", phone, password } });
    const person = await jsonOf(register(PASSWORD));
    await expectProblem(register(WRONG), 422, "idempotency_key_reused");
    await expectProblem(
      post("/v1/auth/login", { phone, password: WRONG }),
      401,
      "invalid_credentials",
    );
    expect(await detailsOf(person, "log_in_refused")).toEqual([{}, {}]);
  });

  it("of a reset is an event, also when a parallel request has used the right code", async () => {
    const person = await registerPerson();
    const { phone } = person;
    await query(sql`UPDATE users SET phone_verified_at = now()
      WHERE id = ${idOf("usr", person.user.id)}`);
    const { reset_token } = await jsonOf(post("/v1/auth/password-reset", { phone }));
    const code = await codeSentTo(phone, 1);
    const reset = () =>
      post("/v1/auth/password-reset/confirm", { reset_token, code, new_password: WRONG });
    const statuses = (await Promise.all([reset(), reset(), reset()])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([204, 403, 403]);
    expect(await detailsOf(person, "contact_code_refused")).toHaveLength(2);
  });
});

describe("refusals beyond the hourly bound", () => {
  it("are refused as before, and leave no event", async () => {
    const person = await registerPerson();
    const { accessToken: token } = person;
    await writeEvents(person, "current_password_refused", EVENTS_PER_HOUR_MAX.refusal - 1);
    for (const _ of [1, 2]) {
      const wrong = post("/v1/factors/totp", { password: "not the password" }, token);
      await expectProblem(wrong, 403, "wrong_password");
    }
    expect(await detailsOf(person, "current_password_refused")).toHaveLength(
      EVENTS_PER_HOUR_MAX.refusal,
    );
  });

  it("do not count for another type or another user, and not after an hour", async () => {
    const [person, other] = [await registerPerson(), await registerPerson()];
    await writeEvents(person, "current_password_refused", EVENTS_PER_HOUR_MAX.refusal);
    await writeEvents(other, "log_in_refused", EVENTS_PER_HOUR_MAX.refusal, 61);
    for (const { phone, user } of [person, other]) {
      await expectProblem(
        post("/v1/auth/login", { phone, password: WRONG }),
        401,
        "invalid_credentials",
      );
      const kept = user.id === other.user.id ? EVENTS_PER_HOUR_MAX.refusal : 0;
      expect(await detailsOf({ user }, "log_in_refused")).toHaveLength(kept + 1);
    }
  });

  it("of a right password without its second factor still ask for the factor", async () => {
    const person = await registerPerson();
    const app = await enrolTotp(person);
    await writeEvents(person, "second_factor_asked", EVENTS_PER_HOUR_MAX.refusal);
    const { challenge } = await firstStep(person);
    expect((await secondStep(challenge, { code: app.code() })).status).toBe(200);
    expect(await detailsOf(person, "second_factor_asked")).toHaveLength(
      EVENTS_PER_HOUR_MAX.refusal,
    );
  });
});
