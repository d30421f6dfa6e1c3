import { env } from "cloudflare:workers";
import { type SQL, sql } from "drizzle-orm";
import { connectHttp } from "../src/db/connect.ts";
import { fromWireId, type IdPrefix } from "../src/domain/ids.ts";
import type { Role } from "../src/domain/user.ts";
import { readConfig } from "../src/env.ts";

/** Rows of a statement, straight from the test's database: for what no answer shows. */
export async function query<Row extends Record<string, unknown>>(statement: SQL): Promise<Row[]> {
  const { rows } = await connectHttp(readConfig(env)).execute<Row>(statement);
  return rows;
}

/** The identifier inside of one on the wire. */
export function idOf(prefix: IdPrefix, wireId: string): string {
  const id = fromWireId(prefix, wireId);
  if (!id) throw new Error(`${wireId} is no ${prefix} id`);
  return id;
}

/** Gives somebody a role as the first admin gets theirs: in the books, by no one. */
export async function giveRole(userWireId: string, role: Role): Promise<void> {
  await query(sql`UPDATE users SET role = ${role} WHERE id = ${idOf("usr", userWireId)}`);
}

/** What the audit trail has of a person, oldest first. */
export async function auditTrail(
  userWireId: string,
): Promise<{ type: string; details: unknown }[]> {
  return query(sql`SELECT type, details FROM audit_events
    WHERE user_id = ${idOf("usr", userWireId)} ORDER BY created_at`);
}
