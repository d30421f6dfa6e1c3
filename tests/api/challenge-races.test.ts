import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../src/env.ts";
import { type ServiceContext, serviceContext } from "../../src/services/context.ts";
import type { Proof } from "../../src/services/identity/factors/read-proof.ts";
import { finishLogin } from "../../src/services/identity/finish-login.ts";
import { auditEvents, idOf, query } from "../database.ts";
import {
  ageStepUp,
  beginTotp,
  enrolTotp as enrolApp,
  firstStep,
  secondStep,
  stepUp,
} from "../factors.ts";
import { addPasskey, logInBy } from "../passkeys.ts";
import { api, jsonOf, PASSWORD, type Person, registerPerson } from "../people.ts";
import { NEW_PASSWORD } from "../planted-secrets.ts";
import { interruptedAtLock, origin } from "../services.ts";
import { VirtualAuthenticator } from "../virtual-authenticator.ts";

/** The status, or the code of the problem, of each answer. */
const codesOf = (answers: readonly Response[]) =>
  Promise.all(
    answers.map(async (answer) => (answer.ok ? answer.status : (await jsonOf(answer)).code)),
  );

/** How many recovery codes are left. */
const codesLeft = async ({ user }: Person) =>
  (await query(sql`SELECT FROM recovery_codes WHERE user_id = ${idOf("usr", user.id)}`)).length;

const sessionsOf = async ({ user }: Person) =>
  (await query(sql`SELECT id FROM sessions WHERE user_id = ${idOf("usr", user.id)}`)).length;

const eventsOf = async ({ user }: Person, type: string) =>
  (await auditEvents(user.id)).filter((event) => event.type === type).length;

describe("proofs at once on one login challenge", () => {
  it("three recovery codes: one opens a session and is used, the others stay good", async () => {
    const person = await registerPerson();
    const { recoveryCodes } = await enrolApp(person);
    const { challenge } = await firstStep(person);
    const codes = recoveryCodes.slice(0, 3);
    const step = (recovery_code: string) => secondStep(challenge, { recovery_code });
    const answers = await codesOf(await Promise.all(codes.map(step)));
    expect([...answers].sort()).toEqual([200, "challenge_invalid", "challenge_invalid"]);
    expect([await codesLeft(person), await sessionsOf(person)]).toEqual([9, 2]);
    expect(await eventsOf(person, "second_factor_proven")).toBe(1);
    expect(await eventsOf(person, "second_factor_refused")).toBe(0);
    for (const [i, recovery_code] of codes.entries()) {
      const next = (await firstStep(person)).challenge;
      const isUsed = answers[i] === 200;
      const { status } = await secondStep(next, { recovery_code });
      expect(status).toBe(isUsed ? 403 : 200);
    }
  });

  it("an app's code, a recovery code and a passkey: one of them is used", async () => {
    for (let round = 0; round < 5; round++) {
      const person = await registerPerson();
      const { authenticator } = await addPasskey(person);
      const app = await enrolApp(person);
      const [recovery_code = ""] = [...(await remade(person))];
      const { challenge, passkey_options } = await firstStep(person);
      const passkey = await authenticator.get(passkey_options);
      const proofs = [{ code: app.code() }, { recovery_code }, { passkey }];
      const answers = await codesOf(
        await Promise.all(proofs.map((proof) => secondStep(challenge, proof))),
      );
      expect([...answers].sort()).toEqual([200, "challenge_invalid", "challenge_invalid"]);
      expect(await eventsOf(person, "second_factor_proven")).toBe(1);
      expect(await codesLeft(person)).toBe(answers[1] === 200 ? 9 : 10);
      // The proofs that were not used are good at the next login. An authenticator signs each challenge.
      const unused = proofs.slice(0, 2).filter((_, i) => answers[i] !== 200);
      for (const proof of unused) {
        const next = (await firstStep(person)).challenge;
        expect((await secondStep(next, proof)).status).toBe(200);
      }
    }
  });

  it("the same code of an app many times: one opens a session", async () => {
    const person = await registerPerson();
    const app = await enrolApp(person);
    const { challenge } = await firstStep(person);
    const all = Array.from({ length: 4 }, () => secondStep(challenge, { code: app.code() }));
    const answers = await codesOf(await Promise.all(all));
    expect(answers.filter((answer) => answer === 200)).toHaveLength(1);
    expect(await sessionsOf(person)).toBe(2);
    expect(await eventsOf(person, "second_factor_proven")).toBe(1);
  });

  it("a wrong code beside a right one does not take the challenge, and is counted once", async () => {
    const person = await registerPerson();
    const app = await enrolApp(person);
    const { challenge } = await firstStep(person);
    const wrong = Array.from({ length: 3 }, () => secondStep(challenge, { code: app.code(-9) }));
    expect(await codesOf(await Promise.all(wrong))).toEqual(Array(3).fill("second_factor_wrong"));
    expect(await eventsOf(person, "second_factor_refused")).toBe(3);
    const noCode = secondStep(challenge, { recovery_code: "AAAAAA-AAAAAA-AAAAAA-AAAAAA" });
    expect(await codesOf([await noCode])).toEqual(["second_factor_wrong"]);
    expect((await secondStep(challenge, { code: app.code() })).status).toBe(200);
  });

  it("a code that a step-up uses at the same time: one of the two uses it", async () => {
    for (let round = 0; round < 5; round++) {
      const person = await registerPerson();
      const { recoveryCodes } = await enrolApp(person);
      const { challenge } = await firstStep(person);
      const [recovery_code] = recoveryCodes;
      const answers = await codesOf(
        await Promise.all([
          secondStep(challenge, { recovery_code }),
          stepUp(person, { recovery_code }),
        ]),
      );
      expect(answers.filter((answer) => answer === "second_factor_wrong")).toHaveLength(1);
      expect(await codesLeft(person)).toBe(9);
      if (answers[0] === 200) continue;
      // The challenge of the login is still good, because the login did not use the code.
      const other = { recovery_code: recoveryCodes[1] };
      expect((await secondStep(challenge, other)).status).toBe(200);
    }
  });

  it("a password change in between: the challenge is void, and the code stays good", async () => {
    const person = await registerPerson();
    const { recoveryCodes } = await enrolApp(person);
    const { challenge } = await firstStep(person);
    const body = { password: NEW_PASSWORD, current_password: PASSWORD };
    await api("PATCH", "/v1/users/me", { token: person.accessToken, body });
    const late = await secondStep(challenge, { recovery_code: recoveryCodes[0] });
    expect(await codesOf([late])).toEqual(["challenge_invalid"]);
    expect(await codesLeft(person)).toBe(10);
  });

  it("counts attempts as they were: the one that opened a session is no longer counted", async () => {
    const person = await registerPerson();
    const { recoveryCodes } = await enrolApp(person);
    const { challenge } = await firstStep(person);
    const headers = { "CF-Connecting-IP": "198.51.100.66" };
    const step = (recovery_code: string) =>
      api("POST", "/v1/auth/login/second-factor", { body: { challenge, recovery_code }, headers });
    await Promise.all(recoveryCodes.slice(0, 3).map(step));
    // Five free attempts from this address: at most two of them are used by the requests that came too late.
    const next = (await firstStep(person)).challenge;
    for (let i = 3; i < 5; i++) {
      const again = { challenge: next, recovery_code: "AAAAAA-AAAAAA-AAAAAA-AAAAAA" };
      const answer = api("POST", "/v1/auth/login/second-factor", { body: again, headers });
      expect((await answer).status).toBe(403);
    }
    const right = { challenge: next, recovery_code: (await remade(person))[0] };
    const answer = api("POST", "/v1/auth/login/second-factor", { body: right, headers });
    expect((await answer).status).toBe(200);
  });
});

