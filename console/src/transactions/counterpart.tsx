import type { Counterparty, Transaction, Wallet } from "@mahfaza/client";
import { shownMask } from "../i18n/shown-mask.ts";
import { idEnd } from "../ui/id-end.ts";
import { walletName } from "../ui/wallet-card.tsx";
import type { Way } from "./movement.ts";
import { transactionWords as t } from "./transaction-words.ts";

interface WalletNameProps {
  readonly id: string;
  readonly wallets: readonly Wallet[] | null;
}

/** A wallet by its name when it is the person's own; otherwise by the end of its id. */
export function NamedWallet({ id, wallets }: WalletNameProps) {
  const own = wallets?.find((wallet) => wallet.id === id);
  return own ? (
    <bdi dir="auto">{walletName(own)}</bdi>
  ) : (
    <bdi class="num" title={id}>
      …{idEnd(id)}
    </bdi>
  );
}

/** The masked name of the other person; null when the API names none, or the viewer. */
export function otherName(counterparty: Counterparty | null | undefined): string | null {
  return counterparty && !counterparty.is_own ? shownMask(counterparty.name) : null;
}

interface CounterpartProps {
  readonly transaction: Pick<
    Transaction,
    "from_wallet" | "to_wallet" | "exchange" | "type" | "counterparty"
  >;
  readonly way: Way;
  readonly wallets: readonly Wallet[] | null;
}

/** The other side of a transaction: a person or wallets. Null when the API names none. */
export function Counterpart({ transaction, way, wallets }: CounterpartProps) {
  const { from_wallet, to_wallet, exchange, counterparty } = transaction;
  const name = otherName(counterparty);
  if (name !== null) return <bdi dir="auto">{name}</bdi>;
  if (exchange) {
    return (
      <bdi class="num">
        {exchange.source_currency} → {exchange.target_currency}
      </bdi>
    );
  }
  if (way === "between" && from_wallet && to_wallet) {
    return (
      <>
        <NamedWallet id={from_wallet} wallets={wallets} /> {t().arrow}{" "}
        <NamedWallet id={to_wallet} wallets={wallets} />
      </>
    );
  }
  const other = way === "in" ? from_wallet : to_wallet;
  if (!other) return null;
  return (
    <>
      {way === "in" ? t().fromWallet : t().toWallet} <NamedWallet id={other} wallets={wallets} />
    </>
  );
}
