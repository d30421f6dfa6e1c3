import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { fingerprintOf } from "../../src/crypto/fingerprint.ts";
import { connectHttp } from "../../src/db/connect.ts";
import { readConfig } from "../../src/env.ts";
import { createApp } from "../../src/http/app.ts";
import { idOf, query } from "../database.ts";
import { api, jsonOf, newPhone, PASSWORD, type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { proveLedger } from "../prove-ledger.ts";

const database = connectHttp(readConfig(env));
afterEach(() => proveLedger(database));

const send = (person: Person, path: string, body: unknown, key: string) =>
  api("POST", path, {
    token: person.accessToken,
    body,
    headers: { "Idempotency-Key": key },
  });
const keysOf = ({ user }: Pick<Person, "user">) =>
  query<{ key: string; fingerprint: string }>(sql`
    SELECT key, encode(fingerprint, 'hex') AS fingerprint FROM idempotency_keys
    WHERE user_id = ${idOf("usr", user.id)} ORDER BY key`);
const setFingerprint = (key: string, parts: (string | null)[]) =>
  query(sql`UPDATE idempotency_keys SET fingerprint = decode(${fingerprintOf(parts)}, 'hex')
    WHERE key = ${key}`);

describe("a stored fingerprint", () => {
  it("is no bare hash of the request, for a payment, a wallet and a registration", async () => {
    const key = crypto.randomUUID();
    const phone = newPhone();
    const body = { username: "Key Holder", phone, password: PASSWORD };
    const headers = { "Idempotency-Key": `r-${key}` };
    const { user } = await jsonOf(api("POST", "/v1/auth/register", { body, headers }));
    const login = await jsonOf(
      api("POST", "/v1/auth/login", { body: { phone, password: PASSWORD } }),
    );
    const person = { user, accessToken: login.tokens.access_token } as Person;
    await send(person, "/v1/deposits", { amount: "1.00", phone }, `d-${key}`);
    await send(person, "/v1/wallets", { currency: "USD" }, `w-${key}`);
    const bare = [
      ["DEPOSIT", "100", "YEM", null, null, "phone", phone, null],
      ["register", "Key Holder", phone],
      ["open_wallet", "USD", null],
    ];
    const stored = await keysOf(person);
    expect(stored.map((row) => row.key)).toEqual([`d-${key}`, `r-${key}`, `w-${key}`]);
    const found = stored.map(({ fingerprint }) => fingerprint);
    for (const parts of bare) expect(found).not.toContain(fingerprintOf(parts));
    // Stored by the release before, each is still the same request.
    await setFingerprint(`d-${key}`, bare[0] ?? []);
    await setFingerprint(`r-${key}`, bare[1] ?? []);
    await setFingerprint(`w-${key}`, bare[2] ?? []);
    for (const answer of [
      await send(person, "/v1/deposits", { amount: "1.00", phone }, `d-${key}`),
      await send(person, "/v1/wallets", { currency: "USD" }, `w-${key}`),
      await api("POST", "/v1/auth/register", { body, headers }),
    ]) {
      expect([answer.status, answer.headers.get("Idempotency-Replayed")]).toEqual([201, "true"]);
    }
    const other = send(person, "/v1/deposits", { amount: "2.00", phone }, `d-${key}`);
    await expectProblem(other, 422, "idempotency_key_reused");
  });

  it("of another FINGERPRINT_KEY is refused as reused, and nothing is posted twice", async () => {
    const person = await registerPerson();
    const key = crypto.randomUUID();
    await send(person, "/v1/deposits", { amount: "1.00" }, key);
    const renewed = { ...env, FINGERPRINT_KEY: Buffer.alloc(32, "n").toString("base64url") };
    const headers = {
      Authorization: `Bearer ${person.accessToken}`,
      "Content-Type": "application/json",
      "Idempotency-Key": key,
    };
    const retry = { method: "POST", headers, body: JSON.stringify({ amount: "1.00" }) };
    const answer = createApp().request("/v1/deposits", retry, renewed);
    await expectProblem(answer, 422, "idempotency_key_reused");
    const { accessToken: token } = person;
    const wallet = await jsonOf(api("GET", `/v1/wallets/${person.wallet.id}`, { token }));
    expect(wallet.balance).toBe("1.00");
  });

  it("goes with the account, and a retry after the deletion does nothing", async () => {
    const person = await registerPerson();
    const key = crypto.randomUUID();
    await send(person, "/v1/wallets", { currency: "USD" }, key);
    expect(await keysOf(person)).toHaveLength(1);
    const request = { token: person.accessToken, body: { password: PASSWORD } };
    expect((await api("DELETE", "/v1/users/me", request)).status).toBe(204);
    expect(await keysOf(person)).toEqual([]);
    for (const [path, body] of [
      ["/v1/wallets", { currency: "USD" }],
      ["/v1/deposits", { amount: "1.00" }],
    ] as const) {
      await expectProblem(send(person, path, body, key), 401, "session_ended");
    }
    const [{ count }] = (await query(sql`SELECT count(*)::int AS count FROM wallets
      WHERE owner_id = ${idOf("usr", person.user.id)}`)) as [{ count: number }];
    expect(count).toBe(2);
    expect(await keysOf(person)).toEqual([]);
  });
});
