import type { ComponentChildren } from "preact";
import type { TypedAnswer } from "../../api/answer.ts";
import { words } from "../../i18n/words.ts";
import { OperatorAct } from "../ui/operator-act.tsx";

const t = words({
  en: {
    approve: "Approve the proposal",
    reject: "Reject the proposal",
    withdraw: "Withdraw the proposal",
    approveWhat: "It takes effect at once.",
    rejectWhat: "Nothing changes, and the proposal is gone.",
    approved: "Approved. It is in effect.",
    rejected: "The proposal is gone. Nothing has changed.",
  },
  ar: {
    approve: "الموافقة على الاقتراح",
    reject: "رفض الاقتراح",
    withdraw: "سحب الاقتراح",
    approveWhat: "يسري فورًا.",
    rejectWhat: "لا يتغيّر شيء ويُحذف الاقتراح.",
    approved: "تمّت الموافقة، وسرى الاقتراح.",
    rejected: "حُذف الاقتراح ولم يتغيّر شيء.",
  },
});

export type Decision = "approve" | "reject" | "withdraw";

interface DecisionProps {
  readonly decision: Decision;
  readonly what: ComponentChildren;
  readonly send: () => Promise<TypedAnswer<unknown>>;
  readonly changes: readonly string[];
  readonly onClose: () => void;
}

/** One decision on a proposal. */
export function DecisionDialog({ decision, what, ...act }: DecisionProps) {
  const isApproval = decision === "approve";
  return (
    <OperatorAct
      {...act}
      texts={{
        title: t()[decision],
        what: (
          <>
            <strong>{what}</strong>
            <br />
            {isApproval ? t().approveWhat : t().rejectWhat}
          </>
        ),
        done: isApproval ? t().approved : t().rejected,
      }}
      isDanger={decision === "reject"}
    />
  );
}
