import { useWallets } from "../api/use-wallets.ts";
import { words } from "../i18n/words.ts";
import { SelectField } from "../ui/field.tsx";
import { walletName } from "../ui/wallet-card.tsx";

const t = words({
  en: { wallet: "Wallet", all: "All wallets" },
  ar: { wallet: "المحفظة", all: "كل المحافظ" },
});

interface WalletFilterProps {
  /** A wallet's id; null: all. */
  readonly value: string | null;
  readonly onValue: (id: string | null) => void;
}

/** One of the person's wallets as a filter of a list; nothing while there is none to choose from. */
export function WalletFilter({ value, onValue }: WalletFilterProps) {
  const wallets = useWallets().data?.data ?? [];
  if (wallets.length < 2 && value === null) return null;
  return (
    <SelectField
      label={t().wallet}
      value={value ?? ""}
      onValue={(chosen) => onValue(chosen || null)}
    >
      <option value="">{t().all}</option>
      {wallets.map((wallet) => (
        <option key={wallet.id} value={wallet.id}>
          {walletName(wallet)} · {wallet.currency}
        </option>
      ))}
    </SelectField>
  );
}
