import type { MoneyCommand } from "../../domain/command.ts";
import { holdIdOf } from "../../domain/funding.ts";
import type { TransactionId } from "../../domain/ids.ts";
import { unixMs } from "../../domain/instant.ts";
import type { FundingIntent } from "./find-intent.ts";

/** The time in the first 48 bits of an identifier, which the ledger stores as created_at. */
const createdAtMsOf = (id: TransactionId) =>
  unixMs(Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16));

/**
 * A command of the service for the owner of a deposit or withdrawal: without a session, so that the
 * ledger requires what the provider has signed instead.
 */
export function serviceCommand(
  { paysUnverifiedPhones }: { readonly paysUnverifiedPhones: boolean },
  { id, userId, walletId, amountMinor, currency }: FundingIntent,
  type: "DEPOSIT" | "WITHDRAW" | "RELEASE",
  transactionId: TransactionId,
): MoneyCommand {
  const wallet = { by: "id", walletId } as const;
  const isDeposit = type === "DEPOSIT";
  return {
    kind: "money",
    transactionId,
    createdAtMs: createdAtMsOf(transactionId),
    type,
    actorId: userId,
    sessionId: null,
    amountMinor,
    currency,
    from: isDeposit ? null : wallet,
    to: isDeposit ? wallet : null,
    links: isDeposit ? { fundingId: id } : { fundingId: id, holdId: holdIdOf(id) },
    note: null,
    idempotency: null,
    recipientCounterKey: null,
    reachesUnverifiedPhones: paysUnverifiedPhones,
    isDryRun: false,
  };
}
