import { sql } from "drizzle-orm";
import { auditEvent } from "../../db/audit-event.ts";
import { newId, type PasskeyId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import { type ActWait, boundedAct, refusalOfAct } from "../audit/bounded-act.ts";
import type { Caller, ServiceContext } from "../context.ts";
import type { Passkey } from "./list-factors.ts";
import { hasActiveSession } from "./sessions/session-conditions.ts";
import { writeInSession } from "./sessions/write-in-session.ts";

interface RenamedRow extends Record<string, unknown> {
  readonly created_at_ms: number;
  readonly last_used_at_ms: number | null;
  /** Whether the passkey has the name, now or before. */
  readonly is_named: boolean;
}

/**
 * Renames one of the caller's passkeys; only they see the name. The same name again changes
 * nothing. Refuses with factor_not_found, and with too_many_attempts (and the delay).
 */
export async function renamePasskey(
  ctx: ServiceContext,
  caller: Caller,
  { id, name }: { readonly id: PasskeyId; readonly name: string },
): Promise<
  Outcome<Passkey, "session_ended" | "account_suspended" | "factor_not_found" | "too_many_attempts">
> {
  const now = ctx.nowMs();
  const bound = boundedAct(caller.userId, "passkey_renamed");
  const named = sql`passkeys WHERE id = ${id} AND user_id = ${caller.userId}`;
  const rename = sql`
    WITH renamed AS (
      UPDATE passkeys SET name = ${name} WHERE id = ${id} AND user_id = ${caller.userId}
        AND name <> ${name} AND ${hasActiveSession(caller)} AND ${bound.isAllowed}
      RETURNING user_id
    ), event AS (
      ${auditEvent({ id: newId("aud", now), type: "passkey_renamed", userId: sql`user_id`, from: sql`renamed` })}
    )
    SELECT extract(epoch FROM created_at) * 1000 AS created_at_ms,
      extract(epoch FROM last_used_at) * 1000 AS last_used_at_ms,
      EXISTS (SELECT FROM renamed) OR name = ${name} AS is_named FROM ${named}`;
  const written = await writeInSession(ctx, caller, (db) => [
    db.execute<ActWait>(bound.read),
    db.execute<RenamedRow>(rename),
  ]);
  if (!written.ok) return written;
  const [waiting, { rows }] = written.value;
  const [row] = rows;
  if (!row) return refuse("factor_not_found");
  const refusal = refusalOfAct(waiting);
  if (refusal && !row.is_named) return refusal;
  const { created_at_ms: createdAtMs, last_used_at_ms: lastUsedAtMs } = row;
  return done({
    id,
    name,
    createdAt: new Date(Number(createdAtMs)),
    lastUsedAt: lastUsedAtMs === null ? null : new Date(Number(lastUsedAtMs)),
  });
}
