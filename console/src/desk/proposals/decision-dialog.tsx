import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Answer } from "../../api/answer.ts";
import { words } from "../../i18n/words.ts";
import { ActDialog } from "../ui/act-dialog.tsx";

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
  readonly send: () => Promise<Answer<unknown>>;
  readonly onDecided: () => void;
  readonly onClose: () => void;
}

/** One decision on a proposal. The list is read again when the outcome was seen. */
export function DecisionDialog({ decision, what, send, onDecided, onClose }: DecisionProps) {
  const [isDone, setDone] = useState(false);
  const isApproval = decision === "approve";
  const close = () => {
    onClose();
    if (isDone) onDecided();
  };
  return (
    <ActDialog
      title={t()[decision]}
      onClose={close}
      what={
        <>
          <strong>{what}</strong>
          <br />
          {isApproval ? t().approveWhat : t().rejectWhat}
        </>
      }
      submit={t()[decision]}
      isDanger={decision === "reject"}
      send={send}
      onDone={() => setDone(true)}
      outcome={() => (isApproval ? t().approved : t().rejected)}
    />
  );
}
