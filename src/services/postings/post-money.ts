import { and, eq } from "drizzle-orm";
import { fingerprintOf } from "../../crypto/fingerprint.ts";
import { faultOf } from "../../db/postgres-error.ts";
import { wallets } from "../../db/schema/index.ts";
import {
  type MoneyCommand,
  type MoneyOutcome,
  ownSide,
  type WalletAddress,
} from "../../domain/command.ts";
import { newId, type WalletId } from "../../domain/ids.ts";
import type { Caller } from "../caller.ts";
import type { ServiceContext } from "../context.ts";

/** What a caller asks of their money, once the request is understood. */
export type MoneyRequest = Pick<
  MoneyCommand,
  "type" | "amountMinor" | "currency" | "from" | "to" | "note"
> & { readonly idempotencyKey: string | null };

/**
 * Makes one command of a request and sends it through the object of the caller's own wallet. Whether
 * the session lives, whose wallets they are and what they hold is decided in the ledger, under lock.
 */
export async function postMoney(
  ctx: ServiceContext,
  caller: Caller,
  { idempotencyKey, ...request }: MoneyRequest,
): Promise<MoneyOutcome> {
  const createdAtMs = ctx.nowMs();
  const command: MoneyCommand = {
    ...request,
    transactionId: newId("txn", createdAtMs),
    createdAtMs,
    actorId: caller.userId,
    sessionId: caller.sessionId,
    idempotency:
      idempotencyKey === null ? null : { key: idempotencyKey, fingerprint: meaningOf(request) },
  };
  return ctx.wallets.submit(await ownWalletId(ctx, command), command);
}

/** The request's meaning: two requests that would do the same are the same. */
function meaningOf(request: Omit<MoneyRequest, "idempotencyKey">): string {
  const { type, amountMinor, currency, from, to, note } = request;
  const parts = [type, amountMinor.toString(), currency, ...address(from), ...address(to), note];
  return fingerprintOf(parts);
}

function address(side: WalletAddress | null): [string | null, string | null] {
  if (side === null) return [null, null];
  if (side.by === "id") return [side.by, side.walletId];
  return [side.by, side.by === "phone" ? side.phone : null];
}

/**
 * Which object to queue at. Null when the caller has no such wallet, which the ledger will refuse, and
 * when the look-up fails: it only chooses the queue, and the ledger finds the wallet under lock anyway.
 */
async function ownWalletId(ctx: ServiceContext, command: MoneyCommand): Promise<WalletId | null> {
  const own = ownSide(command);
  if (own.by === "id") return own.walletId;
  try {
    const [found] = await ctx.db
      .select({ id: wallets.id })
      .from(wallets)
      .where(
        and(
          eq(wallets.ownerId, command.actorId),
          eq(wallets.currency, command.currency),
          wallets.isDefault,
        ),
      );
    return found?.id ?? null;
  } catch (error) {
    console.warn({ event: "wallet_not_looked_up", fault: faultOf(error) });
    return null;
  }
}
