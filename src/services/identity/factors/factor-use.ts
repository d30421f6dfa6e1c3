import { type SQL, sql } from "drizzle-orm";
import { auditEvent } from "../../../db/audit-event.ts";
import { type AuditEventId, newId, type UserId } from "../../../domain/ids.ts";
import type { SecondFactor } from "../../../domain/second-factor.ts";
import { isRefusalRecorded } from "../../audit/refusal-event.ts";
import type { ServiceContext } from "../../context.ts";

/** A proof that was correct when checked. The statement that relies on it must also use it up. */
export interface FactorUse {
  readonly userId: UserId;
  readonly method: SecondFactor;
  /**
   * The UPDATE or DELETE, including its WHERE clause, that uses the proof up. It matches one row,
   * or none after a concurrent use. RETURNING is added by useFactorCtes.
   */
  readonly statement: SQL;
  /**
   * The table and WHERE clause of the challenge that the proof answers. It is taken together with
   * the proof, so a challenge uses up one proof. Null for a code, which answers none.
   */
  readonly challenge: SQL | null;
  /** The type of the audit event when the statement matches no row. */
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
 * CTEs that use a proof up if the condition `only` holds. `taken` has one row if the challenge of
 * the proof was open, or if it has none; without that row nothing is used up. `used` (user_id) has
 * one row if this statement used the proof. The rest of the statement must depend on that row, so
 * that of two concurrent uses only one has any effect. An audit event is written in both cases, of
 * refusals up to the hourly bound, but not for a challenge that a concurrent request has taken.
 */
export function useFactorCtes(use: FactorUse, only: SQL = sql`true`): SQL {
  const taken = use.challenge
    ? sql`DELETE FROM ${use.challenge} AND ${only} RETURNING hash`
    : sql`SELECT`;
  return sql`taken AS (${taken}), used AS (
      ${use.statement} AND ${only} AND EXISTS (SELECT FROM taken) RETURNING user_id
    ), used_event AS (
      ${auditEvent({
        id: use.eventId,
        type: sql`CASE WHEN EXISTS (SELECT FROM used)
          THEN 'second_factor_proven' ELSE ${use.refused} END`,
        userId: sql`p.id`,
        details: { method: use.method },
        from: sql`users p`,
        where: sql`p.id = ${use.userId} AND p.deleted_at IS NULL AND ${only}
          AND EXISTS (SELECT FROM taken)
          AND (EXISTS (SELECT FROM used) OR ${isRefusalRecorded(use.refused, sql`p.id`)})`,
      })}
      RETURNING id
    )`;
}

/**
 * An item of a FROM list, with one row. An audit event that selects from it is written after the
 * event of the proof: Postgres runs the writing CTEs of a statement in no defined order unless one
 * reads another.
 */
export const afterProofEvent = sql`(SELECT count(*) FROM used_event) AS proof`;

/** A condition: an earlier statement of this transaction has used the proof up. */
export function isFactorUsed({ eventId }: FactorUse): SQL {
  return sql`EXISTS (SELECT FROM audit_events
    WHERE id = ${eventId}::uuid AND type = 'second_factor_proven')`;
}
