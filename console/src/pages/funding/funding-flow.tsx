import type { Transaction, Wallet } from "@mahfaza/client";
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
  type Funding,
  type FundingDraft,
  type FundingKind,
  type FundingStep,
  isRequestId,
  prefilled,
  STEPS,
  sumOf,
} from "./funding.ts";
import { FundingForm } from "./funding-form.tsx";
import { FundingList } from "./funding-list.tsx";
import { FundingPage } from "./funding-page.tsx";
import { FundingReceipt } from "./funding-receipt.tsx";
import { FundingReview } from "./funding-review.tsx";
import { type FundingBody, PATHS, sendFunding } from "./requests.ts";
import { t } from "./words.ts";

export type FundingPayment = Payment<FundingBody, Transaction | Funding>;

/** Money in or out: how much, a last look, and what became of it. */
export function FundingFlow({ kind }: { readonly kind: FundingKind }) {
  const { query, route } = useLocation();
  const path = PATHS[kind];
  const isContinued = query.step !== undefined;
  const [draft, change] = useDraft<FundingDraft>(kind, () => EMPTY_DRAFT, isContinued);
  const payment: FundingPayment = usePayment({
    name: kind,
    send: (body: FundingBody, intent) => made(sendFunding(kind, { body, intent })),
  });
  const { state } = payment;

  useEffect(() => {
    const linked = prefilled(query);
    if (!linked) return;
    change(linked);
    route(path, true);
  }, [query]);

  useEffect(() => {
    if (state.kind !== "done") return;
    change({ amount: "" });
    route(stepUrl(path, "receipt", { id: state.data.id }), true);
  }, [state]);

  if (query.id) {
    const again = () => {
      payment.reset();
      route(path);
    };
    return isRequestId(kind, query.id) ? (
      <FundingPage kind={kind} id={query.id} />
    ) : (
      <FundingReceipt kind={kind} id={query.id} onAgain={again} />
    );
  }
  if (isUnderWay(payment)) {
    return <UnderWay title={t()[kind].title} payment={payment} />;
  }
  return <Form kind={kind} draft={draft} change={change} payment={payment} />;
}

interface FormProps {
  readonly kind: FundingKind;
  readonly draft: FundingDraft;
  readonly change: (part: Partial<FundingDraft>) => void;
  readonly payment: FundingPayment;
}

function Form(props: FormProps) {
  const suspension = me.value?.suspension;
  const wallets = useData("wallets", () => api.GET("/v1/wallets"));
  const loading = (
    <Page title={t()[props.kind].howMuch} isFlow>
      <Skeleton form="rows" />
    </Page>
  );
  if (suspension)
    return (
      <SuspendedPage title={t()[props.kind].title} suspension={suspension}>
        <FundingList kind={props.kind} />
      </SuspendedPage>
    );
  return (
    <WhenLoaded of={wallets} loading={loading}>
      {({ data }) => <Steps {...props} wallets={data} />}
    </WhenLoaded>
  );
}

function Steps(props: FormProps & { readonly wallets: readonly Wallet[] }) {
  const { kind, draft, payment, wallets } = props;
  const sum = sumOf(kind, draft, wallets);
  const isDone = (step: FundingStep) => step === "amount" && sum !== null;
  const { step, go, back } = useSteps({ path: PATHS[kind], steps: STEPS, isDone });
  const change = (part: Partial<FundingDraft>) => {
    payment.reset();
    props.change(part);
  };
  return step === "review" && sum ? (
    <FundingReview key={step} kind={kind} sum={sum} payment={payment} onBack={back} />
  ) : (
    <FundingForm
      key={step}
      kind={kind}
      draft={draft}
      change={change}
      wallets={wallets}
      onBack={back}
      onNext={() => go("review")}
    />
  );
}
