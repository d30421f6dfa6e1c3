import type { BodyOf, Operation, Rate, Transaction, Wallet } from "@mahfaza/client";
import { useLocation } from "preact-iso";
import { api } from "../../api/client.ts";
import { changing } from "../../pay/changing.ts";
import { made } from "../../pay/made.ts";
import { receiptUrl } from "../../pay/steps.ts";
import { isUnderWay, UnderWay } from "../../pay/under-way.tsx";
import { useDraft } from "../../pay/use-draft.ts";
import { useFilledByLink } from "../../pay/use-filled-by-link.ts";
import { type Payment, usePayment } from "../../pay/use-payment.ts";
import { useSteps } from "../../pay/use-steps.ts";
import { useToReceipt } from "../../pay/use-to-receipt.ts";
import { FormLoading, WithWallets } from "../../pay/with-wallets.tsx";
import { WhenLoaded } from "../../problems/loaded.tsx";
import {
  EMPTY_DRAFT,
  type ExchangeDraft,
  type ExchangeStep,
  pairOf,
  prefilled,
  STEPS,
  sumOf,
} from "./exchange.ts";
import { ExchangeForm } from "./exchange-form.tsx";
import { ExchangeReceipt } from "./exchange-receipt.tsx";
import { ExchangeReview } from "./exchange-review.tsx";
import { useRates } from "./use-rates.ts";
import { exchangeWords as t } from "./words.ts";

const PATH = "/exchange";

type ExchangeBody = BodyOf<Operation<"/v1/exchanges", "post">>;
export type ExchangePayment = Payment<ExchangeBody, Transaction>;

/** Exchanges money between own wallets at a rate that is held for half a minute. */
export function ExchangePage() {
  const { query, route } = useLocation();
  const isContinued = query.step !== undefined;
  const [draft, change] = useDraft<ExchangeDraft>("exchange", () => EMPTY_DRAFT, isContinued);
  const payment: ExchangePayment = usePayment({
    name: "exchange",
    send: (body: ExchangeBody, intent) => made(api.POST("/v1/exchanges", { body, intent })),
  });
  useFilledByLink({ path: PATH, read: prefilled, fill: change });
  useToReceipt(payment.state, ({ id }) => {
    change({ amount: "" });
    return receiptUrl(PATH, id);
  });

  if (query.step === "receipt" && query.id) {
    const again = () => {
      payment.reset();
      route(PATH);
    };
    return <ExchangeReceipt id={query.id} onAgain={again} />;
  }
  if (isUnderWay(payment)) {
    return <UnderWay title={t().title} payment={payment} />;
  }
  return <Form draft={draft} change={change} payment={payment} />;
}

interface FormProps {
  readonly draft: ExchangeDraft;
  readonly change: (part: Partial<ExchangeDraft>) => void;
  readonly payment: ExchangePayment;
}

function Form(props: FormProps) {
  const rates = useRates();
  return (
    <WithWallets title={t().title}>
      {(wallets) => (
        <WhenLoaded of={rates} loading={<FormLoading title={t().title} />}>
          {({ data }) => <Steps {...props} wallets={wallets} rates={data} />}
        </WhenLoaded>
      )}
    </WithWallets>
  );
}

interface StepsProps extends FormProps {
  readonly wallets: readonly Wallet[];
  readonly rates: readonly Rate[];
}

function Steps({ draft, payment, wallets, rates, change: set }: StepsProps) {
  const pair = pairOf(draft, wallets, rates);
  const sum = sumOf(draft, pair);
  const isDone = (step: ExchangeStep) => step === "amount" && sum !== null;
  const { step, go, back } = useSteps({ path: PATH, steps: STEPS, isDone });
  const change = changing(payment, set);
  return step === "review" && sum ? (
    <ExchangeReview key={step} sum={sum} payment={payment} onBack={back} />
  ) : (
    <ExchangeForm
      key="amount"
      draft={draft}
      change={change}
      pair={pair}
      wallets={wallets}
      rates={rates}
      onBack={back}
      onNext={() => go("review")}
    />
  );
}
