import { describe, expect, it } from "vitest";
import { enrolTotp, firstStep, secondStep } from "../factors.ts";
import { codeOfKind } from "../messages.ts";
import { addPasskey } from "../passkeys.ts";
import { api, jsonOf, PASSWORD, registerPerson, verify } from "../people.ts";
import { NEW_PASSWORD } from "../planted-secrets.ts";
import { expectProblem } from "../problems.ts";
import { VirtualAuthenticator } from "../virtual-authenticator.ts";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** The other texts that a lenient decoder takes for the same bytes as this unpadded base64url text. */
function lenientFormsOf(text: string): string[] {
  const last = ALPHABET.indexOf(text.at(-1) ?? "");
  const spare = { 0: 0, 2: 4, 3: 2 }[text.length % 4] ?? 0;
  const bits = Array.from({ length: 2 ** spare - 1 }, (_, i) => ALPHABET[last ^ (i + 1)]);
  return [
    ...bits.map((character) => text.slice(0, -1) + character),
    `${text}=`,
    `${text}==`,
    text.replaceAll("-", "+").replaceAll("_", "/"),
  ].filter((other) => other !== text);
}

/** Each lenient form of each part of a token. */
function lenientTokens(token: string): string[] {
  const parts = token.split(".");
  return parts.flatMap((part, at) =>
    lenientFormsOf(part).map((form) => parts.map((own, i) => (i === at ? form : own)).join(".")),
  );
}

const me = (token: string) => api("GET", "/v1/users/me", { token });

describe("an access token in another form than the one that was signed", () => {
  it("is refused, before and after the right form was verified and cached", async () => {
    const { accessToken } = await registerPerson();
    const others = [
      ...lenientTokens(accessToken),
      `${accessToken}.`,
      `${accessToken}.${accessToken}`,
      accessToken.replace(".", ".."),
    ];
    // The three other texts of the signature's last character, and padding of each part.
    expect(others.length).toBeGreaterThan(10);
    for (const other of others) await expectProblem(me(other), 401, "token_invalid");
    expect((await me(accessToken)).status).toBe(200);
    for (const other of others) await expectProblem(me(other), 401, "token_invalid");
    expect((await me(accessToken)).status).toBe(200);
  });

  it("with a blank or line break inside is refused", async () => {
    const { accessToken } = await registerPerson();
    for (const blank of [" ", "\t"]) {
      const token = accessToken.slice(0, -10) + blank + accessToken.slice(-10);
      await expectProblem(me(token), 401, "token_invalid");
    }
  });

  it("does not end the session at a logout", async () => {
    const { accessToken } = await registerPerson();
    for (const token of lenientTokens(accessToken)) {
      await expectProblem(api("POST", "/v1/auth/logout", { token }), 401, "token_invalid");
    }
    expect((await me(accessToken)).status).toBe(200);
  });

  it("does not make its client a device that attempts of others do not delay", async () => {
    const { accessToken, phone } = await registerPerson();
    const wrong = { phone, password: "four-Camels under Marib" };
    // Each from an address of its own: after these, untrusted addresses must wait.
    for (let i = 0; i < 21; i++) await api("POST", "/v1/auth/login", { body: wrong });
    const logIn = (token: string) =>
      api("POST", "/v1/auth/login", { token, body: { phone, password: PASSWORD } });
    const [other = ""] = lenientTokens(accessToken).slice(-1);
    await expectProblem(logIn(other), 429, "too_many_attempts");
    expect((await logIn(accessToken)).status).toBe(200);
  });
});

