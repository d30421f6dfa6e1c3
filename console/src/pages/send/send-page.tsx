import type { Transaction, Wallet } from "@mahfaza/client";
import { useLocation } from "preact-iso";
import { api } from "../../api/client.ts";
import { changing } from "../../pay/changing.ts";
import { made } from "../../pay/made.ts";
import { receiptUrl, stepUrl } from "../../pay/steps.ts";
import { isUnderWay, UnderWay } from "../../pay/under-way.tsx";
import { useDraft } from "../../pay/use-draft.ts";
import { useFilledByLink } from "../../pay/use-filled-by-link.ts";
import { type Payment, usePayment } from "../../pay/use-payment.ts";
import { useSteps } from "../../pay/use-steps.ts";
import { useToReceipt } from "../../pay/use-to-receipt.ts";
import { WithWallets } from "../../pay/with-wallets.tsx";
import {
  EMPTY_DRAFT,
  isStepDone,
  type SendDraft,
  type SendStep,
  STEPS,
} from "../../transfer/draft.ts";
import { RecipientStep } from "../../transfer/recipient-step.tsx";
import { draftOfBody, type TransferBody } from "../../transfer/transfer-body.ts";
import { sendWords as t } from "../../transfer/words.ts";
import { AmountStep } from "./amount-step.tsx";
import { prefilled } from "./prefill.ts";
import { ReviewStep } from "./review-step.tsx";
import { SentPage } from "./sent-page.tsx";

const PATH = "/send";

/** The last payment of this form, for its receipt. */
interface Sent {
  readonly id: string | null;
  readonly draft: SendDraft;
}

/** Sends money: whom, how much, a last look, the receipt. Each is an entry of the history. */
export function SendPage() {
  const { query, route } = useLocation();
  const isContinued = query.step !== undefined;
  const [draft, change] = useDraft<SendDraft>("send", () => EMPTY_DRAFT, isContinued);
  const [sent, keepSent] = useDraft<Sent>("sent", () => ({ id: null, draft: EMPTY_DRAFT }), true);
  const payment = usePayment<TransferBody, Transaction>({
    name: "send",
    send: (body, intent) => made(api.POST("/v1/transfers", { body, intent })),
  });
  const { state } = payment;

  useFilledByLink({ path: PATH, read: prefilled, fill: change });
  useToReceipt(state, ({ id }, body) => {
    keepSent({ id, draft: draft.to === "" ? draftOfBody(body) : draft });
    change(EMPTY_DRAFT);
    return receiptUrl(PATH, id);
  });

  if (query.step === "receipt" && query.id) {
    const again = () => {
      payment.reset();
      change(sent.draft);
      route(stepUrl(PATH, sent.draft.by === "own" || sent.draft.recipient ? "amount" : null));
    };
    return (
      <SentPage
        id={query.id}
        paid={state.kind === "done" ? state.data : null}
        draft={sent.id === query.id ? sent.draft : null}
        onAgain={again}
      />
    );
  }
  if (isUnderWay(payment)) {
    return <UnderWay title={t().title} payment={payment} />;
  }
  return (
    <WithWallets title={t().title}>
      {(wallets) => <Steps {...{ draft, change, payment, wallets }} />}
    </WithWallets>
  );
}

interface StepsProps {
  readonly draft: SendDraft;
  readonly change: (part: Partial<SendDraft>) => void;
  readonly payment: Payment<TransferBody, Transaction>;
  readonly wallets: readonly Wallet[];
}

function Steps({ draft, payment, wallets, change: set }: StepsProps) {
  const isDone = (step: SendStep) => isStepDone(draft, step, wallets);
  const { step, go, back } = useSteps({ path: PATH, steps: STEPS, isDone });
  const change = changing(payment, set);
  const own = { draft, change, wallets, onBack: back };
  switch (step) {
    case "recipient":
      return <RecipientStep key={step} {...own} onNext={() => go("amount")} />;
    case "amount":
      return <AmountStep key={step} {...own} onNext={() => go("review")} />;
    default:
      return (
        <ReviewStep key={step} {...own} payment={payment} onRecipient={() => go("recipient")} />
      );
  }
}
