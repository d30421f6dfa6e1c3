import { fingerprintOf } from "../../crypto/fingerprint.ts";
import { COMMAND_MS_MAX } from "../../domain/bounds.ts";
import type { MoneyCommand, MoneyOutcome, WalletAddress } from "../../domain/command.ts";
import { newId, type WalletId } from "../../domain/ids.ts";
import type { Caller } from "../caller.ts";
import { knownWallets, routeCommand } from "../commands/route-command.ts";
import type { ServiceContext } from "../context.ts";

/** How often a command is routed again while its owner keeps changing the default wallet. */
const ROUTES_MAX = 10;

/** What a caller asks of their money, once the request is understood. */
export type MoneyRequest = Pick<
  MoneyCommand,
  "type" | "amountMinor" | "currency" | "from" | "to" | "note"
> & { readonly idempotencyKey: string | null };

/**
 * Makes one command of a request and sends it through the object of the wallet that it debits (a deposit:
 * credits). Whether the session is active, which wallets are named, who owns them and what they hold is
 * decided in the ledger, under lock.
 */
export async function postMoney(
  ctx: ServiceContext,
  caller: Caller,
  { idempotencyKey, ...request }: MoneyRequest,
): Promise<MoneyOutcome> {
  const createdAtMs = ctx.nowMs();
  const command: MoneyCommand = {
    ...request,
    kind: "money",
    transactionId: newId("txn", createdAtMs),
    createdAtMs,
    actorId: caller.userId,
    sessionId: caller.sessionId,
    idempotency:
      idempotencyKey === null ? null : { key: idempotencyKey, fingerprint: meaningOf(request) },
  };
  const own = request.from ?? request.to ?? { by: "default" };
  const walletId = await routeCommand(ctx, caller, own, request.currency);
  // Everybody has a wallet from the first day on: this token's person is not there.
  if (walletId === null) return { kind: "refused", code: "session_ended" };
  return submit(ctx, command, walletId);
}

/** Sends a command; when its wallet is no longer the caller's default one, through that wallet's object. */
async function submit(
  ctx: ServiceContext,
  command: MoneyCommand,
  walletId: WalletId,
): Promise<MoneyOutcome> {
  const deadlineMs = ctx.nowMs() + COMMAND_MS_MAX;
  let route = walletId;
  for (let tried = 0; tried < ROUTES_MAX; tried++) {
    const outcome = await ctx.wallets.submit(route, command, deadlineMs - ctx.nowMs());
    if (outcome.kind !== "misrouted") return outcome;
    route = outcome.walletId;
    knownWallets(ctx.config).rememberDefault(command.actorId, command.currency, route);
  }
  return { kind: "busy" };
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
