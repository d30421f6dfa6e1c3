import type { Wallet } from "@mahfaza/client";
import { amountText } from "../i18n/amount.ts";
import { SelectField } from "../ui/field.tsx";
import { walletName } from "../ui/wallet-card.tsx";

/** "Everyday · 2,000.00 YEM": a wallet with what can be spent of it. */
export function walletLine(wallet: Wallet): string {
  // The label is isolated: it may be of the other script.
  return `\u2068${walletName(wallet)}\u2069 · ${amountText(wallet.available, wallet.currency)}`;
}

interface WalletFieldProps {
  readonly label: string;
  readonly wallets: readonly Wallet[];
  readonly value: string;
  readonly onValue: (id: string) => void;
  readonly hint?: string;
}

/** One of the person's wallets. */
export function WalletField({ label, wallets, value, onValue, hint }: WalletFieldProps) {
  return (
    <SelectField label={label} value={value} onValue={onValue} hint={hint}>
      {wallets.map((wallet) => (
        <option key={wallet.id} value={wallet.id}>
          {walletLine(wallet)}
        </option>
      ))}
    </SelectField>
  );
}
