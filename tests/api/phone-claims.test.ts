import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { connectHttp } from "../../src/db/connect.ts";
import { CODE_ATTEMPTS_MAX, CODE_TTL_SECONDS, SENDINGS_FREE } from "../../src/domain/bounds.ts";
import type { Phone } from "../../src/domain/phone.ts";
import { readConfig } from "../../src/env.ts";
import type { ServiceContext } from "../../src/services/context.ts";
import { register } from "../../src/services/identity/register.ts";
import { requestPhoneClaim } from "../../src/services/identity/request-phone-claim.ts";
import { servicesAt } from "../clock.ts";
import { auditEvents, idOf, query, suspend } from "../database.ts";
import { enrolTotp } from "../factors.ts";
import { codeOfKind, codeSentTo, messagesTo, waitForMessages } from "../messages.ts";
import {
  api,
  jsonOf,
  logIn,
  newAddress,
  newEmail,
  newPhone,
  PASSWORD,
  type Person,
  registerPerson,
  verify,
} from "../people.ts";
import { claimFor, proveByCode, registerWith, wrong } from "../phone-claims.ts";
import { expectProblem } from "../problems.ts";
import { proveLedger } from "../prove-ledger.ts";
import { interruptedAtLock, observed, origin } from "../services.ts";
import { read } from "./as-person.ts";
import { act, registerOperator } from "./operator.ts";

const me = (token: string) => jsonOf(api("GET", "/v1/users/me", { token }));
const patch = (token: string, body: object) =>
  api("PATCH", "/v1/users/me", { token, body: { current_password: PASSWORD, ...body } });
const logInById = (user_id: string, password = PASSWORD) =>
  api("POST", "/v1/auth/login", { body: { user_id, password } });
const typesOf = async (person: Person) =>
  (await auditEvents(person.user.id)).map(({ type }) => type);
const holdersOf = (phone: string) =>
  query<{ id: string; is_verified: boolean }>(sql`
    SELECT id, phone_verified_at IS NOT NULL AS is_verified FROM users WHERE phone = ${phone}`);
const statusesOf = (answers: Response[]) => answers.map(({ status }) => status).sort();

/** A user whose phone another person has taken by a claim; `email` is verified. */
async function released(): Promise<Person & { readonly email: string }> {
  const holder = await registerPerson("Earlier Holder");
  const email = newEmail();
  await patch(holder.accessToken, { email });
  await verify(holder, "email");
  expect((await registerWith(holder.phone, await proveByCode(holder.phone))).status).toBe(201);
  return { ...holder, email };
}

