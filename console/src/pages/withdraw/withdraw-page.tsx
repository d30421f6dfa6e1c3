import { FundingFlow } from "../funding/funding-flow.tsx";

/** Takes money out. */
export function WithdrawPage() {
  return <FundingFlow kind="withdrawal" />;
}
