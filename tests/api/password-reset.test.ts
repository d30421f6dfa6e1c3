import { sql } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import {
  ATTEMPTS_FREE,
  CODE_ATTEMPTS_MAX,
  CODE_TTL_SECONDS,
  SENDINGS_FREE,
} from "../../src/domain/bounds.ts";
import type { Contact } from "../../src/domain/contact.ts";
import type { Email } from "../../src/domain/email.ts";
import type { Phone } from "../../src/domain/phone.ts";
import { requestPasswordReset } from "../../src/services/identity/request-password-reset.ts";
import { resetPassword } from "../../src/services/identity/reset-password.ts";
import { servicesAt } from "../clock.ts";
import { auditEvents, idOf, query } from "../database.ts";
import { allowCodeReuse, enrolTotp, firstStep, secondStep } from "../factors.ts";
import { codeSentTo, messagesTo, waitForMessages } from "../messages.ts";
import {
  api,
  jsonOf,
  newAddress,
  newEmail,
  newPhone,
  PASSWORD,
  type Person,
  registerPerson,
  verify,
} from "../people.ts";
import { NEW_PASSWORD } from "../planted-secrets.ts";
import { expectProblem } from "../problems.ts";
import { observed, origin } from "../services.ts";

const ask = (contact: object) => api("POST", "/v1/auth/password-reset", { body: contact });
const askFor = async (contact: object): Promise<string> => {
  const answer = await ask(contact);
  expect(answer.status).toBe(202);
  return (await jsonOf(answer)).reset_token;
};

/** A requested reset: its token, and the code that was sent for it. */
interface Asked {
  readonly token: string;
  readonly code: string;
}

const reset = ({ token, code }: Asked, password = NEW_PASSWORD) =>
  api("POST", "/v1/auth/password-reset/confirm", {
    body: { reset_token: token, code, new_password: password },
  });
const attempt = ({ token, code }: Asked) => reset({ token, code: wrong(code) });
const login = (phone: string, password: string) =>
  api("POST", "/v1/auth/login", { body: { phone, password } });
const patch = (token: string, body: object) =>
  api("PATCH", "/v1/users/me", { token, body: { current_password: PASSWORD, ...body } });
const me = (token: string) => api("GET", "/v1/users/me", { token });
const typesOf = async (person: Person) =>
  (await auditEvents(person.user.id)).map(({ type }) => type);
const wrong = (code: string) => code.slice(0, -1) + ((Number(code.at(-1)) + 1) % 10);

/** A new user with a verified phone, to which one message was sent. */
async function withVerifiedPhone(): Promise<Person> {
  const person = await registerPerson();
  await verify(person, "phone");
  return person;
}

/** A new user with a verified e-mail address, to which one message was sent. */
async function withVerifiedEmail(email = newEmail()): Promise<Person & { email: string }> {
  const person = await registerPerson();
  await patch(person.accessToken, { email });
  await verify(person, "email");
  return { ...person, email };
}

/** Requests a reset by phone; `earlier` messages were sent to it before. */
async function requestByPhone({ phone }: { phone: string }, earlier = 1): Promise<Asked> {
  return { token: await askFor({ phone }), code: await codeSentTo(phone, earlier + 1) };
}

