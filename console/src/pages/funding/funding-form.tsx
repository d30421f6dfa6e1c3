import type { Wallet } from "@mahfaza/client";
import { useState } from "preact/hooks";
import { availableText, paymentFault } from "../../pay/spendable.ts";
import { WalletField } from "../../pay/wallet-field.tsx";
import { firstWallet } from "../../pay/wallet-use.ts";
import { AmountField } from "../../ui/amount-field.tsx";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Page } from "../../ui/page.tsx";
import { type FundingDraft, type FundingKind, fundable } from "./funding.ts";
import { FundingList } from "./funding-list.tsx";
import { t } from "./words.ts";

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
        <Empty title={t().noWallet} action={<LinkButton href="/wallets">{t().wallets}</LinkButton>}>
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
  const [isTried, setTried] = useState(false);
  const payer = kind === "withdrawal" ? wallet : null;
  const error = paymentFault(draft.amount, wallet.currency, payer);
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (error !== null) return;
    change({ walletId: wallet.id });
    onNext();
  };
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <AmountField
        label={t().amount}
        value={draft.amount}
        onValue={(amount) => change({ amount })}
        currency={wallet.currency}
        hint={availableText(wallet)}
        error={isTried ? error : null}
      />
      {able.length > 1 && (
        <WalletField
          label={t()[kind].wallet}
          wallets={able}
          value={wallet.id}
          onValue={(walletId) => change({ walletId })}
        />
      )}
      <Button kind="main" type="submit">
        {t().review}
      </Button>
    </form>
  );
}
