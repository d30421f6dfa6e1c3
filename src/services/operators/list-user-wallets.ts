import { asc, eq } from "drizzle-orm";
import { insertOperatorEvent, type OperatorAct, userAsSubject } from "../../db/operator.ts";
import { users, wallets } from "../../db/schema/index.ts";
import { walletOf } from "../../db/wallet-row.ts";
import type { Freeze } from "../../domain/freeze.ts";
import type { UserId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import { OPERATOR_ROLES } from "../../domain/user.ts";
import type { Wallet } from "../../domain/wallet.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { type LookupRefusal, lookUp } from "./acts/look-up.ts";

const LIST: OperatorAct = { roles: OPERATOR_ROLES, type: "wallets_looked_up" };

/** A wallet as an operator sees it. */
export interface OperatorWalletView {
  readonly wallet: Wallet;
  readonly freeze: Freeze | null;
}

/** All wallets of a user, oldest first; closed ones too: at most WALLETS_EVER_PER_USER_MAX. */
export async function listUserWallets(
  ctx: ServiceContext,
  caller: Caller,
  userId: UserId,
): Promise<Outcome<OperatorWalletView[], LookupRefusal | "user_not_found">> {
  const from = userAsSubject(caller, LIST, userId);
  const found = await lookUp(ctx, caller, LIST, userId, (db) => [
    db.execute(insertOperatorEvent(caller, LIST, { from }, ctx.nowMs())),
    db.select({ id: users.id }).from(users).where(eq(users.id, userId)),
    db.select().from(wallets).where(eq(wallets.ownerId, userId)).orderBy(asc(wallets.id)),
  ]);
  if (!found.ok) return found;
  const [, [user], rows] = found.value;
  return user
    ? done(rows.map((row) => operatorWalletView(row, ctx.nowMs())))
    : refuse("user_not_found");
}

/**
 * A wallet row as an operator sees it, with its freeze if that has not expired at `nowMs` (Unix
 * ms).
 */
export function operatorWalletView(
  row: typeof wallets.$inferSelect,
  nowMs: number,
): OperatorWalletView {
  const wallet = walletOf(row, nowMs);
  const { freezeReason: reason, frozenUntil: until } = row;
  const { freezeScope: scope } = wallet;
  return { wallet, freeze: scope && reason ? { reason, scope, until } : null };
}
