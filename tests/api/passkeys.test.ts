import { describe, expect, it } from "vitest";
import { atTime } from "../clock.ts";
import { auditEvents } from "../database.ts";
import { ageStepUp, enrolTotp, firstStep, secondStep, stepUp } from "../factors.ts";
import { addPasskey } from "../passkeys.ts";
import { api, jsonOf, type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import {
  PRESENT_ONLY,
  RP_ID,
  type Tampering,
  VirtualAuthenticator,
} from "../virtual-authenticator.ts";

const startPasskeyRegistration = ({ accessToken: token, password }: Person) =>
  api("POST", "/v1/factors/passkeys/options", { token, body: { password } });
const register = ({ accessToken: token }: Person, passkey: object, name = "My phone") =>
  api("POST", "/v1/factors/passkeys", { token, body: { name, passkey } });
const list = ({ accessToken: token }: Person) => jsonOf(api("GET", "/v1/factors", { token }));
const remove = ({ accessToken: token }: Person, id: string) =>
  api("DELETE", `/v1/factors/passkeys/${id}`, { token });
const rename = ({ accessToken: token }: Person, id: string, name: unknown) =>
  api("PATCH", `/v1/factors/passkeys/${id}`, { token, body: { name } });
const askLogIn = async () => (await jsonOf(api("POST", "/v1/auth/login/passkey/options"))).options;
const logInBy = (passkey: object) => api("POST", "/v1/auth/login/passkey", { body: { passkey } });
const startPasskeyStepUp = ({ accessToken: token }: Person) =>
  api("POST", "/v1/auth/step-up/options", { token });

const TAMPERED: [string, Tampering, string][] = [
  ["another origin", { origin: "https://evil.example" }, "passkey_invalid"],
  ["http", { origin: "http://mahfaza.example" }, "passkey_invalid"],
  [
    "an origin that only begins alike",
    { origin: `https://${RP_ID}.evil.example` },
    "passkey_invalid",
  ],
  ["another RP ID", { rpId: "evil.example" }, "passkey_invalid"],
  [
    "a challenge that the service did not issue",
    { challenge: "A".repeat(43) },
    "challenge_invalid",
  ],
  ["no challenge", { challenge: "" }, "challenge_invalid"],
  ["our page embedded in another site's page", { crossOrigin: true }, "challenge_invalid"],
  ["another type of ceremony", { type: "payment.get" }, "passkey_invalid"],
  ["a touch, but no PIN and no finger", { flags: PRESENT_ONLY }, "passkey_invalid"],
  ["no user present", { flags: 0 }, "passkey_invalid"],
];
const statusOf = (code: string) => (code === "challenge_invalid" ? 409 : 403);

describe("POST /v1/factors/passkeys", () => {
  it("registers the browser's passkey, shows recovery codes, and then requires it at each login", async () => {
    const person = await registerPerson("Amina");
    const response = await startPasskeyRegistration(person);
    expect(response.status).toBe(200);
    const { options } = await jsonOf(response);
    expect(options).toMatchObject({
      challenge: expect.stringMatching(/^[\w-]{43}$/),
      rp: { id: RP_ID, name: "Mahfaza" },
      user: { name: person.phone, displayName: "Amina" },
      attestation: "none",
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
      excludeCredentials: [],
    });
    const made = await register(person, await new VirtualAuthenticator().create(options));
    expect(made.status).toBe(201);
    const { passkey, recovery_codes } = await jsonOf(made);
    expect(passkey).toEqual({
      id: expect.stringMatching(/^psk_/),
      name: "My phone",
      created_at: expect.any(String),
      last_used_at: null,
    });
    expect(recovery_codes).toHaveLength(10);
    expect((await list(person)).passkeys).toEqual([passkey]);
    const asked = await firstStep(person);
    expect(asked.methods).toEqual(["passkey", "recovery_code"]);
    expect((await auditEvents(person.user.id)).map(({ type }) => type)).toContain("passkey_added");
  });

  it.each(TAMPERED)("refuses an answer with %s", async (_, tampering, code) => {
    const person = await registerPerson();
    const { options } = await jsonOf(startPasskeyRegistration(person));
    const answer = await new VirtualAuthenticator().create(options, tampering);
    await expectProblem(register(person, answer), statusOf(code), code);
    expect((await list(person)).passkeys).toEqual([]);
    expect((await firstStep(person)).status).toBe("logged_in");
  });

  it("accepts a challenge once, also after an invalid answer, and only from its own session", async () => {
    const [person, other] = [await registerPerson(), await registerPerson()];
    const first = await jsonOf(startPasskeyRegistration(person));
    const wrong = await new VirtualAuthenticator().create(first.options, { rpId: "evil.example" });
    await expectProblem(register(person, wrong), 403, "passkey_invalid");
    const right = await new VirtualAuthenticator().create(first.options);
    await expectProblem(register(person, right), 409, "challenge_invalid");
    const { options } = await jsonOf(startPasskeyRegistration(person));
    const answer = await new VirtualAuthenticator().create(options);
    await expectProblem(register(other, answer), 409, "challenge_invalid");
    expect((await register(person, answer)).status).toBe(201);
  });

  it("accepts a challenge until its last millisecond of five minutes, and not after", async () => {
    for (const [lateMs, status] of [
      [-1, 201],
      [0, 409],
    ] as const) {
      const person = await registerPerson();
      const startMs = Date.now();
      const { options } = await atTime(startMs, async () =>
        jsonOf(startPasskeyRegistration(person)),
      );
      const answer = await new VirtualAuthenticator().create(options);
      const response = await atTime(startMs + 300_000 + lateMs, () => register(person, answer));
      expect(response.status).toBe(status);
      if (status === 409) await expectProblem(response, 409, "challenge_invalid");
    }
  });

  it("refuses a passkey that is already registered", async () => {
    const [person, other] = [await registerPerson(), await registerPerson()];
    const { authenticator } = await addPasskey(person);
    const { options } = await jsonOf(startPasskeyRegistration(other));
    const answer = await authenticator.create(options);
    await expectProblem(register(other, answer), 409, "passkey_taken");
    expect((await firstStep(other)).status).toBe("logged_in");
  });

  it("tells the browser which passkeys exist, and allows at most ten", async () => {
    const person = await registerPerson();
    for (let n = 0; n < 9; n++) await addPasskey(person);
    // Two registrations at once, both begun while one more passkey was allowed.
    const asked = await Promise.all([
      startPasskeyRegistration(person),
      startPasskeyRegistration(person),
    ]);
    const [one, two] = await Promise.all(asked.map(jsonOf));
    expect(one.options.excludeCredentials).toHaveLength(9);
    const answers = await Promise.all(
      [one, two].map(async ({ options }) =>
        register(person, await new VirtualAuthenticator().create(options)),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    await expectProblem(startPasskeyRegistration(person), 409, "passkey_limit_reached");
    expect((await list(person)).passkeys).toHaveLength(10);
  });

  it("requires the password, and a fresh second factor if the user has one", async () => {
    const person = await registerPerson();
    const wrong = { ...person, password: "not the password" };
    await expectProblem(startPasskeyRegistration(wrong), 403, "wrong_password");
    await addPasskey(person);
    const { options } = await jsonOf(startPasskeyRegistration(person));
    await ageStepUp(person, null);
    await expectProblem(startPasskeyRegistration(person), 403, "step_up_required");
    const answer = await new VirtualAuthenticator().create(options);
    await expectProblem(register(person, answer), 403, "step_up_required");
  });

  it("keeps existing recovery codes when another factor is added", async () => {
    const person = await registerPerson();
    const { recoveryCodes } = await enrolTotp(person);
    expect((await addPasskey(person)).recovery_codes).toBeNull();
    const [recovery_code] = recoveryCodes;
    expect((await stepUp(person, { recovery_code })).status).toBe(204);
  });

  it("refuses a malformed browser answer with a client error", async () => {
    const person = await registerPerson();
    const { options } = await jsonOf(startPasskeyRegistration(person));
    const answer = await new VirtualAuthenticator().create(options);
    const { response } = answer;
    for (const broken of [
      {},
      "x",
      { ...answer, id: "" },
      { ...answer, id: "a b" },
      { ...answer, id: "A".repeat(1365) },
      { ...answer, type: "password" },
      { ...answer, response: { ...response, clientDataJSON: 7 } },
      { ...answer, response: { ...response, attestationObject: "A".repeat(12_001) } },
      { ...answer, response: { ...response, transports: Array(9).fill("usb") } },
    ]) {
      await expectProblem(register(person, broken as object), 400, "invalid_request");
    }
    for (const clientDataJSON of ["AAAA", "bnVsbA", "W10", "e30", "MQ"]) {
      const malformed = { ...answer, response: { ...response, clientDataJSON } };
      await expectProblem(register(person, malformed), 409, "challenge_invalid");
    }
    const cut = { ...response, attestationObject: response.attestationObject.slice(0, -30) };
    await expectProblem(register(person, { ...answer, response: cut }), 403, "passkey_invalid");
  });
});

describe("PATCH and DELETE /v1/factors/passkeys/{id}", () => {
  it("rename only the user's own passkey, within bounds", async () => {
    const [person, other] = [await registerPerson(), await registerPerson()];
    const { passkey } = await addPasskey(person);
    const renamed = await rename(person, passkey.id, "هاتفي");
    expect(await jsonOf(renamed)).toEqual({ ...passkey, name: "هاتفي" });
    expect((await rename(person, passkey.id, "n".repeat(50))).status).toBe(200);
    for (const name of ["", "n".repeat(51), 7]) {
      await expectProblem(rename(person, passkey.id, name), 400, "invalid_request", "/name");
    }
    await expectProblem(rename(other, passkey.id, "Mine"), 404, "factor_not_found");
    await expectProblem(rename(person, "psk_nonsense", "Mine"), 400, "invalid_request");
    const events = (await auditEvents(person.user.id)).map(({ type }) => type);
    expect(events.filter((type) => type === "passkey_renamed")).toHaveLength(2);
  });

  it("remove a passkey, which then opens nothing; without a last factor none is required", async () => {
    const [person, other] = [await registerPerson(), await registerPerson()];
    const { passkey, authenticator } = await addPasskey(person);
    await addPasskey(other);
    await expectProblem(remove(other, passkey.id), 404, "factor_not_found");
    const second = await addPasskey(person);
    expect((await remove(person, passkey.id)).status).toBe(204);
    const answer = await authenticator.get(await askLogIn());
    await expectProblem(logInBy(answer), 403, "passkey_invalid");
    expect((await firstStep(person)).status).toBe("second_factor_required");
    expect((await remove(person, second.passkey.id)).status).toBe(204);
    expect((await firstStep(person)).status).toBe("logged_in");
    expect(await list(person)).toEqual({ totp: null, passkeys: [], recovery_codes_left: 0 });
    await expectProblem(remove(person, passkey.id), 404, "factor_not_found");
    expect((await auditEvents(person.user.id)).map(({ type }) => type)).toContain(
      "passkey_removed",
    );
  });

  it("require a fresh second factor for a removal", async () => {
    const person = await registerPerson();
    const { passkey } = await addPasskey(person);
    await ageStepUp(person, 300);
    await expectProblem(remove(person, passkey.id), 403, "step_up_required");
    expect((await list(person)).passkeys).toHaveLength(1);
  });
});

describe("POST /v1/auth/login/passkey", () => {
  it("opens a session without phone and password, with a fresh second factor", async () => {
    const person = await registerPerson();
    const { authenticator, passkey } = await addPasskey(person);
    const options = await askLogIn();
    expect(options).toEqual({
      challenge: expect.stringMatching(/^[\w-]{43}$/),
      rpId: RP_ID,
      timeout: 300_000,
      userVerification: "required",
      allowCredentials: [],
    });
    const response = await logInBy(await authenticator.get(options));
    expect(response.status).toBe(200);
    const { status, user, tokens } = await jsonOf(response);
    expect({ status, user }).toEqual({ status: "logged_in", user: person.user });
    const session = { ...person, accessToken: tokens.access_token };
    expect((await remove(session, passkey.id)).status).toBe(204);
    const events = await auditEvents(person.user.id);
    expect(events).toContainEqual({
      type: "user_logged_in",
      details: { instead_of_password: "passkey" },
    });
  });

  it.each([
    ...TAMPERED,
    ["a signature by another key", { isForged: true }, "passkey_invalid"],
    ["no user handle", { userHandle: null }, "passkey_invalid"],
    ["another user's handle", { userHandle: "AAAAAAAAAAAAAAAAAAAAAA" }, "passkey_invalid"],
  ] as [string, Tampering, string][])("refuses an answer with %s", async (_, tampering, code) => {
    const person = await registerPerson();
    const { authenticator } = await addPasskey(person);
    const answer = await authenticator.get(await askLogIn(), tampering);
    await expectProblem(logInBy(answer), statusOf(code), code);
    const events = (await auditEvents(person.user.id)).map(({ type }) => type);
    const isRecorded = code === "passkey_invalid" && !("userHandle" in tampering);
    expect(events.includes("second_factor_refused")).toBe(isRecorded);
  });

  it("accepts a challenge once: the same answer again, in parallel or later, opens nothing", async () => {
    const person = await registerPerson();
    const { authenticator } = await addPasskey(person);
    const answer = await authenticator.get(await askLogIn());
    const answers = await Promise.all(Array.from({ length: 5 }, () => logInBy(answer)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
    await expectProblem(logInBy(answer), 409, "challenge_invalid");
  });

  it("accepts no challenge that was issued for another purpose", async () => {
    const person = await registerPerson();
    const { authenticator } = await addPasskey(person);
    const { passkey_options } = await firstStep(person);
    const forSecondFactor = await authenticator.get(passkey_options);
    await expectProblem(logInBy(forSecondFactor), 409, "challenge_invalid");
    const { options } = await jsonOf(startPasskeyStepUp(person));
    await expectProblem(logInBy(await authenticator.get(options)), 409, "challenge_invalid");
  });

  it("refuses a passkey that is not registered", async () => {
    const [person, otherPerson] = [await registerPerson(), new VirtualAuthenticator()];
    await otherPerson.create((await jsonOf(startPasskeyRegistration(person))).options);
    await expectProblem(logInBy(await otherPerson.get(await askLogIn())), 403, "passkey_invalid");
  });

  it("refuses a counter that does not rise, which indicates a copied key, and records it", async () => {
    const person = await registerPerson();
    const { authenticator } = await addPasskey(person);
    const at = async (signCount: number) =>
      logInBy(await authenticator.get(await askLogIn(), { signCount }));
    expect((await at(7)).status).toBe(200);
    for (const back of [7, 6, 0]) await expectProblem(at(back), 403, "passkey_invalid");
    expect((await at(8)).status).toBe(200);
    const events = (await auditEvents(person.user.id)).map(({ type }) => type);
    expect(events.filter((type) => type === "passkey_counter_refused")).toHaveLength(3);
  });

  it("accepts a passkey that never counts, every time", async () => {
    const person = await registerPerson();
    const { authenticator } = await addPasskey(person, new VirtualAuthenticator({ counts: false }));
    for (let times = 0; times < 3; times++) {
      expect((await logInBy(await authenticator.get(await askLogIn()))).status).toBe(200);
    }
  });
});

describe("a passkey as the second factor", () => {
  it("completes a login that began with a password", async () => {
    const person = await registerPerson();
    const { authenticator } = await addPasskey(person);
    const { challenge, passkey_options } = await firstStep(person);
    expect(passkey_options.allowCredentials).toHaveLength(1);
    const passkey = await authenticator.get(passkey_options, { userHandle: null });
    const { status, user } = await jsonOf(secondStep(challenge, { passkey }));
    expect({ status, user }).toEqual({ status: "logged_in", user: person.user });
    expect((await auditEvents(person.user.id)).at(-1)).toEqual({
      type: "user_logged_in",
      details: { second_factor: "passkey" },
    });
  });

  it.each(TAMPERED)("refuses an answer with %s", async (_, tampering, code) => {
    const person = await registerPerson();
    const { authenticator } = await addPasskey(person);
    const { challenge, passkey_options } = await firstStep(person);
    const passkey = await authenticator.get(passkey_options, tampering);
    await expectProblem(secondStep(challenge, { passkey }), statusOf(code), code);
  });

  it("must be the user's own passkey, whatever challenge it signs", async () => {
    const [person, other] = [await registerPerson(), await registerPerson()];
    await addPasskey(person);
    const { authenticator } = await addPasskey(other);
    const { challenge, passkey_options } = await firstStep(person);
    const passkey = await authenticator.get(passkey_options, { userHandle: null });
    await expectProblem(secondStep(challenge, { passkey }), 403, "passkey_invalid");
    const own = await firstStep(other);
    const mixed = await authenticator.get(own.passkey_options);
    await expectProblem(secondStep(challenge, { passkey: mixed }), 409, "challenge_invalid");
  });

  it("steps up only the session that requested it", async () => {
    const person = await registerPerson();
    const { authenticator, passkey } = await addPasskey(person);
    const other = await jsonOf(logInBy(await authenticator.get(await askLogIn())));
    const elsewhere = { ...person, accessToken: other.tokens.access_token };
    await ageStepUp(person, null);
    await expectProblem(remove(person, passkey.id), 403, "step_up_required");
    const stolen = await authenticator.get((await jsonOf(startPasskeyStepUp(person))).options);
    await expectProblem(stepUp(elsewhere, { passkey: stolen }), 409, "challenge_invalid");
    const answer = await authenticator.get((await jsonOf(startPasskeyStepUp(person))).options);
    expect((await stepUp(person, { passkey: answer })).status).toBe(204);
    await expectProblem(remove(elsewhere, passkey.id), 403, "step_up_required");
    expect((await remove(person, passkey.id)).status).toBe(204);
  });

  it("is not offered to a user without passkeys", async () => {
    await expectProblem(startPasskeyStepUp(await registerPerson()), 404, "factor_not_found");
  });
});
