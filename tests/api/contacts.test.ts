import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  ADDRESS_ATTEMPTS_FREE,
  CHANGES_PER_DAY,
  CODE_ATTEMPTS_MAX,
  CODE_TTL_SECONDS,
  CODES_PER_DAY,
  CONTACT_CHANGES_PER_DAY,
  SENDING_DELAY_SECONDS_FIRST,
  SENDING_FORGIVEN_SECONDS,
  SENDINGS_FREE,
} from "../../src/domain/bounds.ts";
import type { Phone } from "../../src/domain/phone.ts";
import { admitSending } from "../../src/services/identity/contacts/admit-sending.ts";
import { sendVerificationCode } from "../../src/services/identity/send-verification-code.ts";
import { verifyContact } from "../../src/services/identity/verify-contact.ts";
import { servicesAt } from "../clock.ts";
import { auditEvents, idOf, query } from "../database.ts";
import { codeSentTo, messagesTo, waitForMessages } from "../messages.ts";
import {
  api,
  jsonOf,
  logIn,
  newEmail,
  newPhone,
  PASSWORD,
  type Person,
  registerPerson,
  verify,
} from "../people.ts";
import { expectProblem } from "../problems.ts";
import { callerOf, origin } from "../services.ts";

type Channel = "phone" | "email";

const send = (token: string, channel: string) =>
  api("POST", `/v1/users/me/contacts/${channel}/verification`, { token });
const confirm = (token: string, channel: Channel, code: unknown) =>
  api("POST", `/v1/users/me/contacts/${channel}/verification/confirm`, { token, body: { code } });
const me = (token: string) => jsonOf(api("GET", "/v1/users/me", { token }));
const patch = (token: string, body: object) =>
  api("PATCH", "/v1/users/me", { token, body: { current_password: PASSWORD, ...body } });
const typesOf = async (person: Person) =>
  (await auditEvents(person.user.id)).map(({ type }) => type);

/** A wrong code: it differs from the given one in its last digit. */
const wrong = (code: string) => code.slice(0, -1) + ((Number(code.at(-1)) + 1) % 10);

async function personWithEmail(): Promise<Person & { email: string }> {
  const person = await registerPerson();
  const email = newEmail();
  expect((await patch(person.accessToken, { email })).status).toBe(200);
  return { ...person, email };
}

