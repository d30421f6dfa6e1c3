import { FundingFlow } from "./funding-flow.tsx";

/** Takes money out. */
export function WithdrawPage() {
  return <FundingFlow kind="withdrawal" />;
}
