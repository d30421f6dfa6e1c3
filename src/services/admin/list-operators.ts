import { sql } from "drizzle-orm";
import { OPERATORS_LISTED_MAX } from "../../domain/limits.ts";
import { done, type Outcome } from "../../domain/outcome.ts";
import type { Account } from "../../domain/user.ts";
import type { Caller } from "../caller.ts";
import type { ServiceContext } from "../context.ts";
import { type AccountRow, accountOf, selectAccounts } from "./account-row.ts";
import { actAsOperator, type OperatorRefusal } from "./act-as-operator.ts";
import { type OperatorAct, recordAct, whileOperator } from "./operator.ts";

const LIST: OperatorAct = { roles: ["admin"], type: "operators_listed" };

/** Who has a role, for the review of who should: oldest account first, OPERATORS_LISTED_MAX at most. */
export async function listOperators(
  ctx: ServiceContext,
  caller: Caller,
): Promise<Outcome<Account[], OperatorRefusal>> {
  const from = sql`SELECT ${caller.userId}::uuid AS user_id, NULL::uuid AS wallet_id
    WHERE ${whileOperator(caller, LIST)}`;
  const found = await actAsOperator(ctx, caller, LIST, (db) => [
    db.execute(recordAct(caller, LIST, { from }, ctx.nowMs())),
    db.execute<AccountRow>(
      sql`${selectAccounts(sql`t.role <> 'user'`)} LIMIT ${OPERATORS_LISTED_MAX}`,
    ),
  ]);
  return found.ok ? done(found.value[1].rows.map(accountOf)) : found;
}
