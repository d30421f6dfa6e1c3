import type { components, Refund, TransactionDetails } from "@mahfaza/client";
import { api } from "../api/client.ts";
import { useData } from "../api/use-data.ts";
import { amountText } from "../i18n/amount.ts";
import { Amount } from "../ui/amount.tsx";
import { Button } from "../ui/button.tsx";
import { Copy } from "../ui/copy.tsx";
import { Notice } from "../ui/notice.tsx";
import { Details } from "../ui/page.tsx";
import { walletName } from "../ui/wallet-card.tsx";
import { ActReview } from "./act-review.tsx";
import { previewOf } from "./preview.ts";
import { refundWords as t } from "./refund-words.ts";
import { DRY_RUN, useDryRun } from "./use-dry-run.ts";
import type { Payment } from "./use-payment.ts";

export type RefundBody = components["schemas"]["RefundRequest"] & { readonly amount: string };

type RefundPreview = components["schemas"]["RefundPreview"];

interface RefundReviewProps {
  readonly transaction: TransactionDetails;
  readonly body: RefundBody;
  readonly payment: Payment<RefundBody, Refund>;
  /** Back to the form. */
  readonly onChange: () => void;
  readonly onClose: () => void;
}

/** What giving back will do, and the one button; then what was done. */
export function RefundReview(props: RefundReviewProps) {
  const { state } = props.payment;
  return state.kind === "done" ? (
    <RefundDone refund={state.data} onClose={props.onClose} />
  ) : (
    <BeforeRefund {...props} />
  );
}

function BeforeRefund({ transaction, body, payment, onChange }: RefundReviewProps) {
  const { id, refunds } = transaction;
  const currency = refunds?.currency ?? transaction.currency;
  const dryRun = useDryRun(JSON.stringify(body), () =>
    api.POST("/v1/transactions/{id}/refunds", {
      params: { path: { id } },
      headers: DRY_RUN,
      body,
    }),
  );
  return (
    <ActReview
      amount={body.amount}
      currency={currency}
      lines={useRefundLines(transaction, body, previewOf<RefundPreview>(dryRun.state))}
      text={<span class="small">{t().rate}</span>}
      button={t().give(amountText(body.amount, currency))}
      dryRun={dryRun}
      state={payment.state}
      onSend={() => payment.submit(body)}
      onAgain={payment.again}
      onChange={onChange}
    />
  );
}

function useRefundLines(
  transaction: TransactionDetails,
  body: RefundBody,
  preview: RefundPreview | null,
): Parameters<typeof Details>[0]["lines"] {
  const wallets = useData("wallets", () => api.GET("/v1/wallets"));
  const wallet = wallets.data?.data.find(({ id }) => id === transaction.to_wallet);
  const leg = preview?.legs[0];
  const currency = transaction.refunds?.currency ?? transaction.currency;
  return [
    [t().payment, <bdi class="copy-text">{transaction.reference}</bdi>],
    wallet && [t().from, <bdi dir="auto">{walletName(wallet)}</bdi>],
    leg && [t().after, <Amount value={leg.balance_after} currency={leg.currency} />],
    preview && [t().leftAfter, <Amount value={preview.refundable} currency={currency} />],
    body.note !== undefined && [t().note, <bdi dir="auto">{body.note}</bdi>],
  ];
}

interface RefundDoneProps {
  readonly refund: Refund;
  readonly onClose: () => void;
}

function RefundDone({ refund, onClose }: RefundDoneProps) {
  return (
    <>
      <Notice kind="good" title={t().done(amountText(refund.amount, refund.currency))}>
        {t().doneText}
      </Notice>
      <Details
        lines={[
          [t().reference, <Copy text={refund.reference} label={t().reference} />],
          [t().leftAfter, <Amount value={refund.refundable} currency={refund.currency} />],
        ]}
      />
      <Button kind="main" onClick={onClose}>
        {t().close}
      </Button>
    </>
  );
}