describe("POST /v1/auth/register with phone_claim", () => {
  it("registers a free phone, verified from the start", async () => {
    const phone = newPhone();
    const answer = await registerWith(phone, await proveByCode(phone));
    const { user, wallet } = await jsonOf(answer);
    expect(answer.status).toBe(201);
    expect(user).toMatchObject({ phone, phone_verified: true });
    const { accessToken } = await logIn(phone);
    expect(await me(accessToken)).toMatchObject({ id: user.id, phone_verified: true });
    expect((await jsonOf(api("GET", "/v1/wallets", { token: accessToken }))).data).toMatchObject([
      { id: wallet.id },
    ]);
    expect((await auditEvents(user.id)).slice(0, 2)).toEqual([
      { type: "user_registered", details: {} },
      { type: "contact_verified", details: { channel: "phone" } },
    ]);
  });

  it("takes the phone from an unverified holder, who is told, stays logged in, and sets another", async () => {
    const holder = await released();
    const { accessToken: token, email, phone } = holder;
    expect(await me(token)).toMatchObject({
      id: holder.user.id,
      phone: null,
      phone_verified: false,
      email,
    });
    expect((await auditEvents(holder.user.id)).at(-1)).toEqual({
      type: "phone_released",
      details: { taken_by: expect.stringMatching(/^usr_/) },
    });
    const [, notice] = await waitForMessages(email, 2);
    expect(notice).toMatchObject({
      kind: "phone_released",
      text: expect.stringContaining(holder.user.id),
    });
    expect(notice?.text).not.toContain(phone.slice(4));
    await expectProblem(
      api("POST", "/v1/users/me/contacts/phone/verification", { token }),
      404,
      "contact_missing",
    );
    const another = newPhone();
    expect(await jsonOf(patch(token, { phone: another }))).toMatchObject({ phone: another });
    await verify({ ...holder, phone: another }, "phone");
    expect((await logIn(another)).accessToken).not.toBe("");
  });

  it("moves the payment address to the person who proved the phone, and leaves the holder's money", async () => {
    const holder = await released();
    const { accessToken: token, phone } = holder;
    const owner = await logIn(phone);
    const [payer, amount] = [await registerPerson(), "5.00"];
    for (const payee of [token, payer.accessToken]) {
      await api("POST", "/v1/deposits", { token: payee, body: { amount: "10.00" } });
    }
    const paid = await api("POST", "/v1/transfers", {
      token: payer.accessToken,
      body: { amount, to_phone: phone },
    });
    expect(paid.status).toBe(201);
    const balance = async (of: string) =>
      (await jsonOf(api("GET", "/v1/wallets", { token: of }))).data[0].balance;
    expect([await balance(token), await balance(owner.accessToken)]).toEqual(["10.00", amount]);
    // The released phone no longer names the holder, not even in their own requests.
    expect(
      (await api("POST", "/v1/deposits", { token, body: { amount, phone } })).status,
    ).toBeGreaterThanOrEqual(400);
    await proveLedger(connectHttp(readConfig(env)));
  });

  it("voids the codes that were sent to the holder, and only those of the phone", async () => {
    const holder = await registerPerson();
    const { accessToken: token, phone } = holder;
    const email = newEmail();
    await patch(token, { email });
    const path = "/v1/users/me/contacts";
    await api("POST", `${path}/phone/verification`, { token });
    await api("POST", `${path}/email/verification`, { token });
    const byPhone = await codeSentTo(phone);
    expect((await registerWith(phone, await proveByCode(phone))).status).toBe(201);
    const confirm = (channel: string, code: string) =>
      api("POST", `${path}/${channel}/verification/confirm`, { token, body: { code } });
    await expectProblem(confirm("phone", byPhone), 404, "contact_missing");
    const another = await registerPerson();
    await query(sql`UPDATE users SET phone = NULL WHERE id = ${idOf("usr", another.user.id)}`);
    await query(sql`UPDATE users SET phone = ${another.phone}
      WHERE id = ${idOf("usr", holder.user.id)}`);
    await expectProblem(confirm("phone", byPhone), 403, "code_refused");
    expect((await confirm("email", await codeSentTo(email))).status).toBe(200);
  });

  it("refuses a verified phone: no code is sent, and no code is right", async () => {
    const holder = await registerPerson();
    await verify(holder, "phone");
    const claim = await claimFor(holder.phone);
    await expectProblem(
      registerWith(holder.phone, { claim, code: "00000000" }),
      403,
      "code_refused",
    );
    await expectProblem(registerWith(holder.phone), 409, "phone_taken");
    expect((await messagesTo(holder.phone)).map(({ kind }) => kind)).toEqual(["verification_code"]);
  });

  it("refuses a phone that its holder has verified since the code was sent", async () => {
    const holder = await registerPerson();
    const claim = await proveByCode(holder.phone);
    await verify(holder, "phone");
    await expectProblem(registerWith(holder.phone, claim), 409, "phone_taken");
    expect(await me(holder.accessToken)).toMatchObject({ phone_verified: true });
  });

  it("answers a taken phone without a claim as before, and says how to prove it", async () => {
    const holder = await registerPerson();
    const problem = await expectProblem(registerWith(holder.phone), 409, "phone_taken");
    expect(problem.detail).toContain("POST /v1/auth/phone-claims");
    expect(await me(holder.accessToken)).toMatchObject({ phone: holder.phone });
  });

  it("answers a retry with the same key like the first time, also when the claim is used up", async () => {
    const holder = await registerPerson();
    const { phone } = holder;
    const claim = await proveByCode(phone);
    const first = await registerWith(phone, claim, "a-key-of-the-owner");
    const again = await registerWith(phone, claim, "a-key-of-the-owner");
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.headers.get("Idempotency-Replayed")).toBe("true");
    expect(await again.json()).toEqual(await first.json());
    await expectProblem(registerWith(phone, claim, "another-key"), 403, "code_refused");
  });

  it("registers once when the same request arrives three times at once", async () => {
    const { phone } = await registerPerson();
    const claim = await proveByCode(phone);
    const answers = await Promise.all(
      Array.from({ length: 3 }, () => registerWith(phone, claim, "the-same-key")),
    );
    const bodies = new Set(
      await Promise.all(answers.filter(({ ok }) => ok).map((answer) => answer.text())),
    );
    expect(bodies.size).toBe(1);
    expect(statusesOf(answers)).toEqual([201, 201, 201]);
    expect(await holdersOf(phone)).toHaveLength(1);
  });

  it("does not use the code up when the password is weak", async () => {
    const { phone } = await registerPerson();
    const phone_claim = await proveByCode(phone);
    const body = { username: "Real Owner", phone, password: "password123", phone_claim };
    await expectProblem(
      api("POST", "/v1/auth/register", { body }),
      400,
      "weak_password",
      "/password",
    );
    expect((await registerWith(phone, phone_claim)).status).toBe(201);
  });
});

