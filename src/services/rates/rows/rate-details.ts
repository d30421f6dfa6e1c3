import { type MoneyProposalId, toWireId, type UserId } from "../../../domain/ids.ts";
import { type RateTerms, ratioText } from "../../../domain/rate.ts";

/** The details of an audit event about a rate. */
export function rateDetails(
  terms: RateTerms,
  more: { readonly proposal?: MoneyProposalId; readonly proposedBy?: UserId } = {},
): Record<string, string> {
  return {
    pair: [terms.base, terms.counter, ...(terms.market ? [terms.market] : [])].join(" "),
    rate: ratioText(terms),
    unit: terms.unit.toString(),
    spread_basis_points: `${terms.spreadBasisPoints}`,
    fee_basis_points: `${terms.feeBasisPoints}`,
    ...(more.proposal && { proposal: toWireId("prp", more.proposal) }),
    ...(more.proposedBy && { proposed_by: toWireId("usr", more.proposedBy) }),
  };
}
