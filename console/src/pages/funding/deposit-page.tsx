import { FundingFlow } from "./funding-flow.tsx";

/** Brings money in. */
export function DepositPage() {
  return <FundingFlow kind="deposit" />;
}