describe("the code of a claim", () => {
  it("is refused alike when it is wrong for a free, an unverified and a verified phone", async () => {
    const [unverified, verified] = [await registerPerson(), await registerPerson()];
    await verify(verified, "phone");
    const texts = new Set<string>();
    for (const phone of [newPhone(), unverified.phone, verified.phone]) {
      const claims = [
        await claimFor(phone),
        `mpc_${"A".repeat(43)}`,
        "no claim",
        `mpr_${"A".repeat(43)}`,
      ];
      for (const claim of claims) {
        const answer = await api("POST", "/v1/auth/register", {
          body: {
            username: "Real Owner",
            phone,
            password: PASSWORD,
            phone_claim: { claim, code: "00000000" },
          },
          headers: { "X-Request-Id": "same" },
        });
        texts.add(JSON.stringify([answer.status, await answer.text()]));
      }
    }
    expect(texts.size).toBe(1);
    expect([...texts][0]).toContain("code_refused");
  });

  it("is valid once, for its own phone and claim only", async () => {
    const [phone, other] = [newPhone(), newPhone()];
    const [first, second] = [await proveByCode(phone), await proveByCode(phone)];
    await expectProblem(registerWith(other, first), 403, "code_refused");
    const mixed = { claim: first.claim, code: second.code };
    await expectProblem(registerWith(phone, mixed), 403, "code_refused");
    expect((await registerWith(phone, first)).status).toBe(201);
    const { accessToken } = await logIn(phone);
    await patch(accessToken, { phone: newPhone() });
    await expectProblem(registerWith(phone, first), 403, "code_refused");
    // A claim that another one was proven beside is still a proof of the phone.
    expect((await registerWith(phone, second)).status).toBe(201);
  });

  it("is void after the maximum of wrong attempts, also in parallel, and good after one fewer", async () => {
    const [lost, kept] = [newPhone(), newPhone()];
    const [lostClaim, keptClaim] = [await proveByCode(lost), await proveByCode(kept)];
    for (let tries = 1; tries < CODE_ATTEMPTS_MAX; tries++) {
      await expectProblem(registerWith(kept, wrong(keptClaim)), 403, "code_refused");
    }
    expect((await registerWith(kept, keptClaim)).status).toBe(201);
    for (let tries = 0; tries < CODE_ATTEMPTS_MAX; tries++) {
      await expectProblem(registerWith(lost, wrong(lostClaim)), 403, "code_refused");
    }
    await expectProblem(registerWith(lost, lostClaim), 403, "code_refused");
    expect(await holdersOf(lost)).toEqual([]);
  });

  it("is good until its last millisecond and not after", async () => {
    for (const [lateMs, ok] of [
      [-1, true],
      [0, false],
    ] as const) {
      const phone = newPhone() as Phone;
      const start = Date.now();
      const asked = await requestPhoneClaim(later(servicesAt(start)), phone, origin());
      if (!asked.ok) throw new Error(asked.code);
      const phoneClaim = { ...asked.value, code: await codeSentTo(phone) };
      const then = servicesAt(start + CODE_TTL_SECONDS * 1_000 + lateMs);
      const person = { username: "Real Owner", phone, password: PASSWORD };
      const input = { ...person, phoneClaim, idempotencyKey: null, origin: origin() };
      expect((await register(then, input)).ok).toBe(ok);
    }
  });

  it("is stored only as a keyed hash, and the phone not at all", async () => {
    const phone = newPhone();
    const { claim, code } = await proveByCode(phone);
    const [row] = await query<{ text: string }>(sql`
      SELECT c::text AS text FROM contact_codes c WHERE request_hash = sha256(${claim}::bytea)`);
    for (const secret of [phone, code, claim]) expect(row?.text).not.toContain(secret);
  });

  it("resets no password, and verifies no contact", async () => {
    const person = await registerPerson();
    const { claim, code } = await proveByCode(person.phone);
    const token = person.accessToken;
    const path = "/v1/users/me/contacts/phone/verification/confirm";
    await expectProblem(api("POST", path, { token, body: { code } }), 403, "code_refused");
    const body = { reset_token: claim, code, new_password: "four-Camels under Marib" };
    await expectProblem(
      api("POST", "/v1/auth/password-reset/confirm", { body }),
      403,
      "code_refused",
    );
  });
});

