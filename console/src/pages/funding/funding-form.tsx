import type { Wallet } from "@mahfaza/client";
import { AmountAndWallet } from "../../pay/amount-and-wallet.tsx";
import { payWords } from "../../pay/pay-words.ts";
import { paymentFault } from "../../pay/spendable.ts";
import { firstWallet } from "../../pay/wallet-use.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Page } from "../../ui/page.tsx";
import { useCheckedForm } from "../../ui/use-checked-form.ts";
import { type FundingDraft, type FundingKind, fundable } from "./funding.ts";
import { FundingList } from "./funding-list.tsx";
import { fundingWords as t } from "./words.ts";

interface FundingFormProps {
  readonly kind: FundingKind;
  readonly draft: FundingDraft;
  readonly change: (part: Partial<FundingDraft>) => void;
  readonly wallets: readonly Wallet[];
  readonly onBack: () => void;
  readonly onNext: () => void;
}

/** How much, and which wallet; below the form, the earlier requests. */
export function FundingForm(props: FundingFormProps) {
  const { kind, draft, wallets } = props;
  const able = fundable(kind, wallets);
  const wallet = firstWallet(able, { id: draft.walletId, currency: draft.currency });
  return (
    <Page title={t()[kind].howMuch} onBack={props.onBack} isFlow>
      {wallet ? (
        <AmountForm {...props} able={able} wallet={wallet} />
      ) : (
        <Empty
          title={t().noWallet}
          action={<LinkButton href="/wallets">{payWords().wallets}</LinkButton>}
        >
          {t().noWalletText}
        </Empty>
      )}
      <FundingList kind={kind} />
    </Page>
  );
}

interface AmountFormProps extends FundingFormProps {
  readonly able: readonly Wallet[];
  readonly wallet: Wallet;
}

function AmountForm({ kind, draft, change, able, wallet, onNext }: AmountFormProps) {
  const payer = kind === "withdrawal" ? wallet : null;
  const fault = paymentFault(draft.amount, wallet.currency, payer);
  const { isTried, submit } = useCheckedForm(fault === null, () => {
    change({ walletId: wallet.id });
    onNext();
  });
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <AmountAndWallet
        amount={draft.amount}
        onAmount={(amount) => change({ amount })}
        currency={wallet.currency}
        error={isTried ? fault : null}
        walletLabel={t()[kind].wallet}
        wallet={wallet}
        wallets={able}
        onWallet={(walletId) => change({ walletId })}
      />
      <Button kind="main" type="submit">
        {payWords().review}
      </Button>
    </form>
  );
}