describe("a password reset", () => {
  it("sets a new password with a code sent to the phone, ends all sessions and notifies the user", async () => {
    const person = await withVerifiedPhone();
    const { phone } = person;
    const answer = await reset(await requestByPhone(person));
    expect([answer.status, await answer.text()]).toEqual([204, ""]);
    await expectProblem(login(phone, PASSWORD), 401, "invalid_credentials");
    await expectProblem(me(person.accessToken), 401, "session_ended");
    const body = { refresh_token: person.refreshToken };
    await expectProblem(api("POST", "/v1/auth/refresh", { body }), 401, "session_ended");
    expect((await login(phone, NEW_PASSWORD)).status).toBe(200);
    expect((await waitForMessages(phone, 3)).map(({ kind }) => kind)).toEqual([
      "verification_code",
      "password_reset_code",
      "password_changed",
    ]);
    const events = await auditEvents(person.user.id);
    expect(events).toContainEqual({
      type: "contact_code_sent",
      details: { purpose: "password_reset", channel: "phone" },
    });
    expect(events).toContainEqual({ type: "password_reset", details: { channel: "phone" } });
    const [session] = await query(sql`SELECT DISTINCT end_reason FROM sessions
      WHERE user_id = ${idOf("usr", person.user.id)} AND ended_at IS NOT NULL`);
    expect(session).toEqual({ end_reason: "password_reset" });
  });

  it("finds an e-mail address in any case, and sends to it as its owner wrote it", async () => {
    const email = newEmail().replace("person", "Person");
    const person = await withVerifiedEmail(email);
    const shouted = { email: email.toUpperCase() };
    const token = await askFor(shouted);
    const code = await codeSentTo(email, 2);
    expect(await messagesTo(shouted.email)).toEqual([]);
    expect((await reset({ token, code })).status).toBe(204);
    expect((await login(person.phone, NEW_PASSWORD)).status).toBe(200);
  });

  it("voids all other resets of the same user, by any contact", async () => {
    const person = await withVerifiedEmail();
    await verify(person, "phone");
    const [first, second] = [await requestByPhone(person), await requestByPhone(person, 2)];
    const { email } = person;
    const byEmail = { token: await askFor({ email }), code: await codeSentTo(email, 2) };
    expect((await reset(byEmail)).status).toBe(204);
    for (const asked of [first, second]) await expectProblem(reset(asked), 403, "code_refused");
  });

  it("accepts only its own code, and is not affected by another person's reset and attempts", async () => {
    const person = await withVerifiedPhone();
    const own = await requestByPhone(person);
    const others = await requestByPhone(person, 2);
    await expectProblem(reset({ ...others, code: own.code }), 403, "code_refused");
    await expectProblem(reset({ ...own, code: others.code }), 403, "code_refused");
    for (let tries = 0; tries < CODE_ATTEMPTS_MAX; tries++) {
      await expectProblem(attempt(others), 403, "code_refused");
    }
    expect((await reset(own)).status).toBe(204);
  });

  it("lets exactly one of five parallel uses of one code succeed", async () => {
    const person = await withVerifiedPhone();
    const asked = await requestByPhone(person);
    const passwords = [1, 2, 3, 4, 5].map((n) => `${n} quiet Lanterns near Marib`);
    const answers = await Promise.all(passwords.map((password) => reset(asked, password)));
    const won = answers.findIndex(({ status }) => status === 204);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 403, 403, 403, 403]);
    expect((await login(person.phone, passwords[won] ?? "")).status).toBe(200);
    expect((await typesOf(person)).filter((type) => type === "password_reset")).toHaveLength(1);
    await expectProblem(reset(asked), 403, "code_refused");
  });

  it("accepts no code after the maximum of wrong ones, from any address", async () => {
    const person = await withVerifiedPhone();
    const asked = await requestByPhone(person);
    for (let tries = 0; tries < CODE_ATTEMPTS_MAX; tries++) {
      await expectProblem(attempt(asked), 403, "code_refused");
    }
    await expectProblem(reset(asked), 403, "code_refused");
    expect((await login(person.phone, PASSWORD)).status).toBe(200);
    expect((await typesOf(person)).filter((type) => type === "contact_code_refused")).toHaveLength(
      CODE_ATTEMPTS_MAX + 1,
    );
  });

  it("logs a wrong code without code, token or address", async () => {
    const person = await withVerifiedPhone();
    const asked = await requestByPhone(person);
    const log = vi.spyOn(console, "warn").mockImplementation(() => {});
    await attempt(asked);
    const lines = log.mock.calls.flat().map(String);
    log.mockRestore();
    expect(lines.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ event: "request_refused", code: "code_refused", status: 403 }),
    );
    const secrets = [asked.code, wrong(asked.code), asked.token, person.phone.slice(1)];
    for (const secret of secrets) expect(lines.join("\n")).not.toContain(secret);
  });

  it("accepts the right code after one wrong attempt fewer than the maximum", async () => {
    const person = await withVerifiedPhone();
    const asked = await requestByPhone(person);
    for (let tries = 1; tries < CODE_ATTEMPTS_MAX; tries++) {
      await expectProblem(attempt(asked), 403, "code_refused");
    }
    expect((await reset(asked)).status).toBe(204);
  });

  it("accepts a code until its last millisecond and not after", async () => {
    for (const [lateMs, ok] of [
      [-1, true],
      [0, false],
    ] as const) {
      const person = await withVerifiedPhone();
      const contact = { channel: "phone", address: person.phone as Phone } as const;
      const start = Date.now();
      const asked = await requestPasswordReset(servicesAt(start), contact, origin());
      if (!asked.ok) throw new Error(asked.code);
      const code = await codeSentTo(person.phone, 2);
      const then = servicesAt(start + CODE_TTL_SECONDS * 1_000 + lateMs);
      const proof = { ...asked.value, code, newPassword: NEW_PASSWORD };
      const outcome = await resetPassword(then, proof, origin());
      expect(outcome.ok).toBe(ok);
    }
  });

  it("refuses a weak password without using the code up", async () => {
    const person = await registerPerson("Bartholomew Quill");
    await verify(person, "phone");
    const asked = await requestByPhone(person);
    for (const weak of ["password123", "bartholomewquill"]) {
      const answer = reset(asked, weak);
      const problem = await expectProblem(answer, 400, "weak_password", "/new_password");
      expect(JSON.stringify(problem)).not.toContain(weak);
    }
    expect((await login(person.phone, PASSWORD)).status).toBe(200);
    expect((await reset(asked)).status).toBe(204);
  });

  it("accepts no verification code, and its code verifies no contact", async () => {
    const person = await withVerifiedEmail();
    const { accessToken, phone, email } = person;
    await api("POST", "/v1/users/me/contacts/phone/verification", { token: accessToken });
    const token = await askFor({ email });
    const verifying = { token, code: await codeSentTo(phone) };
    await expectProblem(reset(verifying), 403, "code_refused");
    const body = { code: await codeSentTo(email, 2) };
    const path = "/v1/users/me/contacts/phone/verification/confirm";
    await expectProblem(api("POST", path, { token: accessToken, body }), 403, "code_refused");
  });

  it("is void after another password change", async () => {
    const person = await withVerifiedPhone();
    const asked = await requestByPhone(person);
    const other = "nine-Mountains near Ibb";
    expect((await patch(person.accessToken, { password: other })).status).toBe(200);
    await expectProblem(reset(asked), 403, "code_refused");
    expect((await login(person.phone, other)).status).toBe(200);
  });

  it("is sent to a new phone only after its verification, and no longer to the old one", async () => {
    const person = await withVerifiedPhone();
    const asked = await requestByPhone(person);
    const phone = newPhone();
    expect((await patch(person.accessToken, { phone })).status).toBe(200);
    await expectProblem(reset(asked), 403, "code_refused");
    expect((await ask({ phone })).status).toBe(202);
    expect((await ask({ phone: person.phone })).status).toBe(202);
    const sent = sql`SELECT count(*)::int AS codes FROM contact_codes
      WHERE user_id = ${idOf("usr", person.user.id)} AND purpose = 'password_reset'`;
    expect(await query(sent)).toEqual([{ codes: 0 }]);
    await verify({ ...person, phone }, "phone");
    expect((await ask({ phone })).status).toBe(202);
    expect((await reset(await requestByPhone({ phone }, 2))).status).toBe(204);
  });

  it("is sent nowhere for a deleted account", async () => {
    const person = await withVerifiedPhone();
    const asked = await requestByPhone(person);
    const token = person.accessToken;
    await api("DELETE", "/v1/users/me", { token, body: { password: PASSWORD } });
    await expectProblem(reset(asked), 403, "code_refused");
    expect((await ask({ phone: person.phone })).status).toBe(202);
    const left = await query(sql`SELECT id FROM messages
      WHERE user_id = ${idOf("usr", person.user.id)}`);
    expect(left).toEqual([]);
  });
});