/** Services whose work after the response runs at once. */
const later = (services: ServiceContext): ServiceContext => ({
  ...services,
  later: (work) => void work,
});

describe("POST /v1/auth/phone-claims", () => {
  const ask = (body: unknown, address = newAddress()) =>
    api("POST", "/v1/auth/phone-claims", {
      body,
      headers: { "X-Request-Id": "same", "CF-Connecting-IP": address },
    });

  it("answers alike for a free, an unverified and a verified phone, and sends nothing to the last", async () => {
    const [unverified, verified] = [await registerPerson(), await registerPerson()];
    await verify(verified, "phone");
    const free = newPhone();
    const texts = new Set<string>();
    for (const phone of [free, unverified.phone, verified.phone]) {
      const answer = await ask({ phone });
      const text = (await answer.text()).replace(/"mpc_[\w-]{43}"/, '"mpc_…"');
      texts.add(JSON.stringify([answer.status, [...answer.headers].sort(), text]));
    }
    expect(texts.size).toBe(1);
    expect([...texts][0]).toContain(`\\"expires_in\\":${CODE_TTL_SECONDS}`);
    for (const phone of [free, unverified.phone]) {
      expect(await waitForMessages(phone, 1)).toMatchObject([{ kind: "phone_claim_code" }]);
    }
    expect(await messagesTo(verified.phone)).toHaveLength(1);
    expect(await typesOf(unverified)).not.toContain("contact_code_sent");
  });

  it("causes the same database calls and writes the same row for each of them", async () => {
    const [unverified, verified] = [await registerPerson(), await registerPerson()];
    await verify(verified, "phone");
    const stepsOf = async (phone: string) => {
      const { ctx, steps } = observed();
      const answer = await requestPhoneClaim(ctx, phone as Phone, origin());
      if (!answer.ok) throw new Error(answer.code);
      const asked = [...steps];
      const tried = observed();
      const person = { username: "Real Owner", phone: phone as Phone, password: PASSWORD };
      const phoneClaim = { ...answer.value, code: "00000000" };
      const input = { ...person, phoneClaim, idempotencyKey: null, origin: origin() };
      expect(await register(tried.ctx, input)).toMatchObject({ ok: false, code: "code_refused" });
      const rows = await query(sql`SELECT user_id, purpose, channel, attempts FROM contact_codes
        WHERE request_hash = sha256(${answer.value.claim}::bytea)`);
      return { asked, tried: tried.steps, rows };
    };
    const steps = await stepsOf(newPhone());
    expect(steps.asked.at(-1)).toBe("later");
    expect(steps.tried.length).toBeGreaterThan(2);
    expect(steps.rows).toEqual([
      { user_id: null, purpose: "phone_claim", channel: "phone", attempts: 1 },
    ]);
    for (const { phone } of [unverified, verified]) expect(await stepsOf(phone)).toEqual(steps);
  });

  it("is throttled by phone over all addresses, verified or not, and delays no verification", async () => {
    const [person, verified] = [await registerPerson(), await registerPerson()];
    await verify(verified, "phone");
    for (const { phone } of [person, verified]) {
      for (let sent = 0; sent < SENDINGS_FREE; sent++)
        expect((await ask({ phone })).status).toBe(202);
      await expectProblem(ask({ phone }), 429, "too_many_attempts");
    }
    const path = "/v1/users/me/contacts/phone/verification";
    expect((await api("POST", path, { token: person.accessToken })).status).toBe(202);
  });

  it.each([
    [{}, "/phone"],
    [{ phone: "not a phone" }, "/phone"],
    [{ phone: null }, "/phone"],
    [{ phone: "+967771234567", email: "a@example.com" }, "/email"],
  ])("refuses the body %j", async (body, pointer) => {
    await expectProblem(ask(body), 400, "invalid_request", pointer);
  });

  it.each([
    [{ claim: "mpc_", code: "1" }, "/phone_claim/code"],
    [{ claim: "mpc_" }, "/phone_claim/code"],
    [{ claim: "m".repeat(2_049), code: "12345678" }, "/phone_claim/claim"],
    [{ claim: "mpc_", code: "12345678", phone: "+967771234567" }, "/phone_claim/phone"],
    [null, "/phone_claim"],
  ])("refuses the proof %j at registration", async (phone_claim, pointer) => {
    const body = { username: "Real Owner", phone: newPhone(), password: PASSWORD, phone_claim };
    const answer = api("POST", "/v1/auth/register", { body });
    await expectProblem(answer, 400, "invalid_request", pointer);
  });
});

