import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { connectHttp } from "../../src/db/connect.ts";
import { readConfig } from "../../src/env.ts";
import { query } from "../database.ts";
import { addPasskey, logInBy } from "../passkeys.ts";
import { api, jsonOf, newEmail, PASSWORD, registerPerson, verify } from "../people.ts";
import { proveLedger } from "../prove-ledger.ts";

afterEach(() => proveLedger(connectHttp(readConfig(env))));

interface Column {
  readonly table: string;
  readonly column: string;
}

/** Where a text stands in the database: each column of each table, whatever its type. */
async function placesOf(text: string): Promise<string[]> {
  const columns = (await query(sql`SELECT c.table_name AS "table", c.column_name AS "column"
    FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'`)) as unknown as Column[];
  expect(columns.length).toBeGreaterThan(100);
  const places = sql.join(
    columns.map(
      ({ table, column }) => sql`SELECT ${`${table}.${column}`}::text AS place
        WHERE EXISTS (SELECT FROM ${sql.identifier(table)}
          WHERE position(${text} in ${sql.identifier(column)}::text) > 0)`,
    ),
    sql` UNION ALL `,
  );
  return (await query(places)).map(({ place }) => String(place)).sort();
}

describe("the personal data of a deleted account", () => {
  it("stands nowhere in the database, and stood where the documentation says", async () => {
    const mark = crypto.randomUUID().slice(0, 8);
    const person = await registerPerson(`Name ${mark}`);
    const email = newEmail();
    const token = person.accessToken;
    const change = { email, current_password: PASSWORD };
    await api("PATCH", "/v1/users/me", { token, body: change });
    await verify(person, "email");
    await api("POST", "/v1/wallets", { token, body: { currency: "USD", label: `Label ${mark}` } });
    const { authenticator, passkey } = await addPasskey(person);
    await api("PATCH", `/v1/factors/passkeys/${passkey.id}`, {
      token,
      body: { name: `Key ${mark}` },
    });
    const challenge = await jsonOf(api("POST", "/v1/auth/login/passkey/options"));
    const body = { passkey: await authenticator.get(challenge.options) };
    const headers = { "User-Agent": `Device-${mark}/1.0` };
    const { tokens } = await jsonOf(api("POST", "/v1/auth/login/passkey", { body, headers }));

    expect(await placesOf(`Name ${mark}`)).toEqual(["users.username"]);
    expect(await placesOf(`Label ${mark}`)).toEqual(["wallets.label"]);
    expect(await placesOf(`Key ${mark}`)).toEqual(["passkeys.name"]);
    expect(await placesOf(`Device-${mark}`)).toEqual(["sessions.device"]);
    expect(await placesOf(person.phone)).toEqual(["users.phone"]);
    expect(await placesOf(email)).toEqual(["users.email"]);

    const request = { token: tokens.access_token, body: { password: PASSWORD } };
    expect((await api("DELETE", "/v1/users/me", request)).status).toBe(204);
    for (const text of [mark, person.phone, person.phone.slice(4), email]) {
      expect([text, await placesOf(text)]).toEqual([text, []]);
    }
    expect((await logInBy(authenticator)).status).toBe(403);
  });

  it("leaves no secret readable while the account is there", async () => {
    const person = await registerPerson();
    const signature = person.accessToken.split(".")[2] ?? "";
    for (const secret of [PASSWORD, person.refreshToken, person.refreshToken.slice(4), signature]) {
      expect(await placesOf(secret)).toEqual([]);
    }
  });
});
