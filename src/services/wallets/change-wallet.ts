import { eq, sql } from "drizzle-orm";
import { auditEvent } from "../../db/audit-event.ts";
import { wallets } from "../../db/schema/index.ts";
import { walletOf } from "../../db/wallet-row.ts";
import { newId, type WalletId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Wallet } from "../../domain/wallet.ts";
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
  | "wallet_closed";

/** Changes the label of a wallet of the caller, or makes it the default of its currency. */
export async function changeWallet(
  ctx: ServiceContext,
  caller: Caller,
  walletId: WalletId,
  change: WalletChange,
): Promise<Outcome<Wallet, WalletChangeRefusal>> {
  const changed = await write(ctx, caller, walletId, change);
  if (!changed.ok) return changed;
  const [, , , [wallet]] = changed.value;
  if (wallet?.ownerId !== caller.userId) return refuseWallet(ctx, caller, walletId, wallet);
  return wallet.status === "closed" ? refuse("wallet_closed") : done(walletOf(wallet, ctx.nowMs()));
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
  const fields = [...(label === undefined ? [] : ["label"]), ...(isDefault ? ["is_default"] : [])];
  const target = sql`EXISTS (SELECT FROM wallets t WHERE t.id = ${walletId} AND t.owner_id = ${me}
    AND t.status <> 'closed' AND t.currency = wallets.currency)`;
  return writeInSession(ctx, caller, (db) => [
    // Locks both wallets in id order, as the ledger does; the old default may have the larger id.
    db.execute(sql`
      SELECT id FROM wallets
      WHERE owner_id = ${me} AND (is_default OR id = ${walletId}) AND ${hasActiveSession(caller)} AND ${target}
      ORDER BY id FOR NO KEY UPDATE`),
    db.execute(sql`
      UPDATE wallets SET is_default = false
      WHERE ${isDefault}::boolean AND owner_id = ${me} AND is_default AND id <> ${walletId}
        AND ${hasActiveSession(caller)} AND ${target}`),
    db.execute(sql`
      WITH changed AS (
        UPDATE wallets SET is_default = is_default OR ${isDefault}::boolean,
          label = CASE WHEN ${label !== undefined}::boolean THEN ${label ?? null}::text ELSE label END
        WHERE id = ${walletId} AND owner_id = ${me} AND status <> 'closed' AND ${hasActiveSession(caller)}
        RETURNING id
      )
      ${auditEvent({
        id: newId("aud", now),
        type: "wallet_changed",
        userId: me,
        walletId: sql`id`,
        details: { fields },
        from: sql`changed`,
      })}`),
    db.select().from(wallets).where(eq(wallets.id, walletId)),
  ]);
}