describe("a second factor", () => {
  it("is still required after a reset, and logins that began with the old password are void", async () => {
    const person = await withVerifiedPhone();
    const app = await enrolTotp(person);
    await query(sql`UPDATE totp_factors SET confirmed_at = now() - interval '73 hours'
      WHERE user_id = ${idOf("usr", person.user.id)}`);
    const waiting = await firstStep(person);
    // The second message is the notice about the app.
    await waitForMessages(person.phone, 2);
    expect((await reset(await requestByPhone(person, 2))).status).toBe(204);
    const late = secondStep(waiting.challenge, { code: app.code() });
    await expectProblem(late, 409, "challenge_invalid");
    const answer = await jsonOf(login(person.phone, NEW_PASSWORD));
    expect(answer).toMatchObject({
      status: "second_factor_required",
      // The recovery codes were new, so the reset has removed them.
      methods: ["totp"],
    });
    expect(answer.tokens).toBeUndefined();
    await allowCodeReuse(person);
    const second = await secondStep(answer.challenge, { code: app.code() });
    expect((await jsonOf(second)).status).toBe("logged_in");
  });
});

describe("resets of a user's own password", () => {
  const from = (address: string) => ({ "CF-Connecting-IP": address });
  const path = "/v1/auth/password-reset";
  /** Resets with the code of message `count`, from one network; resolves to the status of the request. */
  async function resetFrom(address: string, phone: string, count: number): Promise<number> {
    const headers = from(address);
    const asked = await api("POST", path, { body: { phone }, headers });
    if (asked.status !== 202) return asked.status;
    const { reset_token } = await jsonOf(asked);
    const code = await codeSentTo(phone, count);
    const body = { reset_token, code, new_password: NEW_PASSWORD };
    expect((await api("POST", `${path}/confirm`, { body, headers })).status).toBe(204);
    return asked.status;
  }

  it("are throttled like other resets: one network waits after three", async () => {
    const { phone } = await withVerifiedPhone();
    const home = newAddress();
    // One notice follows each code.
    for (let i = 0; i < SENDINGS_FREE; i++) {
      expect(await resetFrom(home, phone, 2 + 2 * i)).toBe(202);
      await waitForMessages(phone, 3 + 2 * i);
    }
    expect(await resetFrom(home, phone, 0)).toBe(429);
  });

  it("are counted together across all networks", async () => {
    const { phone } = await withVerifiedPhone();
    const networks = Array.from({ length: SENDINGS_FREE }, newAddress);
    for (const [i, network] of networks.entries()) {
      expect(await resetFrom(network, phone, 2 + 2 * i)).toBe(202);
      await waitForMessages(phone, 3 + 2 * i);
    }
    expect(await resetFrom(newAddress(), phone, 0)).toBe(429);
    const ask = async (network: string) =>
      (await api("POST", path, { body: { phone }, headers: from(network) })).status;
    for (const network of networks) expect(await ask(network)).toBe(202);
    for (const network of networks) expect(await ask(network)).toBe(429);
  });
});