describe("POST /v1/users/me/contacts/{channel}/verification", () => {
  it("sends a code to the user's phone, and the code verifies the phone", async () => {
    const person = await registerPerson();
    expect(await me(person.accessToken)).toMatchObject({ phone_verified: false, email: null });
    const sent = await send(person.accessToken, "phone");
    expect([sent.status, await sent.json()]).toEqual([202, { expires_in: CODE_TTL_SECONDS }]);
    const [message] = await waitForMessages(person.phone, 1);
    expect(message).toMatchObject({
      id: expect.stringMatching(/^msg_/),
      channel: "phone",
      kind: "verification_code",
      text: expect.stringMatching(/^\d{8} is your Mahfaza code\./),
    });
    const answer = await confirm(person.accessToken, "phone", (message?.text ?? "").slice(0, 8));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ ...person.user, phone_verified: true });
    expect(await me(person.accessToken)).toMatchObject({ phone_verified: true });
    expect((await auditEvents(person.user.id)).slice(-2)).toEqual([
      { type: "contact_code_sent", details: { purpose: "verification", channel: "phone" } },
      { type: "contact_verified", details: { channel: "phone" } },
    ]);
  });

  it("does the same for an e-mail address, and accepts the digits in groups", async () => {
    const person = await personWithEmail();
    await send(person.accessToken, "email");
    const code = await codeSentTo(person.email);
    const grouped = `${code.slice(0, 4)} ${code.slice(4, 6)}-${code.slice(6)}`;
    expect((await confirm(person.accessToken, "email", grouped)).status).toBe(200);
    expect(await me(person.accessToken)).toMatchObject({
      email: person.email,
      email_verified: true,
      phone_verified: false,
    });
  });

  it("stores neither code nor address in readable form", async () => {
    const person = await registerPerson();
    await send(person.accessToken, "phone");
    const code = await codeSentTo(person.phone);
    const id = idOf("usr", person.user.id);
    const rows = await query<{ text: string }>(sql`
      SELECT c::text AS text FROM contact_codes c WHERE user_id = ${id}
      UNION ALL SELECT m::text FROM messages m WHERE user_id = ${id}
      UNION ALL SELECT e::text FROM audit_events e WHERE user_id = ${id}
      UNION ALL SELECT encode(sha256(${code}::bytea), 'hex')`);
    const [digest] = rows.splice(-1);
    expect(rows.length).toBeGreaterThan(3);
    for (const { text } of rows) {
      expect(text).not.toContain(code);
      expect(text).not.toContain(person.phone);
      // An unkeyed hash of eight digits can be reversed at once.
      expect(text).not.toContain(digest?.text);
    }
  });

  it("erases a message's content after its delivery", async () => {
    const person = await registerPerson();
    await send(person.accessToken, "phone");
    await codeSentTo(person.phone);
    const row = () =>
      query(sql`SELECT status, sealed, attempts FROM messages
        WHERE user_id = ${idOf("usr", person.user.id)}`);
    await expect.poll(row).toEqual([{ status: "delivered", sealed: null, attempts: 1 }]);
  });

  it("refuses a missing contact, a verified contact and an unknown channel", async () => {
    const person = await registerPerson();
    const { accessToken: token } = person;
    await expectProblem(send(token, "email"), 404, "contact_missing");
    await expectProblem(confirm(token, "email", "12345678"), 404, "contact_missing");
    await verify(person, "phone");
    await expectProblem(send(token, "phone"), 409, "contact_verified");
    await expectProblem(confirm(token, "phone", "12345678"), 409, "contact_verified");
    await expectProblem(send(token, "fax"), 400, "invalid_request", "/channel");
  });

  it("throttles codes to one contact across all addresses", async () => {
    const { accessToken: token } = await registerPerson();
    for (let sent = 0; sent < SENDINGS_FREE; sent++) {
      expect((await send(token, "phone")).status).toBe(202);
    }
    const answer = await send(token, "phone");
    expect(answer.headers.get("Retry-After")).toBe(String(SENDING_DELAY_SECONDS_FIRST));
    await expectProblem(answer, 429, "too_many_attempts");
  });

  it("doubles the delay before each next code, to the second, and forgets codes over time", async () => {
    const contact = { channel: "phone", address: newPhone() as Phone } as const;
    const start = Date.now();
    const admitted = async (seconds: number) =>
      (await admitSending(servicesAt(start + seconds * 1_000), "verification", contact, origin()))
        .ok;
    for (let sent = 0; sent < SENDINGS_FREE; sent++) expect(await admitted(0)).toBe(true);
    const first = SENDING_DELAY_SECONDS_FIRST;
    expect(await admitted(first - 1)).toBe(false);
    expect(await admitted(first)).toBe(true);
    expect(await admitted(first + 2 * first - 1)).toBe(false);
    expect(await admitted(first + 2 * first)).toBe(true);
    // After this time all codes but the last are forgotten, and two are allowed at once again.
    const later = 3 * first + (SENDINGS_FREE + 1) * SENDING_FORGIVEN_SECONDS;
    expect([await admitted(later), await admitted(later)]).toEqual([true, true]);
    expect(await admitted(later)).toBe(false);
  });

  it("throttles one address that requests codes for many contacts", async () => {
    const now = servicesAt(Date.now());
    const asking = origin();
    const ask = async () =>
      (
        await admitSending(
          now,
          "verification",
          { channel: "phone", address: newPhone() as Phone },
          asking,
        )
      ).ok;
    const answers: boolean[] = [];
    for (let i = 0; i < ADDRESS_ATTEMPTS_FREE; i++) answers.push(await ask());
    expect(answers).not.toContain(false);
    expect(await ask()).toBe(false);
  });
});

