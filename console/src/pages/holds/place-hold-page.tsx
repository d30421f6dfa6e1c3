import type { HoldTransaction, Wallet } from "@mahfaza/client";
import { useLocation } from "preact-iso";
import { api } from "../../api/client.ts";
import { changing } from "../../pay/changing.ts";
import { made } from "../../pay/made.ts";
import { isUnderWay, UnderWay } from "../../pay/under-way.tsx";
import { useDraft } from "../../pay/use-draft.ts";
import { type Payment, usePayment } from "../../pay/use-payment.ts";
import { useSteps } from "../../pay/use-steps.ts";
import { useToReceipt } from "../../pay/use-to-receipt.ts";
import { WithWallets } from "../../pay/with-wallets.tsx";
import { RecipientStep } from "../../transfer/recipient-step.tsx";
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
import { holdWords as t } from "./words.ts";

const PATH = "/holds/new";

type PlacePayment = Payment<PlaceBody, HoldTransaction>;

/** Reserves money: for whom, how much and how long, a last look; then the hold itself. */
export function PlaceHoldPage() {
  const { query } = useLocation();
  const [draft, change] = useDraft<PlaceDraft>(
    "place-hold",
    () => EMPTY_PLACE_DRAFT,
    query.step !== undefined,
  );
  const payment: PlacePayment = usePayment<PlaceBody, HoldTransaction>({
    name: "place-hold",
    send: (body, intent) => made(api.POST("/v1/holds", { body, intent })),
  });
  useToReceipt(payment.state, ({ hold }) => {
    change(EMPTY_PLACE_DRAFT);
    return `/holds/${hold.id}?new`;
  });

  if (isUnderWay(payment)) {
    return <UnderWay title={t().place} payment={payment} />;
  }
  return (
    <WithWallets title={t().place} back="/holds">
      {(wallets) => <Steps {...{ draft, change, payment, wallets }} />}
    </WithWallets>
  );
}

interface StepsProps {
  readonly draft: PlaceDraft;
  readonly change: (part: Partial<PlaceDraft>) => void;
  readonly payment: PlacePayment;
  readonly wallets: readonly Wallet[];
}

function Steps({ draft, payment, wallets, change: set }: StepsProps) {
  const { route } = useLocation();
  const isDone = (step: PlaceStep) => isPlaceStepDone(draft, step, wallets, Date.now());
  const { step, go, back } = useSteps({ path: PATH, steps: PLACE_STEPS, isDone });
  const change = changing(payment, set);
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
