import { words } from "../i18n/words.ts";
import { Icon, type IconName } from "../ui/icon.tsx";

const t = words({
  en: { send: "Send", add: "Add", exchange: "Exchange", withdraw: "Withdraw" },
  ar: { send: "إرسال", add: "إيداع", exchange: "صرف", withdraw: "سحب" },
});

interface Action {
  readonly name: "send" | "add" | "exchange" | "withdraw";
  readonly path: string;
  /** The member of its address that names a wallet. */
  readonly wallet: string;
  readonly icon: IconName;
}

const ACTIONS: readonly Action[] = [
  { name: "send", path: "/send", wallet: "from", icon: "send" },
  { name: "add", path: "/deposit", wallet: "wallet", icon: "plus" },
  { name: "exchange", path: "/exchange", wallet: "from", icon: "swap" },
  { name: "withdraw", path: "/withdraw", wallet: "wallet", icon: "bank" },
];

interface MoneyActionsProps {
  readonly label: string;
  /** The wallet that they begin with. */
  readonly walletId?: string;
  readonly isDisabled?: boolean;
}

/** What can be done with money. A link without an address is one that cannot be followed now. */
export function MoneyActions({ label, walletId, isDisabled = false }: MoneyActionsProps) {
  const hrefOf = ({ path, wallet }: Action) => (walletId ? `${path}?${wallet}=${walletId}` : path);
  return (
    <nav class="actions" aria-label={label}>
      {ACTIONS.map((action) => (
        <a
          key={action.name}
          {...(isDisabled ? { role: "link", "aria-disabled": true } : { href: hrefOf(action) })}
        >
          <span>
            <Icon name={action.icon} />
          </span>
          {t()[action.name]}
        </a>
      ))}
    </nav>
  );
}