describe("PATCH /v1/users/me with phone_claim", () => {
  it("takes the phone from its unverified holder, verified at once", async () => {
    const [holder, person] = [await registerPerson(), await registerPerson()];
    const { phone } = holder;
    await expectProblem(patch(person.accessToken, { phone }), 409, "phone_taken");
    const phone_claim = await proveByCode(phone);
    const changed = await patch(person.accessToken, { phone, phone_claim });
    expect([changed.status, await changed.json()]).toMatchObject([
      200,
      { id: person.user.id, phone, phone_verified: true },
    ]);
    expect(await me(holder.accessToken)).toMatchObject({ phone: null, phone_verified: false });
    expect((await typesOf(holder)).at(-1)).toBe("phone_released");
    expect(
      (await auditEvents(person.user.id))
        .slice(-2)
        .map(({ type }) => type)
        .sort(),
    ).toEqual(["contact_verified", "profile_changed"]);
    expect((await logIn(phone)).accessToken).not.toBe("");
  });

  it("verifies one's own phone, and takes it from nobody", async () => {
    const person = await registerPerson();
    const { phone, accessToken } = person;
    const body = { phone, phone_claim: await proveByCode(phone) };
    expect(await jsonOf(patch(accessToken, body))).toMatchObject({ phone, phone_verified: true });
    expect(await typesOf(person)).not.toContain("phone_released");
    await expectProblem(patch(accessToken, body), 403, "code_refused");
  });

  it("refuses a wrong code, records it, and leaves the holder's phone", async () => {
    const [holder, person] = [await registerPerson(), await registerPerson()];
    const claim = await proveByCode(holder.phone);
    const body = { phone: holder.phone, phone_claim: wrong(claim) };
    await expectProblem(patch(person.accessToken, body), 403, "code_refused");
    expect((await auditEvents(person.user.id)).at(-1)).toEqual({
      type: "contact_code_refused",
      details: { purpose: "phone_claim", channel: "phone" },
    });
    const unproven = { ...body, phone_claim: claim, current_password: "not the password" };
    await expectProblem(patch(person.accessToken, unproven), 403, "wrong_password");
    expect(await me(holder.accessToken)).toMatchObject({ phone: holder.phone });
    expect((await patch(person.accessToken, { ...body, phone_claim: claim })).status).toBe(200);
  });

  it("needs the phone, the current password and a fresh second factor", async () => {
    const person = await registerPerson();
    const phone = newPhone();
    const phone_claim = await proveByCode(phone);
    const token = person.accessToken;
    await expectProblem(patch(token, { phone_claim }), 400, "invalid_request", "/phone");
    const unproven = api("PATCH", "/v1/users/me", { token, body: { phone, phone_claim } });
    await expectProblem(unproven, 400, "invalid_request", "/current_password");
    await enrolTotp(person);
    await query(sql`UPDATE sessions SET stepped_up_at = NULL
      WHERE user_id = ${idOf("usr", person.user.id)}`);
    await expectProblem(patch(token, { phone, phone_claim }), 403, "step_up_required");
  });
});

