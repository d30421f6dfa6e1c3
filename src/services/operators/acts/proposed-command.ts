import type { MoneyProposal, ProposalKind } from "../../../domain/money-proposal.ts";
import type { MoneyRequest } from "../../commands/submit-money.ts";
import type { ServiceContext } from "../../context.ts";
import { reversalCommand } from "./reversal-command.ts";

/** The command that carries out an approved adjustment. */
function adjustment(proposal: MoneyProposal): MoneyRequest {
  const { id, amountMinor, currency, direction, walletId } = proposal;
  const wallet = { by: "id", walletId } as const;
  return {
    type: "ADJUSTMENT",
    amountMinor,
    currency,
    from: direction === "debit" ? wallet : null,
    to: direction === "credit" ? wallet : null,
    note: null,
    links: { proposalId: id },
    // The proposal is approved once: it needs no key.
    idempotencyKey: null,
  };
}

/** The command that carries out an approved proposal, by its kind. */
export const PROPOSED_COMMANDS: Readonly<
  Record<ProposalKind, (ctx: ServiceContext, proposal: MoneyProposal) => Promise<MoneyRequest>>
> = {
  adjustment: async (_ctx, proposal) => adjustment(proposal),
  reversal: reversalCommand,
};
