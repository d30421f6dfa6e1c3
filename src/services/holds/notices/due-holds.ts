import { type SQL, sql } from "drizzle-orm";
import {
  HOLD_EXPIRING_HOURS,
  HOLD_NOTICED_HOURS_MIN,
  HOLDS_TOLD_AT_ONCE,
} from "../../../domain/bounds.ts";
import type { CurrencyCode } from "../../../domain/currency.ts";
import type { HoldId, UserId } from "../../../domain/ids.ts";
import type { HoldNotice } from "../../../domain/message.ts";

/** A hold of which its payer and its payee are to be told. */
export interface DueHold extends Record<string, unknown> {
  readonly id: HoldId;
  readonly kind: HoldNotice["kind"];
  readonly currency: CurrencyCode;
  /** Minor units, as text: what was not captured. */
  readonly rest: string;
  readonly expires_at_ms: number;
  readonly payer_id: UserId;
  readonly payee_id: UserId;
}

const hours = (count: number): SQL => sql.raw(`interval '${count} hours'`);

/**
 * Which holds each message is about, and what marks that it was sent. The conditions are those of
 * the indexes.
 */
export const NOTICES: Readonly<Record<HoldNotice["kind"], { due: SQL; mark: SQL; order: SQL }>> = {
  hold_expiring: {
    due: sql`state = 'open' AND expiring_told_for IS DISTINCT FROM expires_at
      AND expires_at - created_at >= ${hours(HOLD_NOTICED_HOURS_MIN)}
      AND expires_at > now() AND expires_at <= now() + ${hours(HOLD_EXPIRING_HOURS)}`,
    mark: sql`expiring_told_for = expires_at`,
    order: sql`expires_at`,
  },
  hold_expired: {
    due: sql`state = 'expired' AND expired_told_at IS NULL`,
    mark: sql`expired_told_at = now()`,
    order: sql`closed_at`,
  },
};

/** Holds of which nobody has told, HOLDS_TOLD_AT_ONCE at most. */
export function selectDueHolds(): SQL {
  const ofKind = (kind: HoldNotice["kind"]) => sql`(
      SELECT *, ${kind}::text AS kind FROM holds WHERE ${NOTICES[kind].due}
      ORDER BY ${NOTICES[kind].order} LIMIT ${HOLDS_TOLD_AT_ONCE}::int)`;
  return sql`
    SELECT h.id, h.kind, h.currency, (h.amount - h.captured)::text AS rest,
      (extract(epoch FROM h.expires_at) * 1000)::float8 AS expires_at_ms,
      payer.owner_id AS payer_id, payee.owner_id AS payee_id
    FROM (${ofKind("hold_expired")} UNION ALL ${ofKind("hold_expiring")}) AS h
    JOIN wallets payer ON payer.id = h.from_wallet_id
    JOIN wallets payee ON payee.id = h.to_wallet_id
    LIMIT ${HOLDS_TOLD_AT_ONCE}::int`;
}
