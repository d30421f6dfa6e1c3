import type { HoldTransaction, Wallet } from "@mahfaza/client";
import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso";
import { api } from "../../api/client.ts";
import { useData } from "../../api/use-data.ts";
import { me } from "../../app/session.ts";
import { made } from "../../pay/made.ts";
import { isUnderWay, UnderWay } from "../../pay/under-way.tsx";
import { useDraft } from "../../pay/use-draft.ts";
import { type Payment, usePayment } from "../../pay/use-payment.ts";
import { useSteps } from "../../pay/use-steps.ts";
import { WhenLoaded } from "../../problems/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { SuspendedPage } from "../me/suspended-page.tsx";
import { RecipientStep } from "../send/recipient-step.tsx";
import { PlaceAmountStep } from "./place-amount-step.tsx";
import {
  EMPTY_PLACE_DRAFT,
  isPlaceStepDone,
  PLACE_STEPS,
  type PlaceBody,
  type PlaceDraft,
  type PlaceStep,
} from "./place-draft.ts";
import { PlaceReviewStep } from "./place-review-step.tsx";
import { t } from "./words.ts";

const PATH = "/holds/new";

type PlacePayment = Payment<PlaceBody, HoldTransaction>;

/** Reserves money: for whom, how much and how long, a last look; then the hold itself. */
export function PlaceHoldPage() {
  const { query, route } = useLocation();
  const [draft, change] = useDraft<PlaceDraft>(
    "place-hold",
    () => EMPTY_PLACE_DRAFT,
    query.step !== undefined,
  );
  const payment: PlacePayment = usePayment<PlaceBody, HoldTransaction>({
    name: "place-hold",
    send: (body, intent) => made(api.POST("/v1/holds", { body, intent })),
  });
  const { state } = payment;

  useEffect(() => {
    if (state.kind !== "done") return;
    change(EMPTY_PLACE_DRAFT);
    route(`/holds/${state.data.hold.id}?new`, true);
  }, [state]);

  if (isUnderWay(payment)) {
    return <UnderWay title={t().place} payment={payment} />;
  }
  return <Form draft={draft} change={change} payment={payment} />;
}

interface FormProps {
  readonly draft: PlaceDraft;
  readonly change: (part: Partial<PlaceDraft>) => void;
  readonly payment: PlacePayment;
}

function Form(props: FormProps) {
  const suspension = me.value?.suspension;
  const wallets = useData("wallets", () => api.GET("/v1/wallets"));
  const loading = (
    <Page title={t().place} isFlow>
      <Skeleton form="rows" />
    </Page>
  );
  if (suspension) return <SuspendedPage title={t().place} suspension={suspension} back="/holds" />;
  return (
    <WhenLoaded of={wallets} loading={loading}>
      {({ data }) => <Steps {...props} wallets={data} />}
    </WhenLoaded>
  );
}

function Steps(props: FormProps & { readonly wallets: readonly Wallet[] }) {
  const { draft, payment, wallets } = props;
  const { route } = useLocation();
  const isDone = (step: PlaceStep) => isPlaceStepDone(draft, step, wallets, Date.now());
  const { step, go, back } = useSteps({ path: PATH, steps: PLACE_STEPS, isDone });
  // A refusal does not apply to a changed request.
  const change = (part: Partial<PlaceDraft>) => {
    payment.reset();
    props.change(part);
  };
  const own = { draft, change, wallets, onBack: back };
  switch (step) {
    case "recipient":
      return (
        <RecipientStep
          {...own}
          ways={["phone", "wallet"]}
          onBack={() => route("/holds")}
          onNext={() => go("amount")}
        />
      );
    case "amount":
      return <PlaceAmountStep {...own} onNext={() => go("review")} />;
    default:
      return <PlaceReviewStep {...own} payment={payment} onRecipient={() => go("recipient")} />;
  }
}
