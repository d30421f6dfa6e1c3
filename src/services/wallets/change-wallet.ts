import { eq, sql } from "drizzle-orm";
import { auditEvent } from "../../db/audit-event.ts";
import { wallets } from "../../db/schema/index.ts";
import { walletColumns, walletOf } from "../../db/wallet-row.ts";
import { newId, type WalletId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Wallet } from "../../domain/wallet.ts";
import { type ActWait, boundedAct, refusalOfAct } from "../audit/bounded-act.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { hasActiveSession } from "../identity/sessions/session-conditions.ts";
import { writeInSession } from "../identity/sessions/write-in-session.ts";
import { refuseWallet } from "./ownership/refuse-wallet.ts";

export interface WalletChange {
  /** Null removes the label; undefined leaves it unchanged. */
  readonly label?: string | null | undefined;
  readonly isDefault?: true | undefined;
}

export type WalletChangeRefusal =
  | "session_ended"
  | "account_suspended"
  | "wallet_not_found"
  | "wallet_closed"
  | "too_many_attempts";

/**
 * Changes the label of a wallet of the caller, or makes it the default of its currency. Values that
 * it has already change nothing. Refuses with wallet_not_found, wallet_closed, and
 * too_many_attempts (and the delay).
 */
export async function changeWallet(
  ctx: ServiceContext,
  caller: Caller,
  walletId: WalletId,
  change: WalletChange,
): Promise<Outcome<Wallet, WalletChangeRefusal>> {
  const changed = await write(ctx, caller, walletId, change);
  if (!changed.ok) return changed;
  const [, waiting, , , [wallet]] = changed.value;
  if (wallet?.ownerId !== caller.userId) return refuseWallet(ctx, caller, walletId, wallet);
  if (wallet.status === "closed") return refuse("wallet_closed");
  const { label = wallet.label, isDefault = wallet.isDefault } = change;
  const isDone = label === wallet.label && isDefault === wallet.isDefault;
  const refusal = refusalOfAct(waiting);
  return refusal && !isDone ? refusal : done(walletOf(wallet, ctx.nowMs()));
}

function write(
  ctx: ServiceContext,
  caller: Caller,
  walletId: WalletId,
  {
    label,
    isDefault = false,
  }: { label?: string | null | undefined; isDefault?: true | false | undefined },
) {
  const now = ctx.nowMs();
  const me = caller.userId;
  const bound = boundedAct(me, "wallet_changed");
  const target = sql`EXISTS (SELECT FROM wallets t WHERE t.id = ${walletId} AND t.owner_id = ${me}
    AND t.status <> 'closed' AND t.currency = wallets.currency)`;
  return writeInSession(ctx, caller, (db) => [
    // Locks both wallets in id order, as the ledger does; the old default may have the larger id.
    db.execute(sql`
      SELECT id FROM wallets
      WHERE owner_id = ${me} AND (is_default OR id = ${walletId}) AND ${hasActiveSession(caller)} AND ${target}
      ORDER BY id FOR NO KEY UPDATE`),
    db.execute<ActWait>(bound.read),
    db.execute(sql`
      UPDATE wallets SET is_default = false
      WHERE ${isDefault}::boolean AND owner_id = ${me} AND is_default AND id <> ${walletId}
        AND ${hasActiveSession(caller)} AND ${target} AND ${bound.isAllowed}`),
    db.execute(sql`
      WITH old AS (
        SELECT array_remove(ARRAY[
          CASE WHEN ${label !== undefined}::boolean AND label IS DISTINCT FROM ${label ?? null}::text
            THEN 'label' END,
          CASE WHEN ${isDefault}::boolean AND NOT is_default THEN 'is_default' END], NULL) AS fields
        FROM wallets WHERE id = ${walletId}
      ), changed AS (
        UPDATE wallets SET is_default = is_default OR ${isDefault}::boolean,
          label = CASE WHEN ${label !== undefined}::boolean THEN ${label ?? null}::text ELSE label END
        WHERE id = ${walletId} AND owner_id = ${me} AND status <> 'closed' AND ${hasActiveSession(caller)}
          AND (SELECT cardinality(fields) > 0 FROM old) AND ${bound.isAllowed}
        RETURNING id
      )
      ${auditEvent({
        id: newId("aud", now),
        type: "wallet_changed",
        userId: me,
        walletId: sql`id`,
        details: sql`jsonb_build_object('fields', fields)`,
        from: sql`changed, old`,
      })}`),
    db.select(walletColumns).from(wallets).where(eq(wallets.id, walletId)),
  ]);
}
