import type { Wallet } from "@mahfaza/client";
import { useId } from "preact/hooks";
import { Amount } from "../ui/amount.tsx";
import { walletName } from "../ui/wallet-card.tsx";

interface OwnWalletsProps {
  readonly label: string;
  readonly wallets: readonly Wallet[];
  readonly value: string;
  readonly error: string | null;
  readonly onValue: (id: string) => void;
}

/** One of one's own wallets, each with its balance. */
export function OwnWallets({ label, wallets, value, error, onValue }: OwnWalletsProps) {
  const id = useId();
  return (
    <fieldset class="pick" aria-describedby={id}>
      <legend>{label}</legend>
      {wallets.map((wallet) => (
        <label key={wallet.id}>
          <input
            type="radio"
            name={id}
            checked={wallet.id === value}
            onChange={() => onValue(wallet.id)}
          />
          <bdi class="pick-name" dir="auto">
            {walletName(wallet)}
          </bdi>
          <Amount value={wallet.balance} currency={wallet.currency} />
        </label>
      ))}
      <p id={id} class="field-note field-error" aria-live="polite">
        {error}
      </p>
    </fieldset>
  );
}
