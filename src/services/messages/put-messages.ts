import { type SQL, sql } from "drizzle-orm";
import type { SealedMessage } from "./seal-message.ts";

/**
 * The INSERT of messages as a CTE of the statement that makes the change they report: both commit
 * together. `person` selects the receiver's `id`, one row or none; without a row nothing is
 * inserted.
 */
export function putMessages(messages: readonly SealedMessage[], person: SQL, at: SQL): SQL {
  return sql`
    INSERT INTO messages (id, user_id, kind, sealed, created_at, due_at, expires_at)
    SELECT m.id, person.id, m.kind, m.sealed, ${at}, ${at}, ${at} + make_interval(secs => m."ttlSeconds")
    FROM jsonb_to_recordset(${JSON.stringify(messages)}::jsonb)
      AS m (id uuid, kind text, sealed text, "ttlSeconds" int)
    CROSS JOIN ${person} AS person`;
}
