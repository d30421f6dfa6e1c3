import { type SQL, sql } from "drizzle-orm";

/** Whether no approved adjustment has resolved an event in suspense. */
export function isUnresolved(eventId: SQL): SQL {
  return sql`NOT EXISTS (SELECT FROM money_proposals p
    WHERE p.funding_event_id = ${eventId} AND p.decision = 'approved')`;
}
