import { type SQL, sql } from "drizzle-orm";
import type { FreezeReason } from "../../../domain/freeze.ts";
import type { UserId } from "../../../domain/ids.ts";
import type { Tier } from "../../../domain/limit.ts";
import type { Phone } from "../../../domain/phone.ts";
import { suspensionOf } from "../../../domain/suspension.ts";
import type { Account, Role } from "../../../domain/user.ts";

export interface AccountRow extends Record<string, unknown> {
  readonly id: UserId;
  readonly username: string | null;
  readonly phone: Phone | null;
  readonly role: Role;
  readonly tier: Tier;
  readonly created_at_ms: number;
  readonly deleted_at_ms: number | null;
  readonly suspended_at_ms: number | null;
  readonly suspension_reason: FreezeReason | null;
}

/** The accounts of users `t` for which the condition holds. */
export function selectAccounts(condition: SQL): SQL {
  return sql`
    SELECT t.id, t.username, t.phone, t.role, t.tier,
      (extract(epoch FROM t.created_at) * 1000)::float8 AS created_at_ms,
      (extract(epoch FROM t.deleted_at) * 1000)::float8 AS deleted_at_ms,
      (extract(epoch FROM t.suspended_at) * 1000)::float8 AS suspended_at_ms, t.suspension_reason
    FROM users t WHERE ${condition} ORDER BY t.id`;
}

const dateOf = (unixMs: number | null) => (unixMs === null ? null : new Date(Number(unixMs)));

export function accountOf(row: AccountRow): Account {
  const { id, username, phone, role, created_at_ms: createdAtMs, deleted_at_ms: deletedAtMs } = row;
  return {
    id,
    username,
    phone,
    role,
    tier: row.tier,
    createdAt: new Date(Number(createdAtMs)),
    deletedAt: dateOf(deletedAtMs),
    suspension: suspensionOf(dateOf(row.suspended_at_ms), row.suspension_reason),
  };
}
