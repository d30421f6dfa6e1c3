import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { connectHttp } from "../../src/db/connect.ts";
import { COMMAND_MS_MAX } from "../../src/domain/bounds.ts";
import { fromWireId, type UserId } from "../../src/domain/ids.ts";
import { readConfig } from "../../src/env.ts";
import { api, jsonOf, newPhone, PASSWORD, type Person, registerPerson } from "../people.ts";
import { proveLedger } from "../prove-ledger.ts";
import { act, registerOperator } from "./operator.ts";

const db = connectHttp(readConfig(env));

// SQLSTATEs after a restart, a full disk, a demotion or a broken page.
const UNAVAILABLE = [
  ...["57P01", "57P02", "57P03", "57P05", "53100", "53200", "53300", "53400", "08006", "08P01"],
  ...["25006", "25P03", "25P04", "58030", "XX000", "26000"],
];
// SQLSTATEs of conflicts with a lock or another transaction. A payment waits for these until its deadline.
const CONTENDED = ["55P03", "57014", "40001", "40P01"];

/** Every INSERT about a user in planted_failures fails with the SQLSTATE of that row. */
beforeAll(async () => {
  await db.execute(sql`
    CREATE TABLE planted_failures (about text PRIMARY KEY, sqlstate text NOT NULL)`);
  await db.execute(sql`
    CREATE FUNCTION fail_as_planted() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      planted text;
    BEGIN
      SELECT sqlstate INTO planted FROM planted_failures
      WHERE about = coalesce(to_jsonb(NEW) ->> 'actor_id', to_jsonb(NEW) ->> 'user_id',
        to_jsonb(NEW) ->> 'owner_id', to_jsonb(NEW) ->> 'phone');
      IF FOUND THEN
        RAISE EXCEPTION 'planted' USING ERRCODE = planted;
      END IF;
      RETURN NEW;
    END $$`);
  for (const table of ["transactions", "audit_events", "wallets", "users"]) {
    await db.execute(sql`
      CREATE TRIGGER fail_as_planted BEFORE INSERT ON ${sql.identifier(table)}
      FOR EACH ROW EXECUTE FUNCTION fail_as_planted()`);
  }
});

const userIdOf = (person: Person): UserId => fromWireId("usr", person.user.id) as UserId;
const plant = (about: string, sqlstate: string) =>
  db.execute(sql`
    INSERT INTO planted_failures VALUES (${about}, ${sqlstate})
    ON CONFLICT (about) DO UPDATE SET sqlstate = excluded.sqlstate`);

async function expectUnavailable(answer: Promise<Response>): Promise<void> {
  const response = await answer;
  const { code } = await jsonOf(Promise.resolve(response));
  expect([response.status, code]).toEqual([503, "service_busy"]);
  expect(response.headers.get("Retry-After")).toMatch(/^[1-9]\d*$/);
}

async function failEverything(code: string): Promise<void> {
  const person = await registerPerson();
  const token = person.accessToken;
  await plant(userIdOf(person), code);
  await expectUnavailable(api("POST", "/v1/deposits", { token, body: { amount: "1.00" } }));
  await expectUnavailable(api("POST", "/v1/wallets", { token, body: { currency: "USD" } }));
  const rename = { username: "Another name" };
  await expectUnavailable(api("PATCH", "/v1/users/me", { token, body: rename }));
  const logIn = { phone: person.phone, password: PASSWORD };
  await expectUnavailable(api("POST", "/v1/auth/login", { body: logIn }));
  const phone = newPhone();
  await plant(phone, code);
  const registration = { username: "New here", phone, password: PASSWORD };
  await expectUnavailable(api("POST", "/v1/auth/register", { body: registration }));

  await db.execute(sql`DELETE FROM planted_failures WHERE about = ${userIdOf(person)}`);
  const { data } = await jsonOf(api("GET", "/v1/wallets", { token }));
  expect(data).toMatchObject([{ currency: "YEM", balance: "0.00" }]);
  const again = await api("POST", "/v1/deposits", { token, body: { amount: "1.00" } });
  expect(again.status).toBe(201);
  await proveLedger(db);
}

describe("a failure that a retry may cure is answered 503, with nothing written", () => {
  it.each(UNAVAILABLE)(
    "%s: in a payment, a new wallet, a profile change, a login and a registration",
    (code) => failEverything(code),
  );

  it("conflicts with another lock or transaction: within the deadline of a payment", async () => {
    const startedMs = Date.now();
    await Promise.all(CONTENDED.map(failEverything));
    expect(Date.now() - startedMs).toBeLessThan(2 * COMMAND_MS_MAX);
  });

  it.each(["57P01", "25006", "XX000"])(
    "%s: in a freeze and in the deletion of an account",
    async (code) => {
      const [operator, person] = [await registerOperator("support"), await registerPerson()];
      await plant(userIdOf(operator), code);
      const freeze = `/wallets/${person.wallet.id}/freeze`;
      await expectUnavailable(act(operator, "PUT", freeze, { reason: "investigation" }));
      await plant(userIdOf(person), code);
      await expectUnavailable(
        api("DELETE", "/v1/users/me", {
          token: person.accessToken,
          body: { password: person.password },
        }),
      );
      await db.execute(sql`
      DELETE FROM planted_failures WHERE about IN (${userIdOf(operator)}, ${userIdOf(person)})`);
      expect((await act(operator, "PUT", freeze, { reason: "investigation" })).status).toBe(200);
    },
  );
});

describe("a failure that a retry cannot cure", () => {
  it("is answered 500, and other users are served", async () => {
    const [person, other] = [await registerPerson(), await registerPerson()];
    await plant(userIdOf(person), "22012");
    const body = { amount: "1.00" };
    const [failed, paid] = await Promise.all([
      api("POST", "/v1/deposits", { token: person.accessToken, body }),
      api("POST", "/v1/deposits", { token: other.accessToken, body }),
    ]);
    expect([failed.status, paid.status]).toEqual([500, 201]);
  });
});
