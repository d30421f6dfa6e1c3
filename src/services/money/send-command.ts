import type { MoneyCommand, MoneyOutcome, WalletAddress } from "../../domain/command.ts";
import type { CurrencyCode } from "../../domain/currency.ts";
import { newId } from "../../domain/ids.ts";
import { afterEffect } from "../../domain/statement-effect.ts";
import { routeCommand } from "../commands/route-command.ts";
import { submitMoney } from "../commands/submit-money.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { type RecipientRow, recipientRows } from "./recipient-rows.ts";

/**
 * Sends a command through the object of the caller's wallet that it changes. A transfer by phone may
 * open a wallet for its recipient, where the settings say so; refused, it tells the recipient's other
 * currencies.
 */
export async function sendCommand(
  ctx: ServiceContext,
  caller: Caller,
  command: MoneyCommand,
  own: WalletAddress,
): Promise<MoneyOutcome> {
  const walletId = await routeCommand(ctx, caller, own, command.currency);
  // Every user has a wallet from registration on, so the user of this token was deleted.
  if (walletId === null) return { kind: "refused", code: "session_ended" };
  const outcome = await submitMoney(ctx, openingFor(ctx, command), walletId);
  return withCurrencies(ctx, caller, command, outcome);
}

/** The command with the id of the wallet that it may open for a recipient. */
function openingFor({ config }: ServiceContext, command: MoneyCommand): MoneyCommand {
  const mayOpen = config.opensWalletsForRecipients && isToPhone(command);
  return mayOpen ? { ...command, opensWalletId: newId("wal", command.createdAtMs) } : command;
}

const isToPhone = ({ type, to }: MoneyCommand): boolean =>
  (type === "TRANSFER" || type === "HOLD") && to?.by === "phone";

/**
 * Adds to a refusal of a recipient, named by phone, the other currencies in which they can be paid
 * now, as the check of a recipient shows them. The ledger has counted the refusal, so it tells no
 * more people than the check does; a replay is not counted, and is told none. Every such refusal
 * reads them, whatever its reason.
 */
async function withCurrencies(
  ctx: ServiceContext,
  caller: Caller,
  command: MoneyCommand,
  outcome: MoneyOutcome,
): Promise<MoneyOutcome> {
  const { to, currency, toCurrency = currency } = command;
  const isNew = outcome.kind === "previewed" || (outcome.kind === "recorded" && !outcome.isReplay);
  if (!isNew) return outcome;
  const isRefused = outcome.transaction.failureCode === "recipient_not_found";
  if (!isRefused || !isToPhone(command) || to?.by !== "phone") return outcome;
  const read = ctx.db.execute<RecipientRow>(recipientRows(ctx, caller, to));
  const { rows } = await afterEffect(read);
  const currencies = rows[0]?.currencies.filter((code: CurrencyCode) => code !== toCurrency) ?? [];
  return currencies.length > 0 ? { ...outcome, recipientCurrencies: currencies } : outcome;
}
