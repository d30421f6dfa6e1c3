import { describe, expect, it } from "vitest";
import { enrolTotp, firstStep, secondStep } from "../factors.ts";
import { logInBy } from "../passkeys.ts";
import { api, jsonOf, type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { type Tampering, VirtualAuthenticator } from "../virtual-authenticator.ts";

const register = ({ accessToken: token }: Person, passkey: object, name: unknown = "My phone") =>
  api("POST", "/v1/factors/passkeys", { token, body: { name, passkey } });

/** A new user, and their browser's answer to an issued challenge. */
async function answered(tampering: Tampering = {}) {
  const person = await registerPerson();
  const { accessToken: token, password } = person;
  const asked = api("POST", "/v1/factors/passkeys/options", { token, body: { password } });
  const { options } = await jsonOf(asked);
  const authenticator = new VirtualAuthenticator();
  return { person, authenticator, answer: await authenticator.create(options, tampering) };
}

// Values that are no text to Postgres, no base64url, or no string at all.
const MALFORMED: readonly unknown[] = [
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\udc00a",
  "\u202e",
  "A=",
  "A",
  "AAAAA",
  "+/+/",
  "💾",
  9e307,
  -1,
  2 ** 53,
  null,
  true,
  {},
  [[]],
];

/** Asserts that a request is refused with a client error. */
async function expectRefused(answer: Promise<Response>, what: unknown): Promise<void> {
  const response = await answer;
  const text = await response.text();
  expect.soft([400, 403, 404, 409], `${JSON.stringify(what)}: ${text}`).toContain(response.status);
}

describe("a new passkey", () => {
  it.each([
    ["a format of certificates", { format: "android-key" }],
    ["certificates", { isSelfAttested: true, statement: new Map([["x5c", []]]) }],
  ] as [string, Tampering][])("is refused when it is attested by %s", async (_, tampering) => {
    const { person, answer } = await answered(tampering);
    await expectProblem(register(person, answer), 403, "passkey_invalid");
  });

  it("is refused when its id differs from the authenticator's", async () => {
    for (const tampering of [
      { attestedId: new Uint8Array(0) },
      { attestedId: new Uint8Array(1_024) },
      { attestedId: new Uint8Array(16) },
    ]) {
      const { person, answer } = await answered(tampering);
      await expectProblem(register(person, answer), 403, "passkey_invalid");
    }
  });

  it("is accepted only with transports that the database can store", async () => {
    const { person, answer } = await answered();
    const by = (transport: unknown) => {
      const response = { ...answer.response, transports: ["usb", transport] };
      return register(person, { ...answer, response });
    };
    for (const malformed of [...MALFORMED, "", "USB", "a".repeat(21), "usb\n", "{usb}"]) {
      await expectProblem(by(malformed), 400, "invalid_request", "/passkey/response/transports/1");
    }
    expect((await by("smart-card")).status).toBe(201);
  });
});

describe("an optional member that a browser leaves out", () => {
  const ABSENT = [undefined, null, ""];

  it.each(["authenticatorAttachment", "clientExtensionResults"])(
    "may be null or empty: %s",
    async (member) => {
      for (const absent of ABSENT) {
        const { person, answer, authenticator } = await answered();
        expect((await register(person, { ...answer, [member]: absent })).status).toBe(201);
        const { options } = await jsonOf(api("POST", "/v1/auth/login/passkey/options"));
        const passkey = { ...(await authenticator.get(options)), [member]: absent };
        const login = await api("POST", "/v1/auth/login/passkey", { body: { passkey } });
        expect([member, absent, login.status]).toEqual([member, absent, 200]);
      }
    },
  );

  it("may be null or empty: transports, which may also be an empty list", async () => {
    for (const transports of [...ABSENT, []]) {
      const { person, answer, authenticator } = await answered();
      const response = { ...answer.response, transports };
      expect((await register(person, { ...answer, response })).status).toBe(201);
      expect((await logInBy(authenticator)).status).toBe(200);
    }
  });

  it("may be null or empty: userHandle, in a login, a second step and a step-up", async () => {
    for (const userHandle of [...ABSENT, null]) {
      const { person, answer, authenticator } = await answered();
      expect((await register(person, answer)).status).toBe(201);
      const answerTo = async (options: object) => {
        const passkey = await authenticator.get(options);
        return { ...passkey, response: { ...passkey.response, userHandle } };
      };
      const { challenge, passkey_options } = await firstStep(person);
      const passkey = await answerTo(passkey_options);
      expect((await secondStep(challenge, { passkey })).status).toBe(200);
      // A login that names no user needs the handle: the answer is that of a missing one.
      const { options } = await jsonOf(api("POST", "/v1/auth/login/passkey/options"));
      const body = { passkey: await answerTo(options) };
      const login = api("POST", "/v1/auth/login/passkey", { body });
      await expectProblem(login, 403, "passkey_invalid");
    }
  });

  it("may be one that this service does not know, as WebAuthn Level 3 adds", async () => {
    const { person, answer, authenticator } = await answered();
    const response = {
      ...answer.response,
      authenticatorData: "AAAA",
      publicKey: null,
      publicKeyAlgorithm: -7,
      fmt: "none",
    };
    const extensions = { credProps: { rk: true }, prf: { enabled: false, results: null } };
    const passkey = {
      ...answer,
      response,
      authenticatorAttachment: "hybrid-device",
      clientExtensionResults: extensions,
      signal: null,
    };
    expect((await register(person, passkey)).status).toBe(201);
    expect((await logInBy(authenticator)).status).toBe(200);
  });

  it("is refused when it has another type", async () => {
    const { person, answer } = await answered();
    for (const passkey of [
      { ...answer, authenticatorAttachment: 1 },
      { ...answer, clientExtensionResults: [] },
      { ...answer, clientExtensionResults: "x" },
      { ...answer, response: { ...answer.response, transports: "usb" } },
      { ...answer, response: { ...answer.response, transports: {} } },
      { ...answer, response: { ...answer.response, transports: Array(9).fill("usb") } },
    ]) {
      await expectProblem(register(person, passkey), 400, "invalid_request");
    }
  });
});

describe("a malformed field is answered with a client error, never with 500", () => {
  it.each(["id", "rawId", "type", "response", "authenticatorAttachment"])(
    "%s of a new passkey",
    async (field) => {
      const { person, answer } = await answered();
      for (const malformed of MALFORMED) {
        if (field === "authenticatorAttachment" && malformed === null) continue;
        await expectRefused(register(person, { ...answer, [field]: malformed }), malformed);
      }
    },
  );

  it.each(["clientDataJSON", "attestationObject"])("%s of a new passkey", async (field) => {
    for (const malformed of MALFORMED) {
      const { person, answer } = await answered();
      const response = { ...answer.response, [field]: malformed };
      await expectRefused(register(person, { ...answer, response }), malformed);
    }
  });

  it("the name of a passkey, at its registration and later", async () => {
    const { person, answer } = await answered();
    const { accessToken: token } = person;
    for (const name of MALFORMED.filter((value) => !/^[\w=+/💾]+$/u.test(String(value)))) {
      await expectRefused(register(person, answer, name), name);
      const path = "/v1/factors/passkeys/psk_01kazv5q0vfvtrx6r2n1p3b4c5";
      await expectRefused(api("PATCH", path, { token, body: { name } }), name);
    }
  });

  it.each(["id", "rawId", "clientDataJSON", "authenticatorData", "signature", "userHandle"])(
    "%s of a login or step-up with a passkey",
    async (field) => {
      const { person, answer, authenticator } = await answered();
      expect((await register(person, answer)).status).toBe(201);
      for (const malformed of MALFORMED) {
        if (field === "userHandle" && malformed === null) continue;
        const { options } = await jsonOf(api("POST", "/v1/auth/login/passkey/options"));
        const response = await authenticator.get(options);
        const passkey = ["id", "rawId"].includes(field)
          ? { ...response, [field]: malformed }
          : { ...response, response: { ...response.response, [field]: malformed } };
        await expectRefused(
          api("POST", "/v1/auth/login/passkey", { body: { passkey } }),
          malformed,
        );
        const { accessToken: token } = person;
        await expectRefused(
          api("POST", "/v1/auth/step-up", { token, body: { passkey } }),
          malformed,
        );
      }
    },
  );

  // A new user for each value, because wrong attempts are throttled.
  it.each(MALFORMED)("%j as a code, recovery code, challenge or password", async (malformed) => {
    const person = await registerPerson();
    const { recoveryCodes } = await enrolTotp(person);
    const { challenge } = await firstStep(person);
    const { accessToken: token } = person;
    const post = (path: string, body: object) => api("POST", path, { token, body });
    for (const proof of [
      { code: malformed },
      { recovery_code: malformed },
      { passkey: malformed },
    ]) {
      await expectRefused(post("/v1/auth/step-up", proof), proof);
      await expectRefused(secondStep(challenge, proof), proof);
    }
    const [recovery_code] = recoveryCodes;
    await expectRefused(secondStep(malformed as string, { recovery_code }), "challenge");
    await expectRefused(post("/v1/factors/totp/confirm", { code: malformed }), "confirm");
    await expectRefused(post("/v1/factors/totp", { password: malformed }), "password");
    await expectRefused(post("/v1/factors/passkeys/options", { password: malformed }), "password");
  });
});