describe("the user who took a phone", () => {
  it.each<[string, (phone: string) => Promise<string>]>([
    [
      "at registration",
      async (phone) => (await jsonOf(registerWith(phone, await proveByCode(phone)))).user.id,
    ],
    [
      "as a new number",
      async (phone) => {
        const { accessToken, user } = await registerPerson();
        const phone_claim = await proveByCode(phone);
        expect((await patch(accessToken, { phone, phone_claim })).status).toBe(200);
        return user.id;
      },
    ],
  ])("%s is named to operators, and not to the earlier, suspended holder", async (_, take) => {
    const holder = await registerPerson();
    await suspend(holder.user.id);
    const taken_by = await take(holder.phone);
    const isRelease = ({ type }: { type: string }) => type === "phone_released";
    const path = `/users/${holder.user.id}/audit-events`;
    const { data } = await jsonOf(act(await registerOperator("support"), "GET", path));
    expect(data.filter(isRelease)).toMatchObject([
      { actor: "service", actor_id: null, details: { taken_by } },
    ]);
    const own = await read(holder, "/v1/users/me/audit-events");
    expect(own.data.filter(isRelease)).toMatchObject([{ actor: "service", details: {} }]);
    expect(JSON.stringify(own)).not.toContain(taken_by);
    expect(await me(holder.accessToken)).toMatchObject({ phone: null });
  });
});