describe("an account that does not exist", () => {
  const same = { headers: { "X-Request-Id": "same" } };
  /** An answer as text, without its random token. */
  const textOf = async (answer: Response) => {
    const headers = [...answer.headers].sort();
    const text = (await answer.text()).replace(/"mpr_[\w-]{43}"/, '"mpr_…"');
    return JSON.stringify([answer.status, headers, text]);
  };

  it("is answered like one that exists, and so is an unverified contact", async () => {
    const [reached, unverified] = [await withVerifiedPhone(), await registerPerson()];
    const unverifiedEmail = newEmail();
    await patch(unverified.accessToken, { email: unverifiedEmail });
    const contacts = [
      { phone: reached.phone },
      { phone: unverified.phone },
      { phone: newPhone() },
      { email: unverifiedEmail },
      { email: newEmail() },
    ];
    const path = "/v1/auth/password-reset";
    const texts = new Set<string>();
    for (const body of contacts)
      texts.add(await textOf(await api("POST", path, { body, ...same })));
    expect([...texts]).toHaveLength(1);
    expect([...texts][0]).toContain("mpr_…");
    await codeSentTo(reached.phone, 2);
    for (const { phone, email } of contacts.slice(1) as { phone?: string; email?: string }[]) {
      expect(await messagesTo(phone ?? email ?? "")).toEqual([]);
    }
    expect(await typesOf(unverified)).not.toContain("contact_code_sent");
  });

  it("is refused like a wrong code", async () => {
    const reached = await requestByPhone(await withVerifiedPhone());
    const { phone } = await registerPerson();
    const path = "/v1/auth/password-reset/confirm";
    const texts = new Set<string>();
    for (const token of [
      reached.token,
      await askFor({ phone }),
      await askFor({ phone: newPhone() }),
      `mpr_${"A".repeat(43)}`,
      "no token at all",
      (await registerPerson()).accessToken,
    ]) {
      const body = { reset_token: token, code: wrong(reached.code), new_password: NEW_PASSWORD };
      texts.add(await textOf(await api("POST", path, { body, ...same })));
    }
    expect([...texts]).toHaveLength(1);
    expect([...texts][0]).toContain("code_refused");
  });

  it("causes the same database calls, so that response times reveal nothing", async () => {
    const [person, email] = [await withVerifiedPhone(), newEmail()];
    const known: Contact = { channel: "phone", address: person.phone as Phone };
    const unknown: Contact[] = [
      { channel: "phone", address: newPhone() as Phone },
      { channel: "email", address: email as Email },
    ];
    const stepsOf = async (contact: Contact) => {
      const [requesting, attempting] = [observed(), observed()];
      const answer = await requestPasswordReset(requesting.ctx, contact, origin());
      if (!answer.ok) throw new Error(answer.code);
      // Work after the answer is not compared.
      const asked = [...requesting.steps];
      const attempted = { ...answer.value, code: "00000000", newPassword: NEW_PASSWORD };
      await resetPassword(attempting.ctx, attempted, origin());
      return { asked, attempted: attempting.steps };
    };
    const steps = await stepsOf(known);
    expect(steps.asked.at(-1)).toBe("later");
    expect(steps.attempted.length).toBeGreaterThan(2);
    for (const contact of unknown) expect(await stepsOf(contact)).toEqual(steps);
  });

  it("is written to the database like one that exists, and so is an attempt: a commit without a write is faster", async () => {
    const reached = await withVerifiedPhone();
    const rowOf = async (token: string) => {
      await expectProblem(reset({ token, code: "00000000" }), 403, "code_refused");
      const [row] = await query(sql`SELECT user_id, channel, attempts FROM contact_codes
        WHERE request_hash = sha256(${token}::bytea)`);
      return row;
    };
    const [phone, unknownPhone] = [reached.phone, newPhone()];
    const row = { channel: "phone", attempts: 1 };
    const id = idOf("usr", reached.user.id);
    expect(await rowOf(await askFor({ phone }))).toEqual({ ...row, user_id: id });
    expect(await rowOf(await askFor({ phone: unknownPhone }))).toEqual({ ...row, user_id: null });
  });

  it("is throttled like one that exists", async () => {
    const [reached, unknownPhone] = [await withVerifiedPhone(), newPhone()];
    for (const phone of [reached.phone, unknownPhone]) {
      for (let sent = 0; sent < SENDINGS_FREE; sent++)
        expect((await ask({ phone })).status).toBe(202);
      await expectProblem(ask({ phone }), 429, "too_many_attempts");
    }
    // At one address: five wrong codes are refused, and the sixth is throttled.
    const others = [await askFor({ email: newEmail() }), await askFor({ phone: newPhone() })];
    for (const token of others) {
      const address = newAddress();
      const attempted = () =>
        api("POST", "/v1/auth/password-reset/confirm", {
          body: { reset_token: token, code: "00000000", new_password: NEW_PASSWORD },
          headers: { "CF-Connecting-IP": address },
        });
      for (let tries = 0; tries < ATTEMPTS_FREE; tries++) {
        await expectProblem(attempted(), 403, "code_refused");
      }
      await expectProblem(attempted(), 429, "too_many_attempts");
    }
  });

  it("does not throttle its user at a trusted address when others request resets", async () => {
    const person = await registerPerson();
    const home = { "CF-Connecting-IP": newAddress() };
    await verify(person, "phone", home);
    const { phone } = person;
    for (let sent = 0; sent < SENDINGS_FREE; sent++)
      expect((await ask({ phone })).status).toBe(202);
    await expectProblem(ask({ phone }), 429, "too_many_attempts");
    const atHome = await api("POST", "/v1/auth/password-reset", { body: { phone }, headers: home });
    expect(atHome.status).toBe(202);
  });
});

