import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { auditEventsOf, idOf, query } from "../database.ts";
import { ageStepUp, enrolTotp, firstStep, secondStep, stepUp } from "../factors.ts";
import { addPasskey } from "../passkeys.ts";
import { api, jsonOf, type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { type Lie, PRESENT_ONLY, RP_ID, VirtualAuthenticator } from "../virtual-authenticator.ts";

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

const LIES: [string, Lie, string][] = [
  ["another origin", { origin: "https://evil.example" }, "passkey_invalid"],
  ["http", { origin: "http://mahfaza.example" }, "passkey_invalid"],
  [
    "an origin that only begins alike",
    { origin: `https://${RP_ID}.evil.example` },
    "passkey_invalid",
  ],
  ["another RP ID", { rpId: "evil.example" }, "passkey_invalid"],
  ["a challenge that nobody put out", { challenge: "A".repeat(43) }, "challenge_invalid"],
  ["no challenge", { challenge: "" }, "challenge_invalid"],
  ["a page of ours inside another site's", { crossOrigin: true }, "challenge_invalid"],
  ["another type of ceremony", { type: "payment.get" }, "passkey_invalid"],
  ["a touch, but no PIN and no finger", { flags: PRESENT_ONLY }, "passkey_invalid"],
  ["nobody present", { flags: 0 }, "passkey_invalid"],
];
const statusOf = (code: string) => (code === "challenge_invalid" ? 409 : 403);

describe("POST /v1/factors/passkeys", () => {
  it("registers what the browser made, shows recovery codes, and then asks at each log-in", async () => {
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
    expect((await auditEventsOf(person.user.id)).map(({ type }) => type)).toContain(
      "passkey_added",
    );
  });

  it.each(LIES)("refuses an answer with %s", async (_, lie, code) => {
    const person = await registerPerson();
    const { options } = await jsonOf(startPasskeyRegistration(person));
    const answer = await new VirtualAuthenticator().create(options, lie);
    await expectProblem(register(person, answer), statusOf(code), code);
    expect((await list(person)).passkeys).toEqual([]);
    expect((await firstStep(person)).status).toBe("logged_in");
  });

  it("takes a challenge once, even after an answer that did not hold, and from its own session", async () => {
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

  it("comes too late after five minutes", async () => {
    const person = await registerPerson();
    const { options } = await jsonOf(startPasskeyRegistration(person));
    await query(sql`UPDATE challenges SET expires_at = now()
      WHERE user_id = ${idOf("usr", person.user.id)}`);
    const answer = await new VirtualAuthenticator().create(options);
    await expectProblem(register(person, answer), 409, "challenge_invalid");
  });

  it("refuses a passkey that somebody has registered", async () => {
    const [person, other] = [await registerPerson(), await registerPerson()];
    const { authenticator } = await addPasskey(person);
    const { options } = await jsonOf(startPasskeyRegistration(other));
    const answer = await authenticator.create(options);
    await expectProblem(register(other, answer), 409, "passkey_taken");
    expect((await firstStep(other)).status).toBe("logged_in");
  });

  it("tells the browser which it has already, and stops at ten", async () => {
    const person = await registerPerson();
    for (let n = 0; n < 9; n++) await addPasskey(person);
    // Two registrations at once, both asked for while there was room for one.
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

  it("asks for the password, and for a fresh second factor where there is one", async () => {
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

  it("keeps the recovery codes that there are when another factor is added", async () => {
    const person = await registerPerson();
    const { recoveryCodes } = await enrolTotp(person);
    expect((await addPasskey(person)).recovery_codes).toBeNull();
    const [recovery_code] = recoveryCodes;
    expect((await stepUp(person, { recovery_code })).status).toBe(204);
  });

  it("refuses what is no answer of a browser, and never fails over it", async () => {
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
      const nonsense = { ...answer, response: { ...response, clientDataJSON } };
      await expectProblem(register(person, nonsense), 409, "challenge_invalid");
    }
    const cut = { ...response, attestationObject: response.attestationObject.slice(0, -30) };
    await expectProblem(register(person, { ...answer, response: cut }), 403, "passkey_invalid");
  });
});

describe("PATCH and DELETE /v1/factors/passkeys/{id}", () => {
  it("renames one's own, within bounds, and nobody else's", async () => {
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
    const trail = (await auditEventsOf(person.user.id)).map(({ type }) => type);
    expect(trail.filter((type) => type === "passkey_renamed")).toHaveLength(2);
  });

  it("removes it, so that it opens nothing more, and with the last factor what it required", async () => {
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
    expect((await auditEventsOf(person.user.id)).map(({ type }) => type)).toContain(
      "passkey_removed",
    );
  });

  it("asks for a fresh second factor to remove one", async () => {
    const person = await registerPerson();
    const { passkey } = await addPasskey(person);
    await ageStepUp(person, 300);
    await expectProblem(remove(person, passkey.id), 403, "step_up_required");
    expect((await list(person)).passkeys).toHaveLength(1);
  });
});

describe("POST /v1/auth/login/passkey", () => {
  it("opens a session without phone and password, whose second factor counts as fresh", async () => {
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
    const trail = await auditEventsOf(person.user.id);
    expect(trail).toContainEqual({
      type: "user_logged_in",
      details: { instead_of_password: "passkey" },
    });
  });

  it.each([
    ...LIES,
    ["a signature by another key", { isForged: true }, "passkey_invalid"],
    ["no word of whose it is", { userHandle: null }, "passkey_invalid"],
    [
      "the word that it is somebody else's",
      { userHandle: "AAAAAAAAAAAAAAAAAAAAAA" },
      "passkey_invalid",
    ],
  ] as [string, Lie, string][])("refuses an answer with %s", async (_, lie, code) => {
    const person = await registerPerson();
    const { authenticator } = await addPasskey(person);
    const answer = await authenticator.get(await askLogIn(), lie);
    await expectProblem(logInBy(answer), statusOf(code), code);
    const trail = (await auditEventsOf(person.user.id)).map(({ type }) => type);
    const isTold = code === "passkey_invalid" && !("userHandle" in lie);
    expect(trail.includes("second_factor_refused")).toBe(isTold);
  });

  it("takes a challenge once: the same answer again, at once or later, opens nothing", async () => {
    const person = await registerPerson();
    const { authenticator } = await addPasskey(person);
    const answer = await authenticator.get(await askLogIn());
    const answers = await Promise.all(Array.from({ length: 5 }, () => logInBy(answer)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
    await expectProblem(logInBy(answer), 409, "challenge_invalid");
  });

  it("takes no challenge that was put out for something else", async () => {
    const person = await registerPerson();
    const { authenticator } = await addPasskey(person);
    const { passkey_options } = await firstStep(person);
    const forSecondFactor = await authenticator.get(passkey_options);
    await expectProblem(logInBy(forSecondFactor), 409, "challenge_invalid");
    const { options } = await jsonOf(startPasskeyStepUp(person));
    await expectProblem(logInBy(await authenticator.get(options)), 409, "challenge_invalid");
  });

  it("refuses a passkey that was registered nowhere", async () => {
    const [person, stranger] = [await registerPerson(), new VirtualAuthenticator()];
    await stranger.create((await jsonOf(startPasskeyRegistration(person))).options);
    await expectProblem(logInBy(await stranger.get(await askLogIn())), 403, "passkey_invalid");
  });

  it("refuses a counter that does not go on, which tells of a copy, and writes it down", async () => {
    const person = await registerPerson();
    const { authenticator } = await addPasskey(person);
    const at = async (signCount: number) =>
      logInBy(await authenticator.get(await askLogIn(), { signCount }));
    expect((await at(7)).status).toBe(200);
    for (const back of [7, 6, 0]) await expectProblem(at(back), 403, "passkey_invalid");
    expect((await at(8)).status).toBe(200);
    const trail = (await auditEventsOf(person.user.id)).map(({ type }) => type);
    expect(trail.filter((type) => type === "passkey_counter_refused")).toHaveLength(3);
  });

  it("takes one that never counts, again and again", async () => {
    const person = await registerPerson();
    const { authenticator } = await addPasskey(person, new VirtualAuthenticator({ counts: false }));
    for (let times = 0; times < 3; times++) {
      expect((await logInBy(await authenticator.get(await askLogIn()))).status).toBe(200);
    }
  });
});

describe("a passkey as the second factor", () => {
  it("ends a log-in that a password began", async () => {
    const person = await registerPerson();
    const { authenticator } = await addPasskey(person);
    const { challenge, passkey_options } = await firstStep(person);
    expect(passkey_options.allowCredentials).toHaveLength(1);
    const passkey = await authenticator.get(passkey_options, { userHandle: null });
    const { status, user } = await jsonOf(secondStep(challenge, { passkey }));
    expect({ status, user }).toEqual({ status: "logged_in", user: person.user });
    expect((await auditEventsOf(person.user.id)).at(-1)).toEqual({
      type: "user_logged_in",
      details: { second_factor: "passkey" },
    });
  });

  it.each(LIES)("refuses an answer with %s", async (_, lie, code) => {
    const person = await registerPerson();
    const { authenticator } = await addPasskey(person);
    const { challenge, passkey_options } = await firstStep(person);
    const passkey = await authenticator.get(passkey_options, lie);
    await expectProblem(secondStep(challenge, { passkey }), statusOf(code), code);
  });

  it("is no other person's passkey, whoever's challenge it signs", async () => {
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

  it("steps a session up, and no other than the one that asked", async () => {
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

  it("is not asked of somebody who has none", async () => {
    await expectProblem(startPasskeyStepUp(await registerPerson()), 404, "factor_not_found");
  });
});
