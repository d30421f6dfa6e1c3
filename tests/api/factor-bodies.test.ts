import { describe, expect, it } from "vitest";
import { enrolTotp, firstStep, secondStep } from "../factors.ts";
import { api, jsonOf, type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { type Tampering, VirtualAuthenticator } from "../virtual-authenticator.ts";

const register = ({ accessToken: token }: Person, passkey: object, name: unknown = "My phone") =>
  api("POST", "/v1/factors/passkeys", { token, body: { name, passkey } });

/** Somebody, and the answer of their browser to a challenge that is out. */
async function answered(tampering: Tampering = {}) {
  const person = await registerPerson();
  const { accessToken: token, password } = person;
  const asked = api("POST", "/v1/factors/passkeys/options", { token, body: { password } });
  const { options } = await jsonOf(asked);
  const authenticator = new VirtualAuthenticator();
  return { person, authenticator, answer: await authenticator.create(options, tampering) };
}

// What a field may hold that is no text to Postgres, no base64url, or no string at all.
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

/** Asserts that a request is refused as the caller's own fault. */
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

  it("is refused when an answer names another id than the authenticator made", async () => {
    for (const tampering of [
      { attestedId: new Uint8Array(0) },
      { attestedId: new Uint8Array(1_024) },
      { attestedId: new Uint8Array(16) },
    ]) {
      const { person, answer } = await answered(tampering);
      await expectProblem(register(person, answer), 403, "passkey_invalid");
    }
  });

  it("comes by ways that the books can keep", async () => {
    const { person, answer } = await answered();
    const by = (transport: unknown) => {
      const response = { ...answer.response, transports: ["usb", transport] };
      return register(person, { ...answer, response });
    };
    for (const strange of [...MALFORMED, "", "USB", "a".repeat(21), "usb\n", "{usb}"]) {
      await expectProblem(by(strange), 400, "invalid_request", "/passkey/response/transports/1");
    }
    expect((await by("smart-card")).status).toBe(201);
  });
});

describe("a strange field is the caller's fault, never the service's", () => {
  it.each(["id", "rawId", "type", "response", "authenticatorAttachment"])(
    "%s of a new passkey",
    async (field) => {
      const { person, answer } = await answered();
      for (const strange of MALFORMED) {
        if (field === "authenticatorAttachment" && strange === null) continue;
        await expectRefused(register(person, { ...answer, [field]: strange }), strange);
      }
    },
  );

  it.each(["clientDataJSON", "attestationObject"])("%s of a new passkey", async (field) => {
    for (const strange of MALFORMED) {
      const { person, answer } = await answered();
      const response = { ...answer.response, [field]: strange };
      await expectRefused(register(person, { ...answer, response }), strange);
    }
  });

  it("the name of a passkey, new or old", async () => {
    const { person, answer } = await answered();
    const { accessToken: token } = person;
    for (const name of MALFORMED.filter((value) => !/^[\w=+/💾]+$/u.test(String(value)))) {
      await expectRefused(register(person, answer, name), name);
      const path = "/v1/factors/passkeys/psk_01kazv5q0vfvtrx6r2n1p3b4c5";
      await expectRefused(api("PATCH", path, { token, body: { name } }), name);
    }
  });

  it.each(["id", "rawId", "clientDataJSON", "authenticatorData", "signature", "userHandle"])(
    "%s of a passkey's answer",
    async (field) => {
      const { person, answer, authenticator } = await answered();
      expect((await register(person, answer)).status).toBe(201);
      for (const strange of MALFORMED) {
        if (field === "userHandle" && strange === null) continue;
        const { options } = await jsonOf(api("POST", "/v1/auth/login/passkey/options"));
        const said = await authenticator.get(options);
        const passkey = ["id", "rawId"].includes(field)
          ? { ...said, [field]: strange }
          : { ...said, response: { ...said.response, [field]: strange } };
        await expectRefused(api("POST", "/v1/auth/login/passkey", { body: { passkey } }), strange);
        const { accessToken: token } = person;
        await expectRefused(api("POST", "/v1/auth/step-up", { token, body: { passkey } }), strange);
      }
    },
  );

  // Somebody new for each: what they send wrong is counted, and this is not about that.
  it.each(MALFORMED)("%j as code, recovery code, challenge or password", async (strange) => {
    const person = await registerPerson();
    const { recoveryCodes } = await enrolTotp(person);
    const { challenge } = await firstStep(person);
    const { accessToken: token } = person;
    const post = (path: string, body: object) => api("POST", path, { token, body });
    for (const proof of [{ code: strange }, { recovery_code: strange }, { passkey: strange }]) {
      await expectRefused(post("/v1/auth/step-up", proof), proof);
      await expectRefused(secondStep(challenge, proof), proof);
    }
    const [recovery_code] = recoveryCodes;
    await expectRefused(secondStep(strange as string, { recovery_code }), "challenge");
    await expectRefused(post("/v1/factors/totp/confirm", { code: strange }), "confirm");
    await expectRefused(post("/v1/factors/totp", { password: strange }), "password");
    await expectRefused(post("/v1/factors/passkeys/options", { password: strange }), "password");
  });
});
