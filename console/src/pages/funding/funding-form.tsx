import { exponentOf, type Wallet } from "@mahfaza/client";
import { useState } from "preact/hooks";
import { amountText } from "../../i18n/amount.ts";
import { readTypedAmount } from "../../i18n/typed-amount.ts";
import { isAbove } from "../../pay/compare.ts";
import { WalletField } from "../../pay/wallet-field.tsx";
import { firstWallet } from "../../pay/wallet-use.ts";
import { AmountField, amountFault } from "../../ui/amount-field.tsx";
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

/** How much, and which wallet; below it, what was asked for before. */
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
  const error = faultOf(kind, draft.amount, wallet);
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
        hint={t().available(amountText(wallet.available, wallet.currency))}
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

function faultOf(kind: FundingKind, amount: string, wallet: Wallet): string | null {
  const { currency, available } = wallet;
  const decimals = exponentOf(currency);
  const typed = readTypedAmount(amount, decimals);
  if (typed.value === null) return amountFault(typed, decimals);
  const isTooMuch = kind === "withdrawal" && isAbove(typed.value, available);
  return isTooMuch ? t().tooMuch(amountText(available, currency)) : null;
}
