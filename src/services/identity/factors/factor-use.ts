import { type SQL, sql } from "drizzle-orm";
import { auditEvent } from "../../../db/audit-event.ts";
import { type AuditEventId, newId, type UserId } from "../../../domain/ids.ts";
import type { SecondFactor } from "../../../domain/second-factor.ts";
import type { ServiceContext } from "../../context.ts";

/** A proof that looked right, to be used up by the statement that it admits to. */
export interface FactorUse {
  readonly userId: UserId;
  readonly method: SecondFactor;
  /**
   * The UPDATE or DELETE, with all of its WHERE, that uses the proof up: it finds one row unless another use
   * was faster. RETURNING is added.
   */
  readonly statement: SQL;
  /** What the audit log calls it when it finds none. */
  readonly refused: "second_factor_refused" | "passkey_counter_refused";
  readonly eventId: AuditEventId;
}

export function newFactorUse(
  { nowMs }: Pick<ServiceContext, "nowMs">,
  use: Omit<FactorUse, "eventId">,
): FactorUse {
  return { ...use, eventId: newId("aud", nowMs()) };
}

/**
 * CTEs that use a proof up, once, where `only` holds: `used` (user_id) has a row when this statement is the
 * one that did. What the proof admits to asks for that row in the same statement, so that of two uses at once
 * one wins whole. The audit log says either way.
 */
export function useFactorCtes(use: FactorUse, only: SQL = sql`true`): SQL {
  return sql`used AS (
      ${use.statement} AND ${only} RETURNING user_id
    ), used_event AS (
      ${auditEvent({
        id: use.eventId,
        type: sql`CASE WHEN EXISTS (SELECT FROM used)
          THEN 'second_factor_proven' ELSE ${use.refused} END`,
        userId: sql`p.id`,
        details: { method: use.method },
        from: sql`users p`,
        where: sql`p.id = ${use.userId} AND p.deleted_at IS NULL AND ${only}`,
      })}
      RETURNING id
    )`;
}

/**
 * An item of a FROM list, one row, which makes an event of the same statement follow the proof's: Postgres
 * runs CTEs that write in no stated order unless one reads another.
 */
export const afterProofEvent = sql`(SELECT count(*) FROM used_event) AS proof`;

/** Whether a proof was used up by a statement before this one in its transaction. */
export function isFactorUsed({ eventId }: FactorUse): SQL {
  return sql`EXISTS (SELECT FROM audit_events
    WHERE id = ${eventId}::uuid AND type = 'second_factor_proven')`;
}

/** Writes down that a proof of this person's did not hold. */
export async function recordFactorRefusal(
  { db, nowMs }: Pick<ServiceContext, "db" | "nowMs">,
  userId: UserId,
  method: SecondFactor,
): Promise<void> {
  await db.execute(
    auditEvent({
      id: newId("aud", nowMs()),
      type: "second_factor_refused",
      userId: sql`id`,
      details: { method },
      from: sql`users`,
      where: sql`id = ${userId} AND deleted_at IS NULL`,
    }),
  );
}