describe("other secrets in base64url", () => {
  it("of a refresh token: another form is unknown, and ends nothing", async () => {
    const { refreshToken, accessToken } = await registerPerson();
    const refresh = (token: string) =>
      api("POST", "/v1/auth/refresh", { body: { refresh_token: token } });
    for (const form of lenientFormsOf(refreshToken.slice(4))) {
      await expectProblem(refresh(`mrt_${form}`), 401, "token_invalid");
    }
    expect((await me(accessToken)).status).toBe(200);
    expect((await refresh(refreshToken)).status).toBe(200);
  });

  it("of the token of a password reset: another form is refused", async () => {
    const person = await registerPerson();
    await verify(person, "phone");
    const asked = api("POST", "/v1/auth/password-reset", { body: { phone: person.phone } });
    const { reset_token: token } = await jsonOf(asked);
    const code = await codeOfKind(person.phone, "password_reset_code");
    const confirm = (reset_token: string) =>
      api("POST", "/v1/auth/password-reset/confirm", {
        body: { reset_token, code, new_password: NEW_PASSWORD },
      });
    for (const form of lenientFormsOf(token.slice(4))) {
      await expectProblem(confirm(`mpr_${form}`), 403, "code_refused");
    }
    expect((await confirm(token)).status).toBe(204);
  });

  it("of a login's challenge: another form is refused, and uses neither challenge nor code up", async () => {
    const person = await registerPerson();
    const app = await enrolTotp(person);
    const { challenge } = await firstStep(person);
    for (const form of lenientFormsOf(challenge)) {
      await expectProblem(secondStep(form, { code: app.code() }), 409, "challenge_invalid");
    }
    expect((await secondStep(challenge, { code: app.code() })).status).toBe(200);
  });

  it("of a passkey's answer: another form of a field is 400, and uses nothing up", async () => {
    const person = await registerPerson();
    const authenticator = new VirtualAuthenticator();
    await addPasskey(person, authenticator);
    const { options } = await jsonOf(api("POST", "/v1/auth/login/passkey/options"));
    const right = await authenticator.get(options);
    const logIn = (passkey: object) => api("POST", "/v1/auth/login/passkey", { body: { passkey } });
    const fields = ["clientDataJSON", "authenticatorData", "signature", "userHandle"] as const;
    for (const field of fields) {
      for (const form of lenientFormsOf(right.response[field] ?? "")) {
        const passkey = { ...right, response: { ...right.response, [field]: form } };
        await expectProblem(logIn(passkey), 400, "invalid_request", `/passkey/response/${field}`);
      }
    }
    for (const form of lenientFormsOf(right.id)) {
      const passkey = { ...right, id: form, rawId: form };
      await expectProblem(logIn(passkey), 400, "invalid_request", "/passkey/id");
    }
    expect((await logIn(right)).status).toBe(200);
  });

  it("of a cursor: another form is refused", async () => {
    const { accessToken: token } = await registerPerson();
    for (const amount of ["1.00", "2.00"]) {
      await api("POST", "/v1/deposits", { token, body: { amount } });
    }
    const page = (cursor: string) =>
      api("GET", `/v1/transactions?limit=1&cursor=${encodeURIComponent(cursor)}`, { token });
    const first = await jsonOf(api("GET", "/v1/transactions?limit=1", { token }));
    const { next_cursor: cursor } = first;
    for (const form of [...lenientFormsOf(cursor), ` ${cursor}`, `${cursor}\n`]) {
      await expectProblem(page(form), 400, "invalid_request", "/cursor");
    }
    expect((await jsonOf(page(cursor))).data).toHaveLength(1);
  });

  it("of an id in base 32: another form is refused", async () => {
    const { accessToken: token, wallet } = await registerPerson();
    const suffix = wallet.id.slice(4);
    const forms = [
      ...[wallet.id.toUpperCase(), `wal_${suffix.toUpperCase()}`, `${wallet.id}=`, ` ${wallet.id}`],
      // Two bits more than a UUID has, and letters that Crockford's decoder takes for digits.
      ...[`wal_8${suffix.slice(1)}`, `wal_${suffix.slice(0, -1)}o`, `wal_${suffix.slice(0, -1)}l`],
    ];
    for (const form of forms) {
      const answer = api("GET", `/v1/wallets/${encodeURIComponent(form)}`, { token });
      await expectProblem(answer, 400, "invalid_request", "/id");
    }
    expect((await api("GET", `/v1/wallets/${wallet.id}`, { token })).status).toBe(200);
  });
});
