import type { Wallet } from "@mahfaza/client";
import { isWide } from "../device/wide.ts";
import { amountText } from "../i18n/amount.ts";
import { SelectField } from "../ui/field.tsx";
import { walletName } from "../ui/wallet-card.tsx";

/** The most characters of a choice in a list, which is one line. */
const ROOM = { narrow: 28, wide: 48 } as const;

/**
 * "Everyday · 2,000.00 YEM": a wallet with what can be spent of it. Where an amount would be cut, the
 * name stands alone: the form shows the amount of the chosen wallet too.
 */
export function walletLine(wallet: Wallet): string {
  const name = walletName(wallet);
  const amount = amountText(wallet.available, wallet.currency);
  // The label is isolated: it may be of the other script.
  const line = `\u2068${name}\u2069 · ${amount}`;
  const { length } = line.replace(/[\u2066-\u2069]/g, "");
  return length <= (isWide.value ? ROOM.wide : ROOM.narrow) ? line : name;
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
