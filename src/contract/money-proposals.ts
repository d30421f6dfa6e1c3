import { z } from "zod";
import { MONEY_PROPOSAL_HOURS, TICKET_LENGTH_MAX } from "../domain/bounds.ts";
import { currencyOf } from "../domain/currency.ts";
import { fromWireId, type MoneyProposalId, toWireId } from "../domain/ids.ts";
import { formatAmount } from "../domain/money.ts";
import {
  ADJUSTMENT_DIRECTIONS,
  ADJUSTMENT_REASONS,
  type MoneyProposal,
  PROPOSAL_KINDS,
  REVERSAL_REASONS,
  SHORTFALL_RULES,
} from "../domain/money-proposal.ts";
import type { Page } from "../domain/page.ts";
import { moneyFields, toMoney } from "./amount.ts";
import { exampleId, idText, wireId } from "./ids.ts";
import { type ListScope, pagedList } from "./page.ts";

/** The path parameter of `/v1/admin/money-proposals/{id}`. */
export const MoneyProposalIdParam = z.object({ id: wireId("prp", "A proposal about money.") });

/** The operators' own case number. Not free text: it must contain no personal data. */
export const Ticket = z
  .string()
  .regex(
    new RegExp(`^[A-Za-z0-9][A-Za-z0-9._#-]{0,${TICKET_LENGTH_MAX - 1}}$`),
    "must be letters, digits and . _ # - without blanks",
  )
  .meta({ description: "The operators' own case number.", examples: ["CASE-1042"] });

/** POST /v1/admin/wallets/{id}/adjustments. */
export const ProposeAdjustment = z
  .strictObject({
    ...moneyFields,
    direction: z.enum(ADJUSTMENT_DIRECTIONS).meta({
      description: "`credit` adds to the wallet's balance, `debit` takes from it.",
    }),
    reason: z.enum(ADJUSTMENT_REASONS),
    ticket: Ticket.optional(),
    funding_event_id: wireId(
      "fev",
      "The event in suspense that the adjustment resolves: once.",
    ).optional(),
  })
  .transform(toMoney)
  .meta({ id: "ProposeAdjustmentRequest" });

/** POST /v1/admin/transactions/{id}/reversals. */
export const ProposeReversal = z
  .strictObject({
    reason: z.enum(REVERSAL_REASONS),
    shortfall: z.enum(SHORTFALL_RULES).meta({
      description:
        "What is done when the receiver has spent the money. `refuse`: nothing. `available`: what is available is taken. `loss_wallet`: the service pays the rest.",
    }),
    ticket: Ticket.optional(),
  })
  .meta({ id: "ProposeReversalRequest" });

export const MoneyProposalBody = z
  .object({
    id: idText("prp", "The proposal."),
    kind: z.enum(PROPOSAL_KINDS),
    user_id: idText("usr", "The user concerned."),
    wallet_id: idText("wal", "Their wallet."),
    amount: z.string().meta({ examples: ["250.00"] }),
    currency: z.string().meta({ examples: ["YEM"] }),
    direction: z.enum(ADJUSTMENT_DIRECTIONS).nullable().meta({ description: "Of an adjustment." }),
    reverses: idText("txn", "The transaction that a reversal undoes.").nullable(),
    shortfall: z.enum(SHORTFALL_RULES).nullable().meta({
      description: "What a reversal does when the money is spent.",
    }),
    reason: z.enum([...new Set([...ADJUSTMENT_REASONS, ...REVERSAL_REASONS])]),
    ticket: z
      .string()
      .nullable()
      .meta({ examples: ["CASE-1042"] }),
    funding_event_id: idText("fev", "The event in suspense that it resolves.").nullable(),
    proposed_by: idText("usr", "The admin who proposed it."),
    created_at: z.iso.datetime().meta({ examples: ["2026-11-23T09:30:00.000Z"] }),
    expires_at: z.iso.datetime().meta({
      description: `When it can no longer be approved: ${MONEY_PROPOSAL_HOURS} hours after it was made.`,
      examples: ["2026-11-24T09:30:00.000Z"],
    }),
  })
  .meta({ id: "MoneyProposal", description: "Money to be moved, which waits for a second admin." });

export const ApprovedProposalBody = MoneyProposalBody.extend({
  transaction_id: idText("txn", "The transaction that moved the money."),
}).meta({ id: "ApprovedProposal", description: "A proposal whose money has moved." });

// Version 2: a cursor's tag covers its position.
const proposals = pagedList<MoneyProposalId>({
  name: "money_proposals",
  version: 2,
  read: (text) => fromWireId("prp", text),
  write: (id) => toWireId("prp", id),
  example: exampleId("prp"),
});

/** The query of the list of proposals about money. */
export const MoneyProposalsQuery = z.strictObject(proposals.fields);

export const MoneyProposalsPage = proposals.schema(MoneyProposalBody, "MoneyProposalsPage");

/** The wire form of a proposal about money. */
export function moneyProposalBody(proposal: MoneyProposal): z.infer<typeof MoneyProposalBody> {
  const { reversesId, fundingEventId } = proposal;
  return {
    id: toWireId("prp", proposal.id),
    kind: proposal.kind,
    user_id: toWireId("usr", proposal.userId),
    wallet_id: toWireId("wal", proposal.walletId),
    amount: formatAmount(proposal.amountMinor, currencyOf(proposal.currency).exponent),
    currency: proposal.currency,
    direction: proposal.direction,
    reverses: reversesId && toWireId("txn", reversesId),
    shortfall: proposal.shortfall,
    reason: proposal.reason,
    ticket: proposal.ticket,
    funding_event_id: fundingEventId && toWireId("fev", fundingEventId),
    proposed_by: toWireId("usr", proposal.proposedBy),
    created_at: proposal.createdAt.toISOString(),
    expires_at: proposal.expiresAt.toISOString(),
  };
}

/** A page of proposals about money. */
export function moneyProposalsPage(
  page: Page<MoneyProposal, MoneyProposalId>,
  scope: ListScope,
): z.infer<typeof MoneyProposalsPage> {
  return proposals.body(page, scope, moneyProposalBody);
}