describe("a second step that is overtaken between its check and its write", () => {
  const overtaken = async (person: Person, slow: Proof, fast: Proof, challenge: string) => {
    const step = (ctx: ServiceContext, proof: Proof) =>
      finishLogin(ctx, { challenge, proof, origin: origin() });
    const services = serviceContext(env, readConfig(env));
    const ctx = interruptedAtLock(async () => {
      expect(await step(services, fast)).toMatchObject({ ok: true });
    });
    const late = await step(ctx, slow);
    expect(await sessionsOf(person)).toBe(2);
    return late;
  };
  const byCode = (code = ""): Proof => ({ by: "recovery_code", code });

  it("with another recovery code: the challenge is taken, and its own code stays good", async () => {
    const person = await registerPerson();
    const { recoveryCodes } = await enrolApp(person);
    const { challenge } = await firstStep(person);
    const [first, second] = recoveryCodes;
    const late = await overtaken(person, byCode(second), byCode(first), challenge);
    expect(late).toMatchObject({ ok: false, code: "challenge_invalid" });
    expect(await codesLeft(person)).toBe(9);
    expect(await eventsOf(person, "second_factor_refused")).toBe(0);
    const next = (await firstStep(person)).challenge;
    expect((await secondStep(next, { recovery_code: second })).status).toBe(200);
  });

  it("with an app's code: the challenge is taken, and the code stays good", async () => {
    const person = await registerPerson();
    const app = await enrolApp(person);
    const { challenge } = await firstStep(person);
    const slow = { by: "totp", code: app.code() } as const;
    const late = await overtaken(person, slow, byCode(app.recoveryCodes[0]), challenge);
    expect(late).toMatchObject({ ok: false, code: "challenge_invalid" });
    const next = (await firstStep(person)).challenge;
    expect((await secondStep(next, { code: slow.code })).status).toBe(200);
  });

  it("with a passkey: the challenge is taken, and the signature counter is not advanced", async () => {
    const person = await registerPerson();
    const { authenticator } = await addPasskey(person);
    const recoveryCodes = await remade(person);
    const { challenge, passkey_options } = await firstStep(person);
    const answer = await authenticator.get(passkey_options);
    const slow = { by: "passkey", answer } as Proof;
    const late = await overtaken(person, slow, byCode(recoveryCodes[0]), challenge);
    expect(late).toMatchObject({ ok: false, code: "challenge_invalid" });
    expect(await eventsOf(person, "passkey_counter_refused")).toBe(0);
    const used = await query(sql`SELECT last_used_at FROM passkeys
      WHERE user_id = ${idOf("usr", person.user.id)}`);
    expect(used).toEqual([{ last_used_at: null }]);
  });

  it("by the same code elsewhere: the code is refused, and the challenge stays good", async () => {
    const person = await registerPerson();
    const { recoveryCodes } = await enrolApp(person);
    const [one, two] = [await firstStep(person), await firstStep(person)];
    const step = (ctx: ServiceContext, challenge: string) =>
      finishLogin(ctx, { challenge, proof: byCode(recoveryCodes[0]), origin: origin() });
    const services = serviceContext(env, readConfig(env));
    const late = await step(
      interruptedAtLock(() => step(services, one.challenge)),
      two.challenge,
    );
    expect(late).toMatchObject({ ok: false, code: "second_factor_wrong" });
    const again = secondStep(two.challenge, { recovery_code: recoveryCodes[1] });
    expect((await again).status).toBe(200);
  });
});

