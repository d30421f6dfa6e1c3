import type { Quote, Wallet } from "@mahfaza/client";
import type { Failure } from "../../api/answer.ts";
import { api } from "../../api/client.ts";
import { amountText, percentText } from "../../i18n/amount.ts";
import { shortPercent } from "../../i18n/basis-points.ts";
import { CountdownLine } from "../../pay/countdown-line.tsx";
import { isMendedByQuote } from "../../pay/judged.ts";
import { payWords } from "../../pay/pay-words.ts";
import { PaymentFailure } from "../../pay/payment-failure.tsx";
import { balanceAfter, needsProof, refusalOf } from "../../pay/preview.ts";
import { rateLines } from "../../pay/rate-lines.ts";
import { Refused } from "../../pay/refused.tsx";
import { Review, ReviewHead } from "../../pay/review.tsx";
import { DRY_RUN, useDryRun } from "../../pay/use-dry-run.ts";
import { useLimitLeft } from "../../pay/use-limit-left.ts";
import { type HeldQuote, useQuote } from "../../pay/use-quote.ts";
import { Amount } from "../../ui/amount.tsx";
import { type DetailLines, Page } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { walletName } from "../../ui/wallet-card.tsx";
import type { ExchangeSum } from "./exchange.ts";
import type { ExchangePayment } from "./exchange-page.tsx";
import { exchangeWords as t } from "./words.ts";

interface ExchangeReviewProps {
  readonly sum: ExchangeSum;
  readonly payment: ExchangePayment;
  readonly onBack: () => void;
}

/** A quote with its countdown. Once it has lapsed, the button asks for the next one. */
export function ExchangeReview({ sum, payment, onBack }: ExchangeReviewProps) {
  const { from, to, amount, side } = sum;
  const held = useQuote({ from_wallet_id: from.id, to_wallet_id: to.id, amount, side });
  return (
    <Page title={t().check} onBack={onBack} isFlow isTitleHidden>
      {held.state.kind === "asking" && <Skeleton form="details" count={5} />}
      {held.state.kind === "failed" && (
        <Refused failure={held.state.failure} onAgain={held.renew} onChange={onBack} />
      )}
      {held.state.kind === "held" && (
        <QuoteReview
          key={held.state.quote.id}
          {...{ sum, payment, onBack, held }}
          quote={held.state.quote}
        />
      )}
    </Page>
  );
}

interface QuoteReviewProps extends ExchangeReviewProps {
  readonly held: HeldQuote;
  readonly quote: Quote;
}

function QuoteReview({ sum, payment, onBack, held, quote }: QuoteReviewProps) {
  const { from, to } = sum;
  const body = { quote_id: quote.id, from_wallet_id: from.id, to_wallet_id: to.id };
  const dryRun = useDryRun(quote.id, () => api.POST("/v1/exchanges", { body, headers: DRY_RUN }));
  const isLapsed = held.seconds === 0;
  const failure = currentRefusal(payment, dryRun.state);
  const renew = () => {
    payment.reset();
    held.renew();
  };
  // An expired quote is never sent: its time is looked at in the moment of the click.
  const pay = () => (held.isOpen() ? payment.submit(body) : renew());
  const sendText = t().button(amountText(quote.source_amount, from.currency));
  return (
    <Review
      isOwn
      overButton={<CountdownLine held={held} />}
      head={<ReviewHead icon="swap" title={t().title} />}
      amount={quote.source_amount}
      currency={from.currency}
      lines={useLines(sum, quote, balanceAfter(dryRun.state, from))}
      button={failure ? null : isLapsed ? payWords().renew : sendText}
      isBusy={dryRun.state.kind === "asking" && !isLapsed}
      onPay={pay}
    >
      {!failure && payment.state.kind === "failed" && (
        // It was sent with the quote before this one.
        <PaymentFailure failure={payment.state.failure} />
      )}
      {needsProof(dryRun.state) && <p class="under-button">{t().proof}</p>}
      {failure && <Refused failure={failure} onAgain={dryRun.again} onChange={onBack} />}
    </Review>
  );
}

/** Why the exchange cannot be made: its own refusal, else that of the dry run. */
function currentRefusal(
  { state }: ExchangePayment,
  dryRun: ReturnType<typeof useDryRun>["state"],
): Failure | null {
  if (state.kind === "failed" && !isMendedByQuote(state.failure)) return state.failure;
  return refusalOf(dryRun);
}

function useLines({ from, to }: ExchangeSum, quote: Quote, after: string | null) {
  const left = useLimitLeft("out", quote.source_amount, from);
  const { rate } = quote;
  return [
    [t().youGet, <Amount value={quote.target_amount} currency={to.currency} />],
    [payWords().fee, rate ? feeText(quote, from.currency, rate.fee_basis_points) : payWords().none],
    ...(rate
      ? rateLines({ ...quote, from: from.currency, to: to.currency, rate })
      : [[t().rate, oneToOne(from, to)]]),
    [t().from, <bdi dir="auto">{walletName(from)}</bdi>],
    [t().to, <bdi dir="auto">{walletName(to)}</bdi>],
    after !== null && [t().willHave, <Amount value={after} currency={from.currency} />],
    left && [payWords().left[left.period], <Amount value={left.left} currency={from.currency} />],
  ] as DetailLines;
}

function feeText({ fee_amount }: Quote, currency: string, basisPoints: number): string {
  return t().feeLine(amountText(fee_amount, currency), percentText(shortPercent(basisPoints)));
}

function oneToOne(from: Wallet, to: Wallet): string {
  return `${amountText("1", from.currency)} = ${amountText("1", to.currency)}`;
}
