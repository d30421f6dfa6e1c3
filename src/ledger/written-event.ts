// How a command that writes an audit event is found to be committed already.
import { sql } from "drizzle-orm";
import type { AuditEventId } from "../domain/ids.ts";
import type { LedgerTransaction } from "./prepared-statement.ts";

/**
 * Whether a command's audit event is written: then the command was committed before, and is
 * repeated because the reply to the first call was lost.
 */
export async function isEventWritten(tx: LedgerTransaction, id: AuditEventId): Promise<boolean> {
  const { rows } = await tx.execute(sql`SELECT FROM audit_events WHERE id = ${id}`);
  return rows.length === 1;
}
