import { type RequestFingerprint, requestFingerprint } from "../../crypto/request-fingerprint.ts";
import { COMMAND_MS_MAX } from "../../domain/bounds.ts";
import type { MoneyCommand, MoneyOutcome, WalletAddress } from "../../domain/command.ts";
import { newId, type WalletId } from "../../domain/ids.ts";
import { routeCommand, walletCache } from "../commands/route-command.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { recipientCounterKey } from "./recipient-counter.ts";

/** How often a command is routed again while its owner keeps changing the default wallet. */
const ROUTES_MAX = 10;

/**
 * A deposit, withdrawal or transfer as the caller asked for it; amounts in minor units of
 * `currency`.
 */
export type MoneyRequest = Pick<
  MoneyCommand,
  "type" | "amountMinor" | "currency" | "from" | "to" | "note"
> & { readonly idempotencyKey: string | null };

/**
 * Deposits, withdraws or transfers: makes one command of the request and sends it through the
 * object of the wallet that it debits (a deposit: credits). The ledger checks session, ownership,
 * recipient and balance under lock. Refusals: domain/refusal.ts.
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
      idempotencyKey === null ? null : { key: idempotencyKey, ...fingerprintOf(ctx, request) },
    recipientCounterKey: request.type === "TRANSFER" ? recipientCounterKey(ctx, caller) : null,
    reachesUnverifiedPhones: ctx.config.paysUnverifiedPhones,
  };
  const own = request.from ?? request.to ?? { by: "default" };
  const walletId = await routeCommand(ctx, caller, own, request.currency);
  // Every user has a wallet from registration on, so the user of this token was deleted.
  if (walletId === null) return { kind: "refused", code: "session_ended" };
  return submit(ctx, command, walletId);
}

/**
 * Sends a command; when the ledger answers `misrouted`, sends it again through the wallet it named.
 */
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
    walletCache(ctx.config).rememberDefault(command.actorId, command.currency, route);
  }
  return { kind: "busy" };
}

/**
 * A hash of all fields of a request: two requests with the same effect have the same fingerprint.
 */
function fingerprintOf(
  { config }: Pick<ServiceContext, "config">,
  request: Omit<MoneyRequest, "idempotencyKey">,
): RequestFingerprint {
  const { type, amountMinor, currency, from, to, note } = request;
  const parts = [type, amountMinor.toString(), currency, ...address(from), ...address(to), note];
  return requestFingerprint(config.fingerprintKey, parts);
}

function address(side: WalletAddress | null): [string | null, string | null] {
  if (side === null) return [null, null];
  if (side.by === "id") return [side.by, side.walletId];
  return [side.by, side.by === "phone" ? side.phone : null];
}
