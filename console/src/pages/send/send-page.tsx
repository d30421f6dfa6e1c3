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
import { AmountStep } from "./amount-step.tsx";
import { EMPTY_DRAFT, isStepDone, type SendDraft, type SendStep, STEPS } from "./draft.ts";
import { prefilled } from "./prefill.ts";
import { RecipientStep } from "./recipient-step.tsx";
import { ReviewStep } from "./review-step.tsx";
import { SentPage } from "./sent-page.tsx";
import { draftOfBody, type TransferBody } from "./transfer-body.ts";
import { t } from "./words.ts";

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

  useEffect(() => {
    const linked = prefilled(query);
    if (!linked) return;
    change(linked);
    // A phone does not stay in the address.
    route(PATH, true);
  }, [query]);

  useEffect(() => {
    if (state.kind !== "done") return;
    const own = draft.to === "" ? draftOfBody(state.body) : draft;
    keepSent({ id: state.data.id, draft: own });
    change(EMPTY_DRAFT);
    route(stepUrl(PATH, "receipt", { id: state.data.id }), true);
  }, [state]);

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
  return <Form draft={draft} change={change} payment={payment} />;
}

interface FormProps {
  readonly draft: SendDraft;
  readonly change: (part: Partial<SendDraft>) => void;
  readonly payment: Payment<TransferBody, Transaction>;
}

function Form(props: FormProps) {
  const suspension = me.value?.suspension;
  const wallets = useData("wallets", () => api.GET("/v1/wallets"));
  if (suspension) return <SuspendedPage title={t().title} suspension={suspension} />;
  return (
    <WhenLoaded of={wallets} loading={<Loading />}>
      {({ data }) => <Steps {...props} wallets={data} />}
    </WhenLoaded>
  );
}

function Loading() {
  return (
    <Page title={t().title} isFlow>
      <Skeleton form="rows" />
    </Page>
  );
}

function Steps(props: FormProps & { readonly wallets: readonly Wallet[] }) {
  const { draft, payment } = props;
  const isDone = (step: SendStep) => isStepDone(draft, step, props.wallets);
  const { step, go, back } = useSteps({ path: PATH, steps: STEPS, isDone });
  // A refusal does not apply to a changed payment.
  const change = (part: Partial<SendDraft>) => {
    payment.reset();
    props.change(part);
  };
  const own = { draft, change, wallets: props.wallets, onBack: back };
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
