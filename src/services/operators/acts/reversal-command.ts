import { inArray } from "drizzle-orm";
import { users } from "../../../db/schema/index.ts";
import { userColumns, userOf } from "../../../db/user-row.ts";
import { verifiedContactsOf } from "../../../domain/contact.ts";
import type { UserId } from "../../../domain/ids.ts";
import type { Notice } from "../../../domain/message.ts";
import type { MoneyProposal } from "../../../domain/money-proposal.ts";
import { type ReversibleRow, selectReversible } from "../../../ledger/refund-reads.ts";
import type { MoneyRequest } from "../../commands/submit-money.ts";
import type { ServiceContext } from "../../context.ts";
import { sealMessages } from "../../messages/seal-message.ts";

/**
 * The command that carries out an approved reversal: from the wallet that received the money to the
 * wallet that paid it or, if that is closed, the payer's default one. Both people get a notice.
 */
export async function reversalCommand(
  ctx: ServiceContext,
  { id, amountMinor, currency, walletId, reversesId }: MoneyProposal,
): Promise<MoneyRequest> {
  if (!reversesId) throw new Error(`the proposal ${id} reverses nothing`);
  const { rows } = await ctx.db.execute<ReversibleRow>(selectReversible(reversesId));
  const [original] = rows;
  if (!original) throw new Error(`transaction ${reversesId} was not found`);
  const { payee_wallet_id: payeeId, payer_id, receiver_id, reference } = original;
  const people = [payer_id, receiver_id].filter((person) => person !== null);
  return {
    type: "REVERSAL",
    amountMinor,
    currency,
    from: { by: "id", walletId },
    to: payeeId && { by: "id", walletId: payeeId },
    note: null,
    links: { proposalId: id, originalId: reversesId },
    notices: await noticesOf(ctx, people, reference),
    // The proposal is approved once: it needs no key.
    idempotencyKey: null,
  };
}

/** The messages to the verified contacts of these people. */
async function noticesOf(
  ctx: ServiceContext,
  people: readonly UserId[],
  reference: string,
): Promise<Notice[]> {
  const rows = await ctx.db
    .select(userColumns)
    .from(users)
    .where(inArray(users.id, [...people]));
  const content = { kind: "payment_reversed", reference } as const;
  const sealed = rows.map(userOf).map(async (user) => {
    const messages = user ? await sealMessages(ctx, verifiedContactsOf(user), content) : [];
    return messages.map((message) => ({ ...message, userId: user?.id as UserId }));
  });
  return (await Promise.all(sealed)).flat();
}
