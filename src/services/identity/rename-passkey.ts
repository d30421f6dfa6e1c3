import { sql } from "drizzle-orm";
import { auditEvent } from "../../db/audit-event.ts";
import { newId, type PasskeyId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Caller, ServiceContext } from "../context.ts";
import type { Passkey } from "./list-factors.ts";
import { hasActiveSession } from "./sessions/session-conditions.ts";
import { writeInSession } from "./sessions/write-in-session.ts";

interface RenamedRow extends Record<string, unknown> {
  readonly created_at_ms: number;
  readonly last_used_at_ms: number | null;
}

/** Renames one of the caller's passkeys; only they see the name. Refuses with factor_not_found. */
export async function renamePasskey(
  ctx: ServiceContext,
  caller: Caller,
  { id, name }: { readonly id: PasskeyId; readonly name: string },
): Promise<Outcome<Passkey, "session_ended" | "account_suspended" | "factor_not_found">> {
  const now = ctx.nowMs();
  const rename = sql`
    WITH renamed AS (
      UPDATE passkeys SET name = ${name} WHERE id = ${id} AND user_id = ${caller.userId}
        AND ${hasActiveSession(caller)}
      RETURNING user_id, created_at, last_used_at
    ), event AS (
      ${auditEvent({ id: newId("aud", now), type: "passkey_renamed", userId: sql`user_id`, from: sql`renamed` })}
    )
    SELECT extract(epoch FROM created_at) * 1000 AS created_at_ms,
      extract(epoch FROM last_used_at) * 1000 AS last_used_at_ms FROM renamed`;
  const written = await writeInSession(ctx, caller, (db) => [db.execute<RenamedRow>(rename)]);
  if (!written.ok) return written;
  const [row] = written.value[0].rows;
  if (!row) return refuse("factor_not_found");
  const { created_at_ms: createdAtMs, last_used_at_ms: lastUsedAtMs } = row;
  return done({
    id,
    name,
    createdAt: new Date(Number(createdAtMs)),
    lastUsedAt: lastUsedAtMs === null ? null : new Date(Number(lastUsedAtMs)),
  });
}
