import { randomInt } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeAdmin } from "../../scripts/make-admin.ts";
import { newId, type UserId } from "../../src/domain/ids.ts";

const databaseUrl = process.env.DATABASE_URL ?? "";
const database = new pg.Client({ connectionString: databaseUrl });
beforeAll(() => database.connect());
afterAll(() => database.end());

/** A user with a session and, by default, a second factor, inserted directly into the database. */
async function somebody(hasSecondFactor = true): Promise<{ id: UserId; phone: string }> {
  const id = newId("usr", Date.now());
  const phone = `+999${randomInt(1e12).toString().padStart(12, "0")}`;
  await database.query(
    `INSERT INTO users
      (id, username, phone, password_hash, created_at, updated_at, has_second_factor)
    VALUES ($1, 'Nadia', $2, 'x', now(), now(), $3)`,
    [id, phone, hasSecondFactor],
  );
  await database.query(
    "INSERT INTO sessions VALUES (gen_random_uuid(), $1, now(), now() + interval '1 day')",
    [id],
  );
  return { id, phone };
}

const stateOf = async (id: UserId) => {
  const { rows } = await database.query(
    `SELECT role, (SELECT count(*)::int FROM sessions WHERE user_id = u.id AND ended_at IS NULL) AS live,
      (SELECT json_agg(json_build_array(type, actor_role, actor_id, details)) FROM audit_events
        WHERE user_id = u.id) AS events
    FROM users u WHERE id = $1`,
    [id],
  );
  return rows[0];
};

describe("npm run make-admin", () => {
  it("writes the same rows as PUT /admin/users/{id}/role", async () => {
    const { id, phone } = await somebody();
    await database.query("UPDATE users SET role = 'support' WHERE id = $1", [id]);
    await makeAdmin(databaseUrl, phone);
    const details = { role: "admin", before: "support" };
    expect((await stateOf(id)).events).toEqual([["role_changed", "service", null, details]]);
  });

  it("makes one person an admin, ends their sessions, and writes that the service did it", async () => {
    const [nadia, other] = [await somebody(), await somebody()];
    expect(await makeAdmin(databaseUrl, nadia.phone)).toMatch(/^made an admin/);
    const events = [["role_changed", "service", null, { role: "admin", before: "user" }]];
    expect(await stateOf(nadia.id)).toEqual({ role: "admin", live: 0, events });
    expect(await stateOf(other.id)).toEqual({ role: "user", live: 1, events: null });
  });

  it("warns when there were admins already, none of whom approved it", async () => {
    const [first, second, third] = [await somebody(), await somebody(), await somebody()];
    await database.query("UPDATE users SET role = 'user' WHERE role = 'admin'");
    expect(await makeAdmin(databaseUrl, first.phone)).not.toContain("warning");
    expect(await makeAdmin(databaseUrl, second.phone)).toContain(
      "warning: there was an admin already, and none approved this",
    );
    expect(await makeAdmin(databaseUrl, third.phone)).toContain("there were 2 admins already");
  });

  it("changes nothing the second time", async () => {
    const { id, phone } = await somebody();
    await makeAdmin(databaseUrl, phone);
    const before = await stateOf(id);
    expect(await makeAdmin(databaseUrl, phone)).toBe("an admin already");
    expect(await stateOf(id)).toEqual(before);
  });

  it("makes nobody an admin by a password alone, and says what to do first", async () => {
    const { id, phone } = await somebody(false);
    await expect(makeAdmin(databaseUrl, phone)).rejects.toThrow(
      /no second factor.*enrol one first/,
    );
    expect(await stateOf(id)).toEqual({ role: "user", live: 1, events: null });
  });

  it("makes no suspended person an admin", async () => {
    const { id, phone } = await somebody();
    const set = "UPDATE users SET suspended_at = $1, suspension_reason = $2 WHERE id = $3";
    await database.query(set, [new Date(), "investigation", id]);
    await expect(makeAdmin(databaseUrl, phone)).rejects.toThrow(/suspended.*lifts the suspension/);
    expect(await stateOf(id)).toEqual({ role: "user", live: 1, events: null });
    await database.query(set, [null, null, id]);
    expect(await makeAdmin(databaseUrl, phone)).toMatch(/^made an admin/);
  });

  it("says in one line that nobody has the phone, or that there is no database", async () => {
    await expect(makeAdmin(databaseUrl, "+99970000000")).rejects.toThrow("nobody has that phone");
    await expect(makeAdmin("postgres://a:b@127.0.0.1:1/c", "+99970000000")).rejects.toThrow(
      /^no admin was made: .*ECONNREFUSED/,
    );
  });
});