describe("the body", () => {
  it.each([
    [{}, ""],
    [{ phone: "+967771234567", email: "a@example.com" }, ""],
    [{ phone: "not a phone" }, "/phone"],
    [{ email: "not an address" }, "/email"],
    [{ phone: 7 }, "/phone"],
    [{ email: null }, "/email"],
    [{ phone: "+967771234567", user_id: "x" }, "/user_id"],
  ])("%j is refused in a request for a code", async (body, pointer) => {
    await expectProblem(ask(body), 400, "invalid_request", pointer);
  });

  it.each([
    [{ reset_token: "mpr_", code: "1", new_password: NEW_PASSWORD }, "/code"],
    [{ reset_token: "mpr_", new_password: NEW_PASSWORD }, "/code"],
    [{ reset_token: "mpr_", code: "12345678" }, "/new_password"],
    [{ reset_token: "mpr_", code: "12345678", new_password: "short" }, "/new_password"],
    [{ code: "12345678", new_password: NEW_PASSWORD }, "/reset_token"],
    [
      { reset_token: "m".repeat(2_049), code: "12345678", new_password: NEW_PASSWORD },
      "/reset_token",
    ],
    [{ reset_token: "mpr_", phone: "+967771234567", code: "12345678" }, "/phone"],
  ])("%j is refused in a confirmation", async (body, pointer) => {
    const answer = api("POST", "/v1/auth/password-reset/confirm", { body });
    await expectProblem(answer, 400, "invalid_request", pointer);
  });
});
