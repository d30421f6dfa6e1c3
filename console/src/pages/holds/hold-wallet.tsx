import type { Hold } from "@mahfaza/client";
import { useWallets } from "../../api/use-wallets.ts";
import { otherName } from "../../transactions/counterpart.tsx";
import { idEnd } from "../../ui/id-end.ts";
import { walletName } from "../../ui/wallet-card.tsx";
import { holdWords as t } from "./words.ts";

/** A wallet by its name if it is the person's own, otherwise by the end of its id. */
export function WalletText({ id }: { readonly id: string }) {
  const wallets = useWallets();
  const own = wallets.data?.data.find((wallet) => wallet.id === id);
  if (own) return <bdi dir="auto">{walletName(own)}</bdi>;
  return <span title={id}>{t().theirWallet(idEnd(id))}</span>;
}

interface HoldOtherProps {
  readonly hold: Pick<Hold, "role" | "from_wallet" | "to_wallet" | "counterparty">;
}

/** The other side of a hold: the person's masked name, or the wallet where nobody is named. */
export function HoldOther({ hold }: HoldOtherProps) {
  const { role, from_wallet, to_wallet, counterparty } = hold;
  const name = otherName(counterparty);
  if (name !== null) return <bdi dir="auto">{name}</bdi>;
  return <WalletText id={role === "payer" ? to_wallet : from_wallet} />;
}
