import { describe, it } from "vitest";
import { api, jsonOf, type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { type Lie, VirtualAuthenticator } from "../virtual-authenticator.ts";

const register = ({ accessToken: token }: Person, passkey: object, name = "My phone") =>
  api("POST", "/v1/factors/passkeys", { token, body: { name, passkey } });

/** Somebody, and the answer of their browser to a challenge that is out. */
async function answered(lie: Lie = {}) {
  const person = await registerPerson();
  const { accessToken: token, password } = person;
  const asked = api("POST", "/v1/factors/passkeys/options", { token, body: { password } });
  const { options } = await jsonOf(asked);
  return { person, answer: await new VirtualAuthenticator().create(options, lie) };
}

describe("a new passkey", () => {
  it.each([
    ["a format of certificates", { format: "android-key" }],
    ["certificates", { isSelfAttested: true, statement: new Map([["x5c", []]]) }],
  ] as [string, Lie][])("is refused when it is attested by %s", async (_, lie) => {
    const { person, answer } = await answered(lie);
    await expectProblem(register(person, answer), 403, "passkey_invalid");
  });
});
