import type { Wallet } from "@mahfaza/client";
import { AmountField } from "../ui/amount-field.tsx";
import { payWords as t } from "./pay-words.ts";
import { availableText } from "./spendable.ts";
import { WalletField } from "./wallet-field.tsx";

interface AmountAndWalletProps {
  readonly amount: string;
  readonly onAmount: (typed: string) => void;
  readonly currency: string;
  readonly error: string | null;
  readonly autofocus?: boolean;
  /** What the wallet is to the payment: "From". */
  readonly walletLabel: string;
  readonly wallet: Wallet;
  /** The wallets to choose from; of one there is nothing to choose. */
  readonly wallets: readonly Wallet[];
  readonly onWallet: (id: string) => void;
}

/** How much, and from or into which wallet: a payment begins with it. */
export function AmountAndWallet(props: AmountAndWalletProps) {
  const { wallet, wallets } = props;
  return (
    <>
      <AmountField
        label={t().amount}
        value={props.amount}
        onValue={props.onAmount}
        currency={props.currency}
        hint={availableText(wallet)}
        error={props.error}
        autofocus={props.autofocus}
      />
      {wallets.length > 1 && (
        <WalletField
          label={props.walletLabel}
          wallets={wallets}
          value={wallet.id}
          onValue={props.onWallet}
        />
      )}
    </>
  );
}
