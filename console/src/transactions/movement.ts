import type { Transaction } from "@mahfaza/client";
import { isNegative } from "../pay/amount-sign.ts";

/**
 * Where the money went, as its viewer sees it: out, in, between two of their wallets, or nowhere: a
 * hold reserves money and moves none.
 */
export type Way = "out" | "in" | "between" | "none";

type Icon = "send" | "receive" | "swap" | "undo" | "lock" | "cross";

/** What a list shows of a transaction. */
interface Movement {
  readonly way: Way;
  /** The decimal string of the API, with a minus when it left the viewer. */
  readonly amount: string;
  readonly currency: string;
  /** Which signs the amount shows. */
  readonly sign: "both" | "none";
  /** It was refused: nothing moved. */
  readonly isVoid: boolean;
  /** The balance of the viewer's wallet right after it; null when none changed, or two did. */
  readonly balanceAfter: string | null;
  readonly icon: Icon;
}

type Part = Pick<
  Transaction,
  "type" | "status" | "amount" | "currency" | "legs" | "from_wallet" | "to_wallet"
>;

/** How a transaction is shown; with `walletId`, what it did to that wallet. */
export function movementOf(transaction: Part, walletId: string | null = null): Movement {
  if (transaction.status === "failed") return refused(transaction, walletId);
  const { legs, amount, currency } = transaction;
  const own = walletId === null ? legs : legs.filter((leg) => leg.wallet_id === walletId);
  const [leg] = own;
  if (!leg) return unmoved(amount, currency);
  if (own.length === 1) return moved(transaction, leg);
  return between(transaction);
}

function refused({ type, amount, currency, to_wallet }: Part, walletId: string | null): Movement {
  const isIn = type === "DEPOSIT" || (walletId !== null && to_wallet === walletId);
  return {
    way: isIn ? "in" : "out",
    amount: isIn ? amount : `-${amount}`,
    currency,
    sign: "both",
    isVoid: true,
    balanceAfter: null,
    icon: "cross",
  };
}

function unmoved(amount: string, currency: string): Movement {
  const shown = { amount, currency, sign: "none", icon: "lock" } as const;
  return { ...shown, way: "none", isVoid: false, balanceAfter: null };
}

function moved({ type }: Part, leg: Transaction["legs"][number]): Movement {
  const way = isNegative(leg.amount) ? "out" : "in";
  return {
    way,
    amount: leg.amount,
    currency: leg.currency,
    sign: "both",
    isVoid: false,
    balanceAfter: leg.balance_after,
    icon: iconOf(type, way),
  };
}

/** Between two wallets of the viewer: what arrived; without a sign when nothing was exchanged. */
function between({ type, legs, amount, currency }: Part): Movement {
  const arrived = legs.find((leg) => !isNegative(leg.amount));
  const isExchange = arrived !== undefined && legs.some((leg) => leg.currency !== arrived.currency);
  const shown = { way: "between", isVoid: false, balanceAfter: null } as const;
  const icon = iconOf(type, "between");
  return isExchange
    ? { ...shown, icon, amount: arrived.amount, currency: arrived.currency, sign: "both" }
    : { ...shown, icon, amount, currency, sign: "none" };
}

function iconOf(type: Transaction["type"], way: Way): Icon {
  if (type === "EXCHANGE" || way === "between") return "swap";
  if (type === "REFUND" || type === "REVERSAL") return "undo";
  return way === "out" ? "send" : "receive";
}
