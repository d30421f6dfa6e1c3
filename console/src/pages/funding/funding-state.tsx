import { Tag } from "../../ui/tag.tsx";
import { type Funding, type FundingKind, isOpen } from "./funding.ts";
import { fundingWords as t } from "./words.ts";

interface FundingStateProps {
  readonly kind: FundingKind;
  readonly of: Funding;
}

/** The state in words. */
export function stateText({ kind, of: { status } }: FundingStateProps): string {
  const states: Readonly<Record<string, string>> = t().states[kind];
  return states[status] ?? status;
}

export function FundingState(props: FundingStateProps) {
  const { status } = props.of;
  const tone = isOpen(props.of) ? "wait" : status === "succeeded" ? "good" : "bad";
  return <Tag kind={tone}>{stateText(props)}</Tag>;
}
