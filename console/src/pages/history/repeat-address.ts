import type { Transaction } from "@mahfaza/client";

type Part = Pick<
  Transaction,
  "type" | "amount" | "currency" | "from_wallet" | "to_wallet" | "note" | "exchange" | "legs"
>;

/** The form that does the same again, with its fields filled; null for what cannot be repeated. */
export function repeatAddress(transaction: Part): string | null {
  const { type, amount, currency, from_wallet, to_wallet, note, exchange, legs } = transaction;
  const isReceived = legs.length === 1 && legs[0]?.wallet_id === to_wallet;
  switch (type) {
    case "TRANSFER":
      // A transfer at a rate needs a new quote, and what somebody else sent is not the viewer's.
      if (exchange || isReceived || !to_wallet) return null;
      return address("/send", { to: to_wallet, amount, currency, note });
    case "DEPOSIT":
      return address("/deposit", { wallet: to_wallet, amount, currency });
    case "WITHDRAW":
      return address("/withdraw", { wallet: from_wallet, amount, currency });
    default:
      return null;
  }
}

function address(path: string, fields: Readonly<Record<string, string | null>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) if (value) query.set(name, value);
  return `${path}?${query}`;
}
