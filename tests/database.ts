import { env } from "cloudflare:workers";
import { type SQL, sql } from "drizzle-orm";
import { connectHttp } from "../src/db/connect.ts";
import { fromWireId, type IdPrefix } from "../src/domain/ids.ts";
import type { Role } from "../src/domain/user.ts";
import { readConfig } from "../src/env.ts";

/** The rows of a statement on the test's database: for data that the API does not return. */
export async function query<Row extends Record<string, unknown>>(statement: SQL): Promise<Row[]> {
  const { rows } = await connectHttp(readConfig(env)).execute<Row>(statement);
  return rows;
}

/** The identifier of a TypeID. */
export function idOf(prefix: IdPrefix, wireId: string): string {
  const id = fromWireId(prefix, wireId);
  if (!id) throw new Error(`${wireId} is not a ${prefix} id`);
  return id;
}

/** Gives a user a role directly in the database, as for the first admin. */
export async function giveRole(userWireId: string, role: Role): Promise<void> {
  await query(sql`UPDATE users SET role = ${role} WHERE id = ${idOf("usr", userWireId)}`);
}

/** A user's audit events, oldest first. */
export async function auditEventsOf(
  userWireId: string,
): Promise<{ type: string; details: unknown }[]> {
  return query(sql`SELECT type, details FROM audit_events
    WHERE user_id = ${idOf("usr", userWireId)} ORDER BY created_at`);
}
