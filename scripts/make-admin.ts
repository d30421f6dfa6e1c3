// `npm run make-admin -- <phone>`: makes the first admin, whom no other admin can make. It also works,
// with a warning, when there are admins: a deployment whose admins lost their second factors needs
// another one. It needs the database's address, with which the role could also be written by hand;
// this way the audit log has it. A person without a second factor is refused: anybody with their
// password could enrol one and act as an admin. So is a suspended person, who could not act as one.
import pg from "pg";
import { newId } from "../src/domain/ids.ts";
import { parseAccountPhone, phoneText } from "../src/domain/phone.ts";
import { CliError, reasonOf, runScript } from "./cli-error.ts";
import { withDatabaseUrl } from "./dev/database-url.ts";
import { readArguments } from "./system/arguments.ts";

const USAGE = {
  command: "npm run make-admin -- <phone>",
  text: `
Makes a registered person with a second factor an admin. The phone is in E.164: +967771234567.
It asks no other admin, and warns when there are some: they give roles by PUT /v1/admin/users/{id}/role.

environment variables:
  DATABASE_URL  the database; else that of a running npm start, else the checkout's own
  MAHFAZA_DATA  the data folder (.data)`,
};

// Leaves the rows that services/operators/change-role.ts leaves: it counts at once, and ends the
// person's sessions.
const MAKE_ADMIN = `
  WITH before AS (
    SELECT id, role FROM users
    WHERE phone = $1 AND role <> 'admin' AND has_second_factor AND suspended_at IS NULL
    FOR NO KEY UPDATE
  ), changed AS (
    UPDATE users u SET role = 'admin', updated_at = now() FROM before
    WHERE u.id = before.id RETURNING u.id
  ), ended AS (
    UPDATE sessions SET ended_at = now(), end_reason = 'role_change'
    WHERE user_id = (SELECT id FROM changed) AND ended_at IS NULL
  ), event AS (
    INSERT INTO audit_events (id, type, user_id, details, actor_role, created_at)
    SELECT $2, 'role_changed', id,
      jsonb_build_object('role', 'admin', 'before', (SELECT role FROM before)), 'service', now()
    FROM changed
  )
  SELECT (SELECT count(*) FROM changed) AS changed,
    (SELECT count(*)::int FROM users WHERE role = 'admin') AS admins_before,
    (SELECT role FROM users WHERE phone = $1) AS role_before,
    (SELECT suspended_at IS NOT NULL FROM users WHERE phone = $1) AS is_suspended`;

const approvedByNobody = (admins: number): string =>
  `warning: there ${admins === 1 ? "was an admin" : `were ${admins} admins`} already, and none approved this; ` +
  "tell them, or next time let an admin give the role: PUT /v1/admin/users/{id}/role";

/** Makes the person with this phone an admin; resolves to a sentence about the outcome. */
export async function makeAdmin(databaseUrl: string, phone: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query(MAKE_ADMIN, [phone, newId("aud", Date.now())]);
    const [{ changed, admins_before: adminsBefore, role_before: roleBefore, is_suspended }] = rows;
    if (roleBefore === null) throw new CliError("nobody has that phone: register first");
    if (changed === "1") {
      const made = "made an admin: they log in again, with their second factor";
      return adminsBefore === 0 ? made : `${made}\n${approvedByNobody(adminsBefore)}`;
    }
    if (roleBefore === "admin") return "an admin already";
    if (is_suspended)
      throw new CliError("they are suspended: an operator lifts the suspension first");
    throw new CliError(
      "they have no second factor: they enrol one first, by POST /v1/factors/totp or a passkey",
    );
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError(`no admin was made: ${reasonOf(error)}`);
  } finally {
    await client.end().catch(() => {});
  }
}

async function main(): Promise<undefined> {
  const [text = ""] = readArguments(USAGE, {}, 1).positionals;
  // A national number would need the deployment's country.
  const phone = /^[+]/.test(phoneText(text)) ? parseAccountPhone(text, "YE") : null;
  if (!phone) {
    throw new CliError("name the person by a phone in E.164: npm run make-admin -- +967771234567");
  }
  console.log(await withDatabaseUrl((databaseUrl) => makeAdmin(databaseUrl, phone)));
}

if (import.meta.main) await runScript(main);
