import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { CHANGES_PER_DAY } from "../../src/domain/bounds.ts";
import { idOf, query } from "../database.ts";
import { enrolTotp } from "../factors.ts";
import { waitForMessages } from "../messages.ts";
import { api, jsonOf, newPhone, type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { VirtualAuthenticator } from "../virtual-authenticator.ts";

/** A new user whose phone is verified. */
async function reachable(): Promise<Person> {
  const person = await registerPerson();
  await query(sql`UPDATE users SET phone_verified_at = now()
    WHERE id = ${idOf("usr", person.user.id)}`);
  return person;
}

/** The first `count` notices to a user, without their common end. */
async function noticesTo({ phone }: Person, count: number): Promise<string[]> {
  const messages = await waitForMessages(phone, count);
  expect(messages.map(({ kind }) => kind)).toEqual(Array(count).fill("factor_changed"));
  return messages.map(({ text }) => text.replace(/ your Mahfaza account.*/, "")).sort();
}

describe("a change of factors", () => {
  it("is notified to the user's verified contact every time", async () => {
    const person = await reachable();
    const { accessToken: token } = person;
    const { recoveryCodes, secret } = await enrolTotp(person);
    await api("POST", "/v1/factors/recovery-codes", { token });
    await api("DELETE", "/v1/factors/totp", { token });
    expect(await noticesTo(person, 3)).toEqual([
      "An authenticator app was added to",
      "New recovery codes were made for",
      "The authenticator app was removed from",
    ]);
    const texts = (await waitForMessages(person.phone, 3)).map(({ text }) => text).join();
    for (const secretText of [secret, ...recoveryCodes]) expect(texts).not.toContain(secretText);
  });

  it("is notified when a passkey is added and when it is removed", async () => {
    const person = await reachable();
    const { accessToken: token, password } = person;
    const { options } = await jsonOf(
      api("POST", "/v1/factors/passkeys/options", { token, body: { password } }),
    );
    const passkey = await new VirtualAuthenticator().create(options);
    const added = await jsonOf(
      api("POST", "/v1/factors/passkeys", { token, body: { name: "My phone", passkey } }),
    );
    await api("DELETE", `/v1/factors/passkeys/${added.passkey.id}`, { token });
    expect(await noticesTo(person, 2)).toEqual([
      "A passkey was added to",
      "A passkey was removed from",
    ]);
  });

  it("is not notified to an unverified phone, nor when it was refused", async () => {
    const [unverified, person] = [await registerPerson(), await reachable()];
    await enrolTotp(unverified);
    await api("DELETE", "/v1/factors/totp", { token: person.accessToken });
    await api("POST", "/v1/factors/totp/confirm", {
      token: person.accessToken,
      body: { code: "123456" },
    });
    for (const { user } of [unverified, person]) {
      const rows = await query(
        sql`SELECT id FROM messages WHERE user_id = ${idOf("usr", user.id)}`,
      );
      expect(rows).toEqual([]);
    }
  });

  it("cannot lose its notice through refused requests of a session", async () => {
    const person = await reachable();
    const { accessToken: token, phone, password } = person;
    for (let i = 0; i < 2 * CHANGES_PER_DAY; i++) {
      await expectProblem(api("DELETE", "/v1/factors/totp", { token }), 404, "factor_not_found");
      const remade = api("POST", "/v1/factors/recovery-codes", { token });
      await expectProblem(remade, 404, "factor_not_found");
    }
    await enrolTotp(person);
    const next = { password: "four-Camels under Marib", current_password: password };
    expect((await api("PATCH", "/v1/users/me", { token, body: next })).status).toBe(200);
    const moved = { phone: newPhone(), current_password: next.password };
    expect((await api("PATCH", "/v1/users/me", { token, body: moved })).status).toBe(200);
    const kinds = (await waitForMessages(phone, 3)).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(["contact_changed", "factor_changed", "password_changed"]);
  });

  it("is notified every time until it is throttled itself; a removal is still possible then", async () => {
    const person = await reachable();
    const { accessToken: token } = person;
    await enrolTotp(person);
    const remake = () => api("POST", "/v1/factors/recovery-codes", { token });
    for (let i = 1; i < CHANGES_PER_DAY; i++) expect((await remake()).status).toBe(201);
    const refused = await remake();
    expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(60);
    await expectProblem(refused, 429, "too_many_attempts");
    expect((await api("DELETE", "/v1/factors/totp", { token })).status).toBe(204);
    await noticesTo(person, CHANGES_PER_DAY + 1);
  });
});
