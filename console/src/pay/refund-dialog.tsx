import { exponentOf, type Refund, type TransactionDetails } from "@mahfaza/client";
import { useState } from "preact/hooks";
import { api } from "../api/client.ts";
import { amountText } from "../i18n/amount.ts";
import { readTypedAmount } from "../i18n/typed-amount.ts";
import { AmountField } from "../ui/amount-field.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { made } from "./made.ts";
import { NOTE_LENGTH_MAX } from "./note-length.ts";
import { type RefundBody, RefundReview } from "./refund-review.tsx";
import { refundWords as t } from "./refund-words.ts";
import { partFault } from "./spendable.ts";
import { useCheckedForm } from "./use-checked-form.ts";
import { usePayment } from "./use-payment.ts";

/** Names the refund of one payment, so that it is taken up again after a reload. */
export function refundForm(id: string): string {
  return `refund:${id}`;
}

interface RefundDialogProps {
  /** A payment that the person received, of which `refunds.refundable` is left. */
  readonly transaction: TransactionDetails;
  readonly onClose: () => void;
  /** Called once with the refund; the dialog shows that it is done until it is closed. */
  readonly onDone?: (refund: Refund) => void;
}

/** Gives back a payment that was received, or a part of it: amount, review, one button. */
export function RefundDialog({ transaction, onClose, onDone }: RefundDialogProps) {
  const { id, refunds } = transaction;
  const [body, setBody] = useState<RefundBody | null>(null);
  const [typed, setTyped] = useState(refunds?.refundable ?? "");
  const [note, setNote] = useState("");
  const payment = usePayment<RefundBody, Refund>({
    name: refundForm(id),
    send: (sent, intent) =>
      made(
        api.POST("/v1/transactions/{id}/refunds", {
          params: { path: { id } },
          body: sent,
          intent,
        }),
      ),
    ...(onDone && { onDone }),
  });
  if (!refunds) return null;
  // A refund that was sent before a reload is taken up again, with what was asked then.
  const shown = payment.state.kind === "open" ? body : payment.state.body;
  return (
    <Dialog title={t().title} onClose={onClose}>
      {shown ? (
        <RefundReview
          transaction={transaction}
          body={shown}
          payment={payment}
          onChange={() => {
            payment.reset();
            setBody(null);
          }}
          onClose={onClose}
        />
      ) : (
        <RefundForm
          refunds={refunds}
          typed={typed}
          onTyped={setTyped}
          note={note}
          onNote={setNote}
          onReview={setBody}
        />
      )}
    </Dialog>
  );
}

interface RefundFormProps {
  readonly refunds: NonNullable<TransactionDetails["refunds"]>;
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  readonly note: string;
  readonly onNote: (note: string) => void;
  readonly onReview: (body: RefundBody) => void;
}

function RefundForm({ refunds, typed, onTyped, note, onNote, onReview }: RefundFormProps) {
  const { currency, refundable } = refunds;
  const amount = readTypedAmount(typed, exponentOf(currency));
  const most = amountText(refundable, currency);
  const fault = partFault(amount, currency, refundable);
  const { isTried, submit } = useCheckedForm(fault === null && amount.value, (value) =>
    onReview({ amount: value, ...(note.trim() && { note: note.trim() }) } as RefundBody),
  );
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <AmountField
        label={t().amount}
        value={typed}
        onValue={onTyped}
        currency={currency}
        hint={t().left(most)}
        error={isTried ? fault : null}
        autofocus
      />
      <Field
        label={t().note}
        hint={t().noteHint}
        value={note}
        onValue={onNote}
        maxLength={NOTE_LENGTH_MAX}
        autocomplete="off"
      />
      <Button kind="main" type="submit">
        {t().review}
      </Button>
    </form>
  );
}
