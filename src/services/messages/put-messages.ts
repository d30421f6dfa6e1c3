import { type SQL, sql } from "drizzle-orm";
import type { SealedMessage } from "./seal-message.ts";

/**
 * Lays messages into the outbox, as a part of the statement that does what they tell of: `person` names
 * its rows with the person's `id`, one or none; with none nothing is written.
 */
export function putMessages(messages: readonly SealedMessage[], person: SQL, at: SQL): SQL {
  return sql`
    INSERT INTO outbox_messages (id, user_id, kind, sealed, created_at, due_at, expires_at)
    SELECT m.id, person.id, m.kind, m.sealed, ${at}, ${at}, ${at} + make_interval(secs => m."ttlSeconds")
    FROM jsonb_to_recordset(${JSON.stringify(messages)}::jsonb)
      AS m (id uuid, kind text, sealed text, "ttlSeconds" int)
    CROSS JOIN ${person} AS person`;
}
