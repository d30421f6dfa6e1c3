import type { Money, Wallet } from "@mahfaza/client";
import { amountText } from "../../i18n/amount.ts";
import { payWords } from "../../pay/pay-words.ts";
import { balanceAfter, needsProof, refusalNow } from "../../pay/preview.ts";
import { Refused } from "../../pay/refused.tsx";
import { Review, ReviewHead } from "../../pay/review.tsx";
import { DRY_RUN, useDryRun } from "../../pay/use-dry-run.ts";
import { useLimitLeft } from "../../pay/use-limit-left.ts";
import { Amount } from "../../ui/amount.tsx";
import { Page } from "../../ui/page.tsx";
import { walletName } from "../../ui/wallet-card.tsx";
import type { FundingKind } from "./funding.ts";
import type { FundingPayment } from "./funding-flow.tsx";
import { sendFunding } from "./requests.ts";
import { fundingWords as t } from "./words.ts";

interface FundingReviewProps {
  readonly kind: FundingKind;
  readonly sum: { readonly wallet: Wallet; readonly amount: Money };
  readonly payment: FundingPayment;
  readonly onBack: () => void;
}

/** The last look, by a dry run of the service. */
export function FundingReview({ kind, sum, payment, onBack }: FundingReviewProps) {
  const { wallet, amount } = sum;
  const { currency } = wallet;
  const body = { amount, currency, wallet_id: wallet.id };
  const dryRun = useDryRun(JSON.stringify(body), () =>
    sendFunding(kind, { body, headers: DRY_RUN }),
  );
  const left = useLimitLeft(kind === "deposit" ? "in" : "out", amount, wallet);
  const refusal = refusalNow(payment.state, dryRun.state);
  const after = balanceAfter(dryRun.state, wallet);
  const own = t()[kind];
  return (
    <Page title={t().check} onBack={onBack} isFlow isTitleHidden>
      <Review
        isOwn
        head={<ReviewHead icon={kind === "deposit" ? "plus" : "receive"} title={own.title} />}
        amount={amount}
        currency={currency}
        lines={[
          [own.wallet, <WalletLine wallet={wallet} />],
          [payWords().fee, payWords().none],
          !refusal && [
            own.willHave,
            after === null ? "…" : <Amount value={after} currency={currency} />,
          ],
          !refusal &&
            left && [
              payWords().left[left.period],
              <Amount value={left.left} currency={currency} />,
            ],
        ]}
        warning={own.note === "" ? undefined : own.note}
        button={refusal ? null : own.button(amountText(amount, currency))}
        isBusy={dryRun.state.kind === "asking"}
        onPay={() => payment.submit(body)}
      >
        {needsProof(dryRun.state) && <p class="under-button">{t().proof}</p>}
        {refusal && (
          <Refused
            failure={refusal}
            onAgain={payment.state.kind === "failed" ? payment.again : dryRun.again}
            onChange={onBack}
          />
        )}
      </Review>
    </Page>
  );
}

function WalletLine({ wallet }: { readonly wallet: Wallet }) {
  return (
    <>
      <bdi dir="auto">{walletName(wallet)}</bdi> · <Amount value={wallet.available} />
    </>
  );
}
