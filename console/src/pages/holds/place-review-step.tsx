import type { HoldTransaction } from "@mahfaza/client";
import { useState } from "preact/hooks";
import { codeOf } from "../../api/answer.ts";
import { api } from "../../api/client.ts";
import { amountText } from "../../i18n/amount.ts";
import { formatTime } from "../../i18n/time.ts";
import { payWords } from "../../pay/pay-words.ts";
import { previewOf, refusalNow } from "../../pay/preview.ts";
import { Refused } from "../../pay/refused.tsx";
import { Review } from "../../pay/review.tsx";
import { without } from "../../pay/sums.ts";
import { DRY_RUN, useDryRun } from "../../pay/use-dry-run.ts";
import { useLimitLeft } from "../../pay/use-limit-left.ts";
import type { Payment } from "../../pay/use-payment.ts";
import { Recipient } from "../../transfer/recipient.tsx";
import { Amount } from "../../ui/amount.tsx";
import { Page } from "../../ui/page.tsx";
import { walletName } from "../../ui/wallet-card.tsx";
import { secondsOf } from "./chosen-duration.ts";
import type { HoldPreview } from "./hold-answer.ts";
import type { PlaceStepProps } from "./place-amount-step.tsx";
import { type PlaceBody, placeBody, placeSum } from "./place-draft.ts";
import { placeWords as t } from "./place-words.ts";
import { holdWords as shared } from "./words.ts";

interface PlaceReviewStepProps extends Omit<PlaceStepProps, "onNext"> {
  readonly payment: Payment<PlaceBody, HoldTransaction>;
  readonly onRecipient: () => void;
}

/** The last look before money is reserved: what the service says that it would do now. */
export function PlaceReviewStep(props: PlaceReviewStepProps) {
  const { draft, wallets, onBack } = props;
  // The time is counted from here on, so that the request stays the same.
  const [opened] = useState(Date.now);
  const sum = placeSum(draft, wallets);
  const seconds = secondsOf(draft.duration, opened);
  return (
    <Page title={t().check} onBack={onBack} isFlow isTitleHidden>
      {sum && seconds !== null && (
        <PlaceReview {...props} {...sum} seconds={seconds} opened={opened} />
      )}
    </Page>
  );
}

interface PlaceReviewProps extends PlaceReviewStepProps, NonNullable<ReturnType<typeof placeSum>> {
  readonly seconds: number;
  readonly opened: number;
}

function PlaceReview(props: PlaceReviewProps) {
  const { draft, wallets, payment, from, amount, seconds, opened } = props;
  const { currency } = from;
  const body = placeBody(draft, from, amount, seconds);
  const dryRun = useDryRun(JSON.stringify(body), () =>
    api.POST("/v1/holds", { body, headers: DRY_RUN }),
  );
  const left = useLimitLeft("out", amount, from);
  const preview = previewOf<HoldPreview>(dryRun.state);
  const ends = preview?.hold.expires_at ?? new Date(opened + seconds * 1000).toISOString();
  const refusal = refusalNow(payment.state, dryRun.state);
  const isOfRecipient = codeOf(refusal) === "recipient_not_found";
  return (
    <Review
      head={<Recipient draft={draft} wallets={wallets} />}
      amount={amount}
      currency={currency}
      lines={[
        [t().from, <bdi dir="auto">{walletName(from)}</bdi>],
        [t().ends, formatTime(ends)],
        !refusal && [
          t().willHave,
          <Amount value={without(from.available, amount, currency)} currency={currency} />,
        ],
        !refusal &&
          left && [payWords().left[left.period], <Amount value={left.left} currency={currency} />],
        [t().iCanVoid, draft.canVoid ? shared().yes : shared().no],
        body.note !== undefined && [t().note, <bdi dir="auto">{body.note}</bdi>],
      ]}
      warning={t().warning}
      button={refusal ? null : t().reserve(amountText(amount, currency))}
      isBusy={dryRun.state.kind === "asking"}
      once={t().once}
      onPay={() => payment.submit(body)}
    >
      {refusal && (
        <Refused
          failure={refusal}
          onAgain={payment.state.kind === "failed" ? payment.again : dryRun.again}
          onChange={isOfRecipient ? props.onRecipient : props.onBack}
          change={isOfRecipient ? payWords().changeTo : payWords().change}
        />
      )}
    </Review>
  );
}
