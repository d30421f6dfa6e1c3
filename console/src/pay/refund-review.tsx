import type { components, Refund, TransactionDetails } from "@mahfaza/client";
import { api } from "../api/client.ts";
import { useData } from "../api/use-data.ts";
import { amountText } from "../i18n/amount.ts";
import { FailureNotice } from "../problems/failure-notice.tsx";
import { Amount } from "../ui/amount.tsx";
import { Button } from "../ui/button.tsx";
import { Copy } from "../ui/copy.tsx";
import { Notice } from "../ui/notice.tsx";
import { Details } from "../ui/page.tsx";
import { walletName } from "../ui/wallet-card.tsx";
import { refundWords as t } from "./refund-words.ts";
import type { Payment } from "./use-payment.ts";
import { DRY_RUN, type Preview, usePreview } from "./use-preview.ts";

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
  const { state } = payment;
  const preview = usePreview<RefundPreview>(
    JSON.stringify(body),
    () =>
      api.POST("/v1/transactions/{id}/refunds", {
        params: { path: { id }, ...DRY_RUN },
        body,
      }) as Promise<{ data?: RefundPreview; error?: unknown }>,
  );
  const failure = state.kind === "failed" ? state.failure : preview.failure;
  const onAgain = state.kind === "failed" ? payment.again : preview.reload;
  return (
    <>
      <p class="big-amount">
        <Amount value={body.amount} currency={currency} />
      </p>
      <ReviewDetails transaction={transaction} body={body} preview={preview} />
      <p class="quiet small">{t().rate}</p>
      {failure && (
        <FailureNotice failure={failure} {...(failure.kind !== "problem" && { onAgain })} />
      )}
      <Button
        kind="main"
        isBusy={state.kind === "sending"}
        disabled={preview.isLoading || preview.failure?.kind === "problem"}
        onClick={() => payment.submit(body)}
      >
        {t().give(amountText(body.amount, currency))}
      </Button>
      <p class="under-button">{t().once}</p>
      {state.kind !== "sending" && failure?.kind !== "unknown" && (
        <Button kind="quiet" onClick={onChange}>
          {t().change}
        </Button>
      )}
    </>
  );
}

interface ReviewDetailsProps {
  readonly transaction: TransactionDetails;
  readonly body: RefundBody;
  readonly preview: Preview<RefundPreview>;
}

function ReviewDetails({ transaction, body, preview }: ReviewDetailsProps) {
  const wallets = useData("wallets", () => api.GET("/v1/wallets"));
  const wallet = wallets.data?.data.find(({ id }) => id === transaction.to_wallet);
  const leg = preview.data?.legs[0];
  const refundable = preview.data?.refundable;
  const currency = transaction.refunds?.currency ?? transaction.currency;
  return (
    <Details
      lines={[
        [t().payment, <bdi class="num">{transaction.reference}</bdi>],
        wallet && [t().from, <bdi dir="auto">{walletName(wallet)}</bdi>],
        leg && [t().after, <Amount value={leg.balance_after} currency={leg.currency} />],
        refundable !== undefined && [
          t().leftAfter,
          <Amount value={refundable} currency={currency} />,
        ],
        body.note !== undefined && [t().note, <bdi dir="auto">{body.note}</bdi>],
      ]}
    />
  );
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