describe("the codes of one user", () => {
  it("are limited to ten a day across all their phones", async () => {
    const person = await registerPerson();
    const start = Date.now();
    const caller = callerOf(person);
    const sendTo = async (phone: string, seconds: number) => {
      await query(sql`UPDATE users SET phone = ${phone} WHERE id = ${caller.userId}`);
      const asked = { channel: "phone", origin: origin() } as const;
      return sendVerificationCode(servicesAt(start + seconds * 1_000), caller, asked);
    };
    for (let i = 0; i < CODES_PER_DAY; i++) expect((await sendTo(newPhone(), 0)).ok).toBe(true);
    const share = 86_400 / CODES_PER_DAY;
    const refused = { ok: false, code: "too_many_attempts" };
    expect(await sendTo(newPhone(), 0)).toEqual({ ...refused, retryAfterSeconds: share });
    const answer = await send(person.accessToken, "phone");
    expect(Number(answer.headers.get("Retry-After"))).toBeGreaterThan(share - 60);
    await expectProblem(answer, 429, "too_many_attempts");
    expect((await sendTo(newPhone(), share)).ok).toBe(true);
    expect(await sendTo(newPhone(), share)).toMatchObject(refused);
  });

  it("are not counted when the contact's own throttle refuses them", async () => {
    const { accessToken: token, phone } = await registerPerson();
    for (let sent = 0; sent < SENDINGS_FREE; sent++) {
      expect((await send(token, "phone")).status).toBe(202);
    }
    for (let i = 0; i < CODES_PER_DAY; i++) {
      await expectProblem(send(token, "phone"), 429, "too_many_attempts");
    }
    expect((await patch(token, { phone: newPhone() })).status).toBe(200);
    expect((await send(token, "phone")).status).toBe(202);
    expect(await messagesTo(phone)).not.toEqual([]);
  });
});

