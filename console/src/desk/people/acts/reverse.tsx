import type { components } from "@mahfaza/client";
import { useState } from "preact/hooks";
import { api } from "../../../api/client.ts";
import { invalidate } from "../../../api/use-data.ts";
import { amountText } from "../../../i18n/amount.ts";
import { words } from "../../../i18n/words.ts";
import { Choice } from "../../../ui/choice.tsx";
import { act } from "../../proven.ts";
import { ActDialog } from "../../ui/act-dialog.tsx";
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
    list: "Open the proposals",
  },
  ar: {
    title: "اقتراح عكس العملية",
    what: "يعيد كل ما لم يُردّ من قبل، مع رسوم الصرف، وفي المحافظ المجمّدة أيضًا.",
    shortfall: "إذا كان المستلم قد أنفق المبلغ",
    submit: "اقتراح العكس",
    done: (amount: string) =>
      `اقتُرح عكس ${amount}. يجب أن يوافق مدير آخر خلال 24 ساعة؛ لم يُنقل أي مال بعد.`,
    list: "فتح الاقتراحات",
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
  const [isTried, setTried] = useState(false);
  return (
    <ActDialog
      title={t().title}
      onClose={onClose}
      what={t().what}
      needsSecond
      submit={t().submit}
      isDanger
      isComplete={() => {
        setTried(true);
        return reason !== null && isTicket(ticket);
      }}
      send={() =>
        act(() =>
          api.POST("/v1/admin/transactions/{id}/reversals", {
            params: { path: { id } },
            body: { reason: reason as ReversalReason, shortfall, ...(ticket && { ticket }) },
          }),
        )
      }
      onDone={() => invalidate("desk:proposals:money", "desk:health")}
      outcome={({ amount, currency }) => (
        <>
          {t().done(amountText(amount, currency))} <a href="/desk/proposals/money">{t().list}</a>
        </>
      )}
    >
      <ReasonField
        value={reason}
        onValue={setReason}
        options={optionsOf(REVERSAL_REASON)}
        isMissing={isTried}
      />
      <Choice
        label={t().shortfall}
        value={shortfall}
        options={optionsOf(SHORTFALL)}
        onValue={setShortfall}
      />
      <TicketField value={ticket} onValue={setTicket} isTried={isTried} />
    </ActDialog>
  );
}
