import { asc, eq } from "drizzle-orm";
import { insertOperatorEvent, type OperatorAct, userAsSubject } from "../../db/operator.ts";
import { users, wallets } from "../../db/schema/index.ts";
import { walletColumns } from "../../db/wallet-row.ts";
import type { UserId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import { OPERATOR_ROLES } from "../../domain/user.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { type LookupRefusal, lookUp } from "./acts/look-up.ts";
import { type OperatorWalletView, operatorWalletView } from "./acts/operator-wallet-view.ts";

const LIST: OperatorAct = { roles: OPERATOR_ROLES, type: "wallets_looked_up" };

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
    db
      .select(walletColumns)
      .from(wallets)
      .where(eq(wallets.ownerId, userId))
      .orderBy(asc(wallets.id)),
  ]);
  if (!found.ok) return found;
  const [, [user], rows] = found.value;
  return user
    ? done(rows.map((row) => operatorWalletView(row, ctx.nowMs())))
    : refuse("user_not_found");
}
