import { fingerprintOf } from "../../crypto/fingerprint.ts";
import type { MoneyCommand, MoneyOutcome, WalletAddress } from "../../domain/command.ts";
import { newId } from "../../domain/ids.ts";
import type { Caller } from "../caller.ts";
import type { ServiceContext } from "../context.ts";

/** What a caller asks of their money, once the request is understood. */
export type MoneyRequest = Pick<
  MoneyCommand,
  "type" | "amountMinor" | "currency" | "from" | "to" | "note"
> & { readonly idempotencyKey: string | null };

/**
 * Makes one command of a request and sends it through the object of the caller's wallets. Whether the
 * session lives, which wallets are named, whose they are and what they hold is decided in the ledger,
 * under lock.
 */
export function postMoney(
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
  return ctx.wallets.submit(command);
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
