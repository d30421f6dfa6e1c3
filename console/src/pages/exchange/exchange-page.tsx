import type { BodyOf, Operation, Rate, Transaction, Wallet } from "@mahfaza/client";
import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso";
import { api } from "../../api/client.ts";
import { useData } from "../../api/use-data.ts";
import { me } from "../../app/session.ts";
import { made } from "../../pay/made.ts";
import { stepUrl } from "../../pay/steps.ts";
import { isUnderWay, UnderWay } from "../../pay/under-way.tsx";
import { useDraft } from "../../pay/use-draft.ts";
import { type Payment, usePayment } from "../../pay/use-payment.ts";
import { useSteps } from "../../pay/use-steps.ts";
import { WhenLoaded } from "../../problems/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { SuspendedPage } from "../me/suspended-page.tsx";
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
import { t } from "./words.ts";

const PATH = "/exchange";

export type ExchangeBody = BodyOf<Operation<"/v1/exchanges", "post">>;
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
  const { state } = payment;

  useEffect(() => {
    const linked = prefilled(query);
    if (!linked) return;
    change(linked);
    route(PATH, true);
  }, [query]);

  useEffect(() => {
    if (state.kind !== "done") return;
    change({ amount: "" });
    route(stepUrl(PATH, "receipt", { id: state.data.id }), true);
  }, [state]);

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
  const suspension = me.value?.suspension;
  const wallets = useData("wallets", () => api.GET("/v1/wallets"));
  const rates = useRates();
  const loading = (
    <Page title={t().title} isFlow>
      <Skeleton form="rows" />
    </Page>
  );
  if (suspension) return <SuspendedPage title={t().title} suspension={suspension} />;
  return (
    <WhenLoaded of={wallets} loading={loading}>
      {({ data }) => (
        <WhenLoaded of={rates} loading={loading}>
          {(list) => <Steps {...props} wallets={data} rates={list.data} />}
        </WhenLoaded>
      )}
    </WhenLoaded>
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
  const change = (part: Partial<ExchangeDraft>) => {
    payment.reset();
    set(part);
  };
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