describe("POST /v1/users/me/contacts/{channel}/verification/confirm", () => {
  it("refuses a wrong code, records it, and still accepts the right code", async () => {
    const person = await registerPerson();
    await send(person.accessToken, "phone");
    const code = await codeSentTo(person.phone);
    await expectProblem(confirm(person.accessToken, "phone", wrong(code)), 403, "code_refused");
    expect((await typesOf(person)).at(-1)).toBe("contact_code_refused");
    expect((await confirm(person.accessToken, "phone", code)).status).toBe(200);
  });

  it("accepts the right code after one wrong attempt fewer than the maximum", async () => {
    const person = await registerPerson();
    await send(person.accessToken, "phone");
    const code = await codeSentTo(person.phone);
    for (let tries = 1; tries < CODE_ATTEMPTS_MAX; tries++) {
      await expectProblem(confirm(person.accessToken, "phone", wrong(code)), 403, "code_refused");
    }
    expect((await confirm(person.accessToken, "phone", code)).status).toBe(200);
  });

  it("accepts no code after the maximum of wrong attempts, from any session, until another is sent", async () => {
    const person = await registerPerson();
    await send(person.accessToken, "phone");
    const code = await codeSentTo(person.phone);
    for (let tries = 0; tries < CODE_ATTEMPTS_MAX; tries++) {
      await expectProblem(confirm(person.accessToken, "phone", wrong(code)), 403, "code_refused");
    }
    const { accessToken } = await logIn(person.phone);
    await expectProblem(confirm(accessToken, "phone", code), 403, "code_refused");
    // The session with the failed attempts is throttled as well.
    const next = confirm(person.accessToken, "phone", code);
    await expectProblem(next, 429, "too_many_attempts");
    await send(accessToken, "phone");
    const another = await codeSentTo(person.phone, 2);
    expect((await confirm(accessToken, "phone", another)).status).toBe(200);
  });

  it("counts 15 parallel attempts like attempts one after another", async () => {
    const person = await registerPerson();
    await send(person.accessToken, "phone");
    const code = await codeSentTo(person.phone);
    const sessions = await Promise.all([1, 2, 3].map(() => logIn(person.phone)));
    const attempts = sessions.flatMap(({ accessToken }) =>
      Array.from({ length: CODE_ATTEMPTS_MAX }, () => confirm(accessToken, "phone", wrong(code))),
    );
    for (const { status } of await Promise.all(attempts)) expect([403, 429]).toContain(status);
    const [row] = await query(sql`SELECT attempts FROM contact_codes
      WHERE user_id = ${idOf("usr", person.user.id)}`);
    expect(row).toEqual({ attempts: CODE_ATTEMPTS_MAX });
    await expectProblem(confirm(person.accessToken, "phone", code), 403, "code_refused");
  });

  it("lets exactly one of five parallel uses of the right code succeed", async () => {
    const person = await registerPerson();
    await send(person.accessToken, "phone");
    const code = await codeSentTo(person.phone);
    const sessions = await Promise.all([1, 2, 3, 4, 5].map(() => logIn(person.phone)));
    const answers = await Promise.all(
      sessions.map(({ accessToken }) => confirm(accessToken, "phone", code)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const verified = (await typesOf(person)).filter((type) => type === "contact_verified");
    expect(verified).toHaveLength(1);
  });

  it("accepts a code until its last millisecond and not after", async () => {
    for (const [lateMs, ok] of [
      [-1, true],
      [0, false],
    ] as const) {
      const person = await registerPerson();
      const start = Date.now();
      const asked = { channel: "phone", origin: origin() } as const;
      expect((await sendVerificationCode(servicesAt(start), callerOf(person), asked)).ok).toBe(
        true,
      );
      const code = await codeSentTo(person.phone);
      const then = servicesAt(start + CODE_TTL_SECONDS * 1_000 + lateMs);
      const proof = { channel: "phone", code, origin: origin() } as const;
      const outcome = await verifyContact(then, callerOf(person), proof);
      expect(outcome.ok).toBe(ok);
      expect((await me(person.accessToken)).phone_verified).toBe(ok);
    }
  });

  it("accepts only the last code that was sent", async () => {
    const person = await registerPerson();
    await send(person.accessToken, "phone");
    const first = await codeSentTo(person.phone);
    await send(person.accessToken, "phone");
    const second = await codeSentTo(person.phone, 2);
    await expectProblem(confirm(person.accessToken, "phone", first), 403, "code_refused");
    expect((await confirm(person.accessToken, "phone", second)).status).toBe(200);
  });

  it("accepts a code only for its own user and contact", async () => {
    const [person, other] = [await personWithEmail(), await personWithEmail()];
    await Promise.all([send(person.accessToken, "phone"), send(person.accessToken, "email")]);
    await send(other.accessToken, "phone");
    const [byPhone, byEmail] = [await codeSentTo(person.phone), await codeSentTo(person.email)];
    await expectProblem(confirm(person.accessToken, "phone", byEmail), 403, "code_refused");
    await expectProblem(confirm(person.accessToken, "email", byPhone), 403, "code_refused");
    await expectProblem(confirm(other.accessToken, "phone", byPhone), 403, "code_refused");
  });

  it("accepts no code that was sent to the previous phone", async () => {
    const person = await registerPerson();
    await send(person.accessToken, "phone");
    const code = await codeSentTo(person.phone);
    expect((await patch(person.accessToken, { phone: newPhone() })).status).toBe(200);
    await expectProblem(confirm(person.accessToken, "phone", code), 403, "code_refused");
  });

  it.each([
    ["1234567", "invalid_code"],
    ["123456789", "invalid_code"],
    ["1234567a", "invalid_code"],
    ["", "invalid_code"],
    ["١٢٣٤٥٦٧", "invalid_code"],
    ["1234567½", "invalid_code"],
    [12_345_678, "wrong_type"],
    [null, "wrong_type"],
    [undefined, "required"],
  ])("refuses %j as malformed", async (code, reason) => {
    const { accessToken } = await registerPerson();
    const answer = confirm(accessToken, "phone", code);
    const problem = await expectProblem(answer, 400, "invalid_request", "/code");
    expect(problem.errors[0].code).toBe(reason);
  });
});

describe("an e-mail address", () => {
  it("is stored with its domain in lower case, and can be removed", async () => {
    const person = await registerPerson();
    const email = newEmail();
    const [local, domain] = email.split("@");
    const body = { email: `A.${local}@${domain?.toUpperCase()}` };
    expect(await jsonOf(patch(person.accessToken, body))).toMatchObject({
      email: `A.${local}@${domain}`,
      email_verified: false,
    });
    expect(await jsonOf(patch(person.accessToken, { email: null }))).toMatchObject({ email: null });
    expect((await auditEvents(person.user.id)).at(-1)).toEqual({
      type: "profile_changed",
      details: { fields: ["email"] },
    });
  });

  it("is refused when it is invalid, and without the current password", async () => {
    const { accessToken } = await registerPerson();
    for (const email of [
      "",
      "amina",
      "amina@example",
      "a@b@example.com",
      `${"a".repeat(65)}@b.ye`,
    ]) {
      await expectProblem(patch(accessToken, { email }), 400, "invalid_request", "/email");
    }
    const unproven = api("PATCH", "/v1/users/me", {
      token: accessToken,
      body: { email: newEmail() },
    });
    await expectProblem(unproven, 400, "invalid_request", "/current_password");
    const wrongly = { email: newEmail(), current_password: "not the password" };
    await expectProblem(patch(accessToken, wrongly), 403, "wrong_password");
    expect(await me(accessToken)).toMatchObject({ email: null });
  });

  it("belongs to the first user who verifies it, in any case, so that an unverified claim blocks no owner", async () => {
    const [claimant, owner] = [await registerPerson(), await registerPerson()];
    const email = newEmail();
    await patch(claimant.accessToken, {
      email: `X${email}`.toUpperCase().replace(/@.*/, "") + email.replace(/.*@/, "@"),
    });
    await patch(owner.accessToken, { email: `x${email}` });
    await verify(owner, "email");
    expect(await me(owner.accessToken)).toMatchObject({ email_verified: true });
    const { email: claimed } = await me(claimant.accessToken);
    await send(claimant.accessToken, "email");
    const code = await codeSentTo(claimed);
    await expectProblem(confirm(claimant.accessToken, "email", code), 409, "email_taken");
    expect(await me(claimant.accessToken)).toMatchObject({ email_verified: false });
  });

  it("is verified by exactly one of two users who try at once", async () => {
    const people = [await registerPerson(), await registerPerson()];
    const email = newEmail();
    const codes: string[] = [];
    for (const [i, { accessToken }] of people.entries()) {
      await patch(accessToken, { email });
      await send(accessToken, "email");
      codes.push(await codeSentTo(email, i + 1));
    }
    const answers = await Promise.all(
      people.map(({ accessToken }, i) => confirm(accessToken, "email", codes[i])),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe("a changed contact", () => {
  it("is unverified, and the old contact and the user's other contact are notified", async () => {
    const person = await personWithEmail();
    await verify(person, "phone");
    await verify(person, "email");
    const phone = newPhone();
    expect(await jsonOf(patch(person.accessToken, { phone }))).toMatchObject({
      phone,
      phone_verified: false,
      email_verified: true,
    });
    for (const address of [person.phone, person.email]) {
      const notice = (await waitForMessages(address, 2)).at(-1);
      expect(notice).toMatchObject({
        kind: "contact_changed",
        text: expect.stringContaining("The phone number of your Mahfaza account was changed."),
      });
      // A reader of the notice must not learn the new number.
      expect(notice?.text).not.toContain(phone);
    }
    expect(await messagesTo(phone)).toEqual([]);
  });

  it("notifies the old contact even when it was unverified, and is throttled before notices flood it", async () => {
    const person = await registerPerson();
    const [first, second] = [person.phone, newPhone()];
    for (const phone of [second, first, second, first, second, first]) {
      expect((await patch(person.accessToken, { phone })).status).toBe(200);
    }
    const next = await patch(person.accessToken, { phone: second });
    expect(Number(next.headers.get("Retry-After"))).toBeLessThanOrEqual(
      SENDING_DELAY_SECONDS_FIRST,
    );
    await expectProblem(next, 429, "too_many_attempts");
    await waitForMessages(first, SENDINGS_FREE);
    const rows = await query(sql`SELECT kind FROM messages
      WHERE user_id = ${idOf("usr", person.user.id)}`);
    expect(rows).toHaveLength(2 * SENDINGS_FREE);
  });

  it("is limited to ten changes a day", async () => {
    const { accessToken: token } = await registerPerson();
    for (let i = 0; i < CONTACT_CHANGES_PER_DAY; i++) {
      expect((await patch(token, { phone: newPhone() })).status).toBe(200);
    }
    await expectProblem(patch(token, { email: newEmail() }), 429, "too_many_attempts");
    // A request that changes no contact is not counted.
    expect((await patch(token, { username: "Another Name", email: null })).status).toBe(200);
  });

  it("of a password is notified every time, and is refused after twenty changes a day", async () => {
    const person = await registerPerson();
    await verify(person, "phone");
    let [now, next] = [PASSWORD, "four-Camels under Marib"];
    const change = (current: string) =>
      patch(person.accessToken, { password: next, current_password: current });
    for (let changes = 0; changes < CHANGES_PER_DAY; changes++) {
      // A wrong password is not counted as a change.
      if (changes === 1) await expectProblem(change(next), 403, "wrong_password");
      expect((await change(now)).status).toBe(200);
      [now, next] = [next, now];
    }
    await expectProblem(change(now), 429, "too_many_attempts");
    const notices = await query(sql`SELECT id FROM messages
      WHERE user_id = ${idOf("usr", person.user.id)} AND kind = 'password_changed'`);
    expect(notices).toHaveLength(CHANGES_PER_DAY);
  });

  it("stays verified when it is set to the same value", async () => {
    const person = await personWithEmail();
    await verify(person, "email");
    const { email } = await me(person.accessToken);
    const answer = await jsonOf(patch(person.accessToken, { email, phone: person.phone }));
    expect(answer).toMatchObject({ email, email_verified: true });
    expect(await typesOf(person)).not.toContain("contact_changed");
    expect(await messagesTo(person.phone)).toEqual([]);
  });

  it("of a password is notified to the verified contact", async () => {
    const person = await registerPerson();
    await verify(person, "phone");
    const body = { password: "four-Camels under Marib" };
    expect((await patch(person.accessToken, body)).status).toBe(200);
    expect((await waitForMessages(person.phone, 2)).at(-1)).toMatchObject({
      kind: "password_changed",
    });
  });
});

describe("a deleted account", () => {
  it("leaves no address, no code and no message", async () => {
    const person = await personWithEmail();
    await verify(person, "phone");
    await send(person.accessToken, "email");
    await codeSentTo(person.email);
    const id = idOf("usr", person.user.id);
    const left = sql`SELECT
      (SELECT count(*)::int FROM contact_codes WHERE user_id = ${id}) AS codes,
      (SELECT count(*)::int FROM messages WHERE user_id = ${id}) AS messages`;
    expect(await query(left)).toEqual([{ codes: 2, messages: 2 }]);
    const body = { password: PASSWORD };
    const token = person.accessToken;
    expect((await api("DELETE", "/v1/users/me", { token, body })).status).toBe(204);
    expect(await query(left)).toEqual([{ codes: 0, messages: 0 }]);
    const [row] = await query(sql`SELECT email, phone_verified_at, email_verified_at FROM users
      WHERE id = ${id}`);
    expect(row).toEqual({ email: null, phone_verified_at: null, email_verified_at: null });
  });
});
