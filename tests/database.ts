import { env } from "cloudflare:workers";
import { type SQL, sql } from "drizzle-orm";
import { connectHttp } from "../src/db/connect.ts";
import type { FreezeReason } from "../src/domain/freeze.ts";
import { fromWireId, type IdPrefix } from "../src/domain/ids.ts";
import type { Role } from "../src/domain/user.ts";
import { readConfig } from "../src/env.ts";

/** The rows of an SQL statement on the tests' database: for facts that no API answer shows. */
export async function query<Row extends Record<string, unknown>>(statement: SQL): Promise<Row[]> {
  const { rows } = await connectHttp(readConfig(env)).execute<Row>(statement);
  return rows;
}

/** The UUID inside an id on the wire. Throws when the text is no id of this kind. */
export function idOf(prefix: IdPrefix, wireId: string): string {
  const id = fromWireId(prefix, wireId);
  if (!id) throw new Error(`${wireId} is not an id with the prefix ${prefix}`);
  return id;
}

/** Sets a user's role in the database, as for the first admin: without an operator who grants it. */
export async function giveRole(userWireId: string, role: Role): Promise<void> {
  await query(sql`UPDATE users SET role = ${role} WHERE id = ${idOf("usr", userWireId)}`);
}

/** Suspends a user in the database, as an operator does, but without an audit event. */
export async function suspend(
  userWireId: string,
  reason: FreezeReason = "owner_request",
): Promise<void> {
  await query(sql`UPDATE users SET suspended_at = now(), suspension_reason = ${reason}
    WHERE id = ${idOf("usr", userWireId)}`);
}

/** A user's events in the audit log, oldest first. */
export async function auditEvents(
  userWireId: string,
): Promise<{ type: string; details: unknown }[]> {
  return query(sql`SELECT type, details FROM audit_events
    WHERE user_id = ${idOf("usr", userWireId)} ORDER BY created_at`);
}
