import type { Transaction, Wallet } from "@mahfaza/client";
import { useLocation } from "preact-iso";
import { changing } from "../../pay/changing.ts";
import { made } from "../../pay/made.ts";
import { receiptUrl } from "../../pay/steps.ts";
import { isUnderWay, UnderWay } from "../../pay/under-way.tsx";
import { useDraft } from "../../pay/use-draft.ts";
import { useFilledByLink } from "../../pay/use-filled-by-link.ts";
import { type Payment, usePayment } from "../../pay/use-payment.ts";
import { useSteps } from "../../pay/use-steps.ts";
import { useToReceipt } from "../../pay/use-to-receipt.ts";
import { WithWallets } from "../../pay/with-wallets.tsx";
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
import { fundingWords as t } from "./words.ts";

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
  useFilledByLink({ path, read: prefilled, fill: change });
  useToReceipt(payment.state, ({ id }) => {
    change({ amount: "" });
    return receiptUrl(path, id);
  });

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
  return (
    <WithWallets
      title={t()[kind].title}
      firstTitle={t()[kind].howMuch}
      readable={<FundingList kind={kind} />}
    >
      {(wallets) => <Steps {...{ kind, draft, change, payment, wallets }} />}
    </WithWallets>
  );
}

interface StepsProps {
  readonly kind: FundingKind;
  readonly draft: FundingDraft;
  readonly change: (part: Partial<FundingDraft>) => void;
  readonly payment: FundingPayment;
  readonly wallets: readonly Wallet[];
}

function Steps({ kind, draft, payment, wallets, change: set }: StepsProps) {
  const sum = sumOf(kind, draft, wallets);
  const isDone = (step: FundingStep) => step === "amount" && sum !== null;
  const { step, go, back } = useSteps({ path: PATHS[kind], steps: STEPS, isDone });
  const change = changing(payment, set);
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