/** New recovery codes of a person who has just proven a factor. */
async function remade(person: Person): Promise<string[]> {
  await ageStepUp(person, 0);
  const answer = api("POST", "/v1/factors/recovery-codes", { token: person.accessToken });
  return (await jsonOf(answer)).recovery_codes;
}

describe("a passkey's answer in parallel", () => {
  it("to one challenge of a login without a password opens one session", async () => {
    const person = await registerPerson();
    const { authenticator } = await addPasskey(person);
    const { options } = await jsonOf(api("POST", "/v1/auth/login/passkey/options"));
    // Two different answers to one challenge: each has a higher counter than the one before.
    const answers = [await authenticator.get(options), await authenticator.get(options)];
    const logIns = answers.map((passkey) =>
      api("POST", "/v1/auth/login/passkey", { body: { passkey } }),
    );
    expect((await codesOf(await Promise.all(logIns))).sort()).toEqual([200, "challenge_invalid"]);
    expect(await sessionsOf(person)).toBe(2);
    expect(await eventsOf(person, "passkey_counter_refused")).toBe(0);
    expect((await logInBy(authenticator)).status).toBe(200);
  });

  it("to one challenge of a step-up proves one factor", async () => {
    const person = await registerPerson();
    const { authenticator } = await addPasskey(person);
    const asked = api("POST", "/v1/auth/step-up/options", { token: person.accessToken });
    const { options } = await jsonOf(asked);
    const answers = [await authenticator.get(options), await authenticator.get(options)];
    const steps = answers.map((passkey) => stepUp(person, { passkey }));
    expect((await codesOf(await Promise.all(steps))).sort()).toEqual([204, "challenge_invalid"]);
    expect(await eventsOf(person, "session_stepped_up")).toBe(1);
    expect(await eventsOf(person, "passkey_counter_refused")).toBe(0);
  });

  it("to one challenge of a registration registers one passkey", async () => {
    const person = await registerPerson();
    const { accessToken: token, password } = person;
    const body = { password };
    const asked = api("POST", "/v1/factors/passkeys/options", { token, body });
    const passkey = await new VirtualAuthenticator().create((await jsonOf(asked)).options);
    const register = () =>
      api("POST", "/v1/factors/passkeys", { token, body: { name: "A phone", passkey } });
    const all = await codesOf(await Promise.all([register(), register(), register()]));
    expect([...all].sort()).toEqual([201, "challenge_invalid", "challenge_invalid"]);
    expect(await eventsOf(person, "passkey_added")).toBe(1);
  });
});

describe("an enrolment of an app that is confirmed by parallel requests", () => {
  it("is confirmed once, with one set of recovery codes", async () => {
    const person = await registerPerson();
    const app = await beginTotp(person);
    const confirm = () =>
      api("POST", "/v1/factors/totp/confirm", {
        token: person.accessToken,
        body: { code: app.code() },
      });
    const all = await codesOf(await Promise.all([confirm(), confirm(), confirm()]));
    expect(all.filter((answer) => answer === 200)).toHaveLength(1);
    expect(await eventsOf(person, "totp_enrolled")).toBe(1);
    expect(await codesLeft(person)).toBe(10);
  });
});

describe("recovery codes in parallel step-ups", () => {
  it("are each used by the request that sent it, and the same one once", async () => {
    const person = await registerPerson();
    const { recoveryCodes } = await enrolApp(person);
    const [first] = recoveryCodes;
    const same = Array.from({ length: 3 }, () => stepUp(person, { recovery_code: first }));
    const answers = await codesOf(await Promise.all(same));
    expect([...answers].sort()).toEqual([204, "second_factor_wrong", "second_factor_wrong"]);
    expect(await codesLeft(person)).toBe(9);
  });
});
