import { type RequestFingerprint, requestFingerprint } from "../../crypto/request-fingerprint.ts";
import { COMMAND_MS_MAX } from "../../domain/bounds.ts";
import type { MoneyCommand, MoneyOutcome, WalletAddress } from "../../domain/command.ts";
import { newId, type WalletId } from "../../domain/ids.ts";
import type { Notice } from "../../domain/message.ts";
import { isAmountDecided } from "../../domain/terms.ts";
import type { Links } from "../../domain/transaction.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { walletCache } from "./route-command.ts";

/** How often a command is routed again while its owner keeps changing the default wallet. */
const ROUTES_MAX = 10;

/** What a caller asks of the ledger; amounts in minor units of `currency`. */
export type MoneyRequest = Pick<
  MoneyCommand,
  "type" | "amountMinor" | "currency" | "from" | "to" | "note" | "terms"
> & {
  readonly links?: Links;
  readonly notices?: readonly Notice[];
  readonly idempotencyKey: string | null;
  readonly isDryRun?: boolean;
};

/**
 * The command of a request, with an id of its own. A request that names a recipient has the key of
 * the caller's counter of unknown ones.
 */
export function moneyCommand(
  ctx: ServiceContext,
  caller: Caller,
  { idempotencyKey, links = {}, isDryRun = false, ...request }: MoneyRequest,
  recipientCounterKey: string | null = null,
): MoneyCommand {
  const createdAtMs = ctx.nowMs();
  const fingerprint = () => fingerprintOf(ctx, { ...request, links });
  return {
    ...request,
    links,
    isDryRun,
    kind: "money",
    transactionId: newId("txn", createdAtMs),
    createdAtMs,
    actorId: caller.userId,
    sessionId: caller.sessionId,
    idempotency: idempotencyKey === null ? null : { key: idempotencyKey, ...fingerprint() },
    recipientCounterKey,
    reachesUnverifiedPhones: ctx.config.paysUnverifiedPhones,
  };
}

/**
 * Sends a command through the object of this wallet; when the ledger answers `misrouted`, sends it
 * again through the wallet it named.
 */
export async function submitMoney(
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
 * Links and terms are added only if there are any, so that stored fingerprints keep their meaning.
 * What the service found (a wallet of a refund's payer, how much is left of a hold or payment) is
 * not part of it: it can change before the request is repeated.
 */
function fingerprintOf(
  { config }: Pick<ServiceContext, "config">,
  request: Pick<
    MoneyCommand,
    "type" | "amountMinor" | "currency" | "from" | "to" | "note" | "links" | "terms"
  >,
): RequestFingerprint {
  const { type, currency, from, note, terms } = request;
  const amount = isAmountDecided(terms) ? "all" : request.amountMinor.toString();
  const to = type === "REFUND" ? null : request.to;
  const parts = [type, amount, currency, ...address(from), ...address(to), note];
  const links = Object.entries(request.links).sort().flat();
  const asked = Object.entries(terms ?? {})
    .sort()
    .flat()
    .map(String);
  return requestFingerprint(config.fingerprintKey, [...parts, ...links, ...asked]);
}

function address(side: WalletAddress | null): [string | null, string | null] {
  if (side === null) return [null, null];
  if (side.by === "id") return [side.by, side.walletId];
  return [side.by, side.by === "phone" ? side.phone : null];
}