describe("claims at the same moment", () => {
  it("let exactly one of two claimants have the phone, and the holder loses it once", async () => {
    const [holder, person] = [await registerPerson(), await registerPerson()];
    const { phone } = holder;
    const [first, second] = [await proveByCode(phone), await proveByCode(phone)];
    const answers = await Promise.all([
      registerWith(phone, first),
      patch(person.accessToken, { phone, phone_claim: second }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)?.status).toBe(409);
    expect(await holdersOf(phone)).toMatchObject([{ is_verified: true }]);
    const lost = (await typesOf(holder)).filter((type) => type === "phone_released");
    expect(lost).toHaveLength(1);
  });

  it("lose against a holder who verifies the phone first", async () => {
    const holder = await registerPerson();
    const phone = holder.phone as Phone;
    const phoneClaim = await proveByCode(phone);
    const ctx = interruptedAtLock(() => verify(holder, "phone"));
    const person = { username: "Real Owner", phone, password: PASSWORD };
    const input = { ...person, phoneClaim, idempotencyKey: null, origin: origin() };
    expect(await register(ctx, input)).toEqual({ ok: false, code: "phone_taken" });
    expect(await me(holder.accessToken)).toMatchObject({ phone, phone_verified: true });
    // The code was not used up, and the holder lost nothing.
    const [row] = await query(sql`SELECT spent_at FROM contact_codes
      WHERE request_hash = sha256(${phoneClaim.claim}::bytea)`);
    expect(row).toEqual({ spent_at: null });
    expect(await typesOf(holder)).not.toContain("phone_released");
  });

  it("let two people who claim each other's phone never share one", async () => {
    const people = [await registerPerson(), await registerPerson()] as const;
    const [a, b] = people;
    const claims = [await proveByCode(b.phone), await proveByCode(a.phone)] as const;
    const answers = await Promise.all([
      patch(a.accessToken, { phone: b.phone, phone_claim: claims[0] }),
      patch(b.accessToken, { phone: a.phone, phone_claim: claims[1] }),
    ]);
    expect(statusesOf(answers)[0]).toBe(200);
    // Postgres may end one of two such changes; it can be sent again.
    expect([200, 503]).toContain(statusesOf(answers)[1]);
    const [held, other] = [await holdersOf(a.phone), await holdersOf(b.phone)];
    expect(held.length).toBeLessThanOrEqual(1);
    expect(other.length).toBeLessThanOrEqual(1);
  });
});

describe("a user without a phone", () => {
  it("logs in by their id, with the same answers as by phone", async () => {
    const holder = await released();
    const answer = await logInById(holder.user.id);
    expect([answer.status, await answer.json()]).toMatchObject([
      200,
      { status: "logged_in", user: { id: holder.user.id, phone: null } },
    ]);
    await expectProblem(logInById(holder.user.id, "wrong password"), 401, "invalid_credentials");
    expect((await typesOf(holder)).at(-1)).toBe("log_in_refused");
  });

  it("has one login name: an id is unknown while its account has a phone", async () => {
    const [person, holder] = [await registerPerson(), await released()];
    const unknown = "usr_01kazv5q0vfvtrx6r2n1p3b4c9";
    const same = { "X-Request-Id": "same" };
    const texts = new Set<string>();
    const bodies = [
      { user_id: person.user.id, password: PASSWORD },
      { user_id: unknown, password: PASSWORD },
      { user_id: holder.user.id, password: "wrong password" },
      { phone: newPhone(), password: PASSWORD },
    ];
    for (const body of bodies) {
      const answer = await api("POST", "/v1/auth/login", { body, headers: same });
      texts.add(JSON.stringify([answer.status, await answer.text()]));
    }
    expect(texts.size).toBe(1);
    expect(await typesOf(person)).not.toContain("log_in_refused");
    await patch(holder.accessToken, { phone: newPhone() });
    await expectProblem(logInById(holder.user.id), 401, "invalid_credentials");
  });

  it.each([
    [{}, ""],
    [{ phone: "+967771234567", user_id: "usr_01kazv5q0vfvtrx6r2n1p3b4c9" }, ""],
    [{ user_id: "wal_01kazv5q0vfvtrx6r2n1p3b4c9" }, "/user_id"],
    [{ user_id: null }, "/user_id"],
  ])("is not named by %j at a login", async (names, pointer) => {
    const answer = api("POST", "/v1/auth/login", { body: { ...names, password: PASSWORD } });
    await expectProblem(answer, 400, "invalid_request", pointer);
  });

  it("is throttled at the id, and the delay is the same for an unknown one", async () => {
    const holder = await released();
    for (const id of [holder.user.id, "usr_01kazv5q0vfvtrx6r2n1p3b4ca"]) {
      const headers = { "CF-Connecting-IP": newAddress() };
      const attempt = () =>
        api("POST", "/v1/auth/login", {
          body: { user_id: id, password: "wrong password" },
          headers,
        });
      for (let tries = 0; tries < 5; tries++) {
        await expectProblem(attempt(), 401, "invalid_credentials");
      }
      await expectProblem(attempt(), 429, "too_many_attempts");
    }
  });

  it("resets the password by e-mail, changes it, and enrols factors under another name", async () => {
    const { accessToken: token, user, email } = await released();
    const body = { email };
    const { reset_token } = await jsonOf(api("POST", "/v1/auth/password-reset", { body }));
    const code = await codeOfKind(email, "password_reset_code");
    const newPassword = "four-Camels under Marib";
    const confirmed = await api("POST", "/v1/auth/password-reset/confirm", {
      body: { reset_token, code, new_password: newPassword },
    });
    expect(confirmed.status).toBe(204);
    await expectProblem(api("GET", "/v1/users/me", { token }), 401, "session_ended");
    const { tokens } = await jsonOf(logInById(user.id, newPassword));
    const again = tokens.access_token;
    const next = { password: PASSWORD, current_password: newPassword };
    expect((await patch(again, next)).status).toBe(200);
    const proof = { token: again, body: { password: PASSWORD } };
    const totp = await jsonOf(api("POST", "/v1/factors/totp", proof));
    expect(decodeURIComponent(totp.otpauth_uri)).toContain(email);
    const options = await jsonOf(api("POST", "/v1/factors/passkeys/options", proof));
    expect(options.options.user.name).toBe(email);
  });

  it("can delete the account", async () => {
    const { accessToken: token, user } = await released();
    const answer = await api("DELETE", "/v1/users/me", { token, body: { password: PASSWORD } });
    expect(answer.status).toBe(204);
    await expectProblem(logInById(user.id), 401, "invalid_credentials");
  });
});
