import type { Money, Transaction, Wallet } from "@mahfaza/client";
import type { ComponentChildren } from "preact";
import { api } from "../../api/client.ts";
import { amountText } from "../../i18n/amount.ts";
import { CountdownLine } from "../../pay/countdown-line.tsx";
import { isMendedByQuote } from "../../pay/judged.ts";
import { payWords } from "../../pay/pay-words.ts";
import { balanceAfter, needsProof, refusalOf } from "../../pay/preview.ts";
import { rateLines } from "../../pay/rate-lines.ts";
import { Review } from "../../pay/review.tsx";
import { without } from "../../pay/sums.ts";
import { DRY_RUN, useDryRun } from "../../pay/use-dry-run.ts";
import { useLimitLeft } from "../../pay/use-limit-left.ts";
import type { Payment } from "../../pay/use-payment.ts";
import { type HeldQuote, useQuote } from "../../pay/use-quote.ts";
import { sumOf } from "../../transfer/draft.ts";
import { Recipient } from "../../transfer/recipient.tsx";
import type { StepProps } from "../../transfer/recipient-step.tsx";
import { quoteBody, type TransferBody, transferBody } from "../../transfer/transfer-body.ts";
import { sendWords as t } from "../../transfer/words.ts";
import { Amount } from "../../ui/amount.tsx";
import { type DetailLines, Page } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { walletName } from "../../ui/wallet-card.tsx";
import { SamePaymentNotice } from "./same-payment-notice.tsx";
import { TransferRefused, type TransferRefusedProps } from "./transfer-refused.tsx";

export interface ReviewStepProps extends Omit<StepProps, "onNext"> {
  readonly payment: Payment<TransferBody, Transaction>;
  readonly onRecipient: () => void;
}

/** The last look before a payment: what the service says that it would do now. */
export function ReviewStep(props: ReviewStepProps) {
  const sum = sumOf(props.draft, props.wallets);
  return (
    <Page title={t().check} onBack={props.onBack} isFlow isTitleHidden>
      {sum && <SumReview {...props} from={sum.from} typed={sum.amount} />}
    </Page>
  );
}

interface SumReviewProps extends ReviewStepProps {
  readonly from: Wallet;
  readonly typed: Money;
}

function SumReview(props: SumReviewProps) {
  const { draft, from, typed } = props;
  const asked = quoteBody(draft, from, typed);
  const held = useQuote(asked);
  const quote = held.state.kind === "held" ? held.state.quote : null;
  const sum = asked ? quote && { quoteId: quote.id } : { amount: typed };
  const body = sum && transferBody(draft, from, sum);
  const dryRun = useDryRun(body && JSON.stringify(body), () =>
    api.POST("/v1/transfers", { body: body as TransferBody, headers: DRY_RUN }),
  );
  const quoteFailure = held.state.kind === "failed" ? held.state.failure : null;
  const own = { ...props, dryRun, held, isQuoted: asked !== null, quoteFailure };
  const amount = quote ? quote.source_amount : typed;
  if (body) return <ReadyReview {...own} body={body} amount={amount} />;
  return quoteFailure ? <TransferRefused {...own} /> : <Skeleton form="details" count={5} />;
}

interface ReadyReviewProps extends TransferRefusedProps {
  readonly from: Wallet;
  readonly body: TransferBody;
  /** What leaves the wallet. */
  readonly amount: Money;
}

function ReadyReview(props: ReadyReviewProps) {
  const { draft, from, amount, dryRun, held, isQuoted, payment } = props;
  const isRefused = refusalOf(dryRun.state) !== null || isFailed(props);
  const isLapsed = isQuoted && held.seconds === 0;
  const sendText = t().send(amountText(amount, from.currency));
  const pay = () => {
    // An expired quote is never sent: its time is looked at in the moment of the click.
    if (!isQuoted || held.isOpen()) return payment.submit(props.body);
    payment.reset();
    held.renew();
  };
  return (
    <Review
      head={<Recipient draft={draft} wallets={props.wallets} />}
      amount={amount}
      currency={from.currency}
      lines={useLines(props, isRefused)}
      warning={draft.by === "own" ? undefined : t().warning}
      button={isRefused ? null : isLapsed ? payWords().renew : sendText}
      isBusy={dryRun.state.kind === "asking" && !isLapsed}
      onPay={pay}
      overButton={isQuoted && <CountdownLine held={held} />}
    >
      {draft.by !== "own" && draft.recipient && !isRefused && (
        <SamePaymentNotice name={draft.recipient.name} amount={amount} currency={from.currency} />
      )}
      {needsProof(dryRun.state) && <p class="under-button">{t().proof}</p>}
      <TransferRefused {...props} />
    </Review>
  );
}

function useLines(props: ReadyReviewProps, isRefused: boolean) {
  const { draft, from, amount, dryRun, held, isQuoted } = props;
  const { currency } = from;
  const { note } = props.body;
  const left = useLimitLeft("out", draft.by === "own" ? null : amount, from);
  const after = balanceAfter(dryRun.state, from) ?? without(from.available, amount, currency);
  return [
    [t().from, <FromLine from={from} />],
    ...quoteLines(held),
    !isQuoted && [payWords().fee, payWords().none],
    !isRefused && [t().willHave, <Amount value={after} currency={currency} />],
    !isRefused &&
      left && [payWords().left[left.period], <Amount value={left.left} currency={currency} />],
    note !== undefined && [t().note, <bdi dir="auto">{note}</bdi>],
  ] as DetailLines;
}

/** Whether the payment failed in a way that the next quote, which this review has, does not mend. */
function isFailed({ payment: { state }, isQuoted }: TransferRefusedProps): boolean {
  return state.kind === "failed" && !(isQuoted && isMendedByQuote(state.failure));
}

function FromLine({ from }: { readonly from: Wallet }) {
  return (
    <>
      <bdi dir="auto">{walletName(from)}</bdi> · <Amount value={from.available} />
    </>
  );
}

function quoteLines({ state }: HeldQuote): (readonly [string, ComponentChildren] | null)[] {
  if (state.kind !== "held") return [];
  const { target_amount, to_currency, fee_amount, from_currency, rate } = state.quote;
  return [
    [t().theyGet, <Amount value={target_amount} currency={to_currency} />],
    [payWords().fee, <Amount value={fee_amount} currency={from_currency} />],
    ...(rate ? rateLines({ ...state.quote, from: from_currency, to: to_currency, rate }) : []),
  ];
}
