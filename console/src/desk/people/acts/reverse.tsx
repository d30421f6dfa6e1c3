import type { components } from "@mahfaza/client";
import { useState } from "preact/hooks";
import { api } from "../../../api/client.ts";
import { amountText } from "../../../i18n/amount.ts";
import { words } from "../../../i18n/words.ts";
import { Choice } from "../../../ui/choice.tsx";
import { Proposed } from "../../proposals/proposed.tsx";
import { OperatorAct } from "../../ui/operator-act.tsx";
import { ReasonField } from "../../ui/reason-field.tsx";
import { isTicket } from "../../ui/ticket.ts";
import { TicketField } from "../../ui/ticket-field.tsx";
import {
  REVERSAL_REASON,
  type ReversalReason,
  SHORTFALL,
  type Shortfall,
} from "../../words/money.ts";
import { optionsOf } from "../../words/name.ts";

const t = words({
  en: {
    title: "Propose a reversal",
    what: "It returns all that earlier refunds and reversals left, with the fee of an exchange, on frozen wallets too.",
    shortfall: "If the recipient has spent it",
    submit: "Propose the reversal",
    done: (amount: string) =>
      `The reversal of ${amount} is proposed. Another admin must approve it within 24 hours; no money has moved.`,
  },
  ar: {
    title: "اقتراح عكس العملية",
    what: "يعيد كل ما لم يُردّ من قبل، مع رسوم الصرف، وفي المحافظ المجمّدة أيضًا.",
    shortfall: "إذا كان المستلم قد أنفق المبلغ",
    submit: "اقتراح العكس",
    done: (amount: string) =>
      `اقتُرح عكس ${amount}. يجب أن يوافق مدير آخر خلال 24 ساعة؛ لم يُنقل أي مال بعد.`,
  },
});

interface ReverseProps {
  readonly of: components["schemas"]["WatchedTransaction"];
  readonly onClose: () => void;
}

/** Proposes to undo a transaction. */
export function Reverse({ of: { id }, onClose }: ReverseProps) {
  const [reason, setReason] = useState<ReversalReason | null>(null);
  const [shortfall, setShortfall] = useState<Shortfall>("refuse");
  const [ticket, setTicket] = useState("");
  const { title, what, submit } = t();
  return (
    <OperatorAct
      texts={{ title, what, submit, done: outcomeOf }}
      needsSecond
      isDanger
      isComplete={reason !== null && isTicket(ticket)}
      send={() =>
        api.POST("/v1/admin/transactions/{id}/reversals", {
          params: { path: { id } },
          body: { reason: reason as ReversalReason, shortfall, ...(ticket && { ticket }) },
        })
      }
      changes={["desk:proposals:money", "desk:health"]}
      onClose={onClose}
      fields={(isTried) => (
        <>
          <ReasonField
            value={reason}
            onValue={setReason}
            options={optionsOf(REVERSAL_REASON)}
            isTried={isTried}
          />
          <Choice
            label={t().shortfall}
            value={shortfall}
            options={optionsOf(SHORTFALL)}
            onValue={setShortfall}
          />
          <TicketField value={ticket} onValue={setTicket} isTried={isTried} />
        </>
      )}
    />
  );
}

function outcomeOf({ amount, currency }: components["schemas"]["MoneyProposal"]) {
  return <Proposed kind="money">{t().done(amountText(amount, currency))}</Proposed>;
}
