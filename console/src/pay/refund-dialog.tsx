import {
  type components,
  exponentOf,
  type Money,
  type Refund,
  type TransactionDetails,
} from "@mahfaza/client";
import { useState } from "preact/hooks";
import { api } from "../api/client.ts";
import { useWallets } from "../api/use-wallets.ts";
import { amountText } from "../i18n/amount.ts";
import { readTypedAmount } from "../i18n/typed-amount.ts";
import { Amount } from "../ui/amount.tsx";
import { AmountField } from "../ui/amount-field.tsx";
import { Button } from "../ui/button.tsx";
import { Copy } from "../ui/copy.tsx";
import type { DetailLines } from "../ui/page.tsx";
import { useCheckedForm } from "../ui/use-checked-form.ts";
import { walletName } from "../ui/wallet-card.tsx";
import { ActDialog } from "./act-dialog.tsx";
import { noteOf } from "./note.ts";
import { NoteField } from "./note-field.tsx";
import { payWords } from "./pay-words.ts";
import type { FormName } from "./payment-forms.ts";
import { refundWords as t } from "./refund-words.ts";
import { partFault } from "./spendable.ts";

type Schemas = components["schemas"];
type RefundBody = Schemas["RefundRequest"] & { readonly amount: Money };
type RefundPreview = Schemas["RefundPreview"];
type Refunds = NonNullable<TransactionDetails["refunds"]>;

/** Names the refund of one payment, so that it is taken up again after a reload. */
export function refundFormName(id: string): FormName {
  return `refund:${id}`;
}

interface RefundDialogProps {
  /** A payment that the person received, and what is left of it to refund. */
  readonly transaction: TransactionDetails;
  readonly refunds: Refunds;
  readonly onClose: () => void;
}

/** Gives back a payment that was received, or a part of it: amount, review, one button. */
export function RefundDialog({ transaction, refunds, onClose }: RefundDialogProps) {
  const { id } = transaction;
  const [typed, setTyped] = useState<string>(refunds.refundable);
  const [note, setNote] = useState("");
  const wallet = useReceiver(transaction);
  return (
    <ActDialog<RefundBody, Refund | RefundPreview>
      title={t().title}
      name={refundFormName(id)}
      onClose={onClose}
      start={null}
      form={(onReview) => (
        <RefundForm
          refunds={refunds}
          values={{ typed, note }}
          onTyped={setTyped}
          onNote={setNote}
          onReview={onReview}
        />
      )}
      post={(body, init) =>
        api.POST("/v1/transactions/{id}/refunds", {
          params: { path: { id } },
          body,
          ...init,
        })
      }
      look={(body, preview) => ({
        amount: body.amount,
        currency: refunds.currency,
        text: <span class="small">{t().rate}</span>,
        lines: [
          [t().payment, <bdi class="copy-text">{transaction.reference}</bdi>],
          wallet && [t().from, <bdi dir="auto">{walletName(wallet)}</bdi>],
          ...previewLines(preview, refunds),
          body.note !== undefined && [t().note, <bdi dir="auto">{body.note}</bdi>],
        ],
        button: t().give(amountText(body.amount, refunds.currency)),
      })}
      done={({ amount, currency, reference, refundable }) => ({
        title: t().done(amountText(amount, currency)),
        text: t().doneText,
        lines: [
          [t().reference, <Copy text={reference} label={t().reference} />],
          [t().leftAfter, <Amount value={refundable} currency={currency} />],
        ],
      })}
    />
  );
}

/** The wallet that received the payment, and gives it back. */
function useReceiver({ to_wallet }: TransactionDetails) {
  const wallets = useWallets();
  return wallets.data?.data.find(({ id }) => id === to_wallet);
}

function previewLines(preview: RefundPreview | null, { currency }: Refunds): DetailLines {
  const leg = preview?.legs[0];
  return [
    leg && [t().after, <Amount value={leg.balance_after} currency={leg.currency} />],
    preview && [t().leftAfter, <Amount value={preview.refundable} currency={currency} />],
  ];
}

interface RefundFormProps {
  readonly refunds: Refunds;
  readonly values: { readonly typed: string; readonly note: string };
  readonly onTyped: (typed: string) => void;
  readonly onNote: (note: string) => void;
  readonly onReview: (body: RefundBody) => void;
}

function RefundForm({ refunds, values, onTyped, onNote, onReview }: RefundFormProps) {
  const { currency, refundable } = refunds;
  const amount = readTypedAmount(values.typed, exponentOf(currency));
  const fault = partFault(amount, currency, refundable);
  const { isTried, submit } = useCheckedForm(fault === null && amount.value, (value) =>
    onReview({ amount: value as Money, ...noteOf(values.note) }),
  );
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <AmountField
        label={t().amount}
        value={values.typed}
        onValue={onTyped}
        currency={currency}
        hint={t().left(amountText(refundable, currency))}
        error={isTried ? fault : null}
        autofocus
      />
      <NoteField label={t().note} hint={t().noteHint} value={values.note} onValue={onNote} />
      <Button kind="main" type="submit">
        {payWords().review}
      </Button>
    </form>
  );
}
