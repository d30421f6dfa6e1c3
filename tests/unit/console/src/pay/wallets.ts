import type { Money, Wallet } from "@mahfaza/client";

/** A plain decimal as the service answers it. */
export const amount = (text: string) => text as Money;

/** An open wallet with some money, but for what is given. */
export function wallet(parts: Partial<Wallet> & Pick<Wallet, "id">): Wallet {
  return {
    currency: "YEM",
    market: parts.currency === undefined || parts.currency === "YEM" ? "aden" : null,
    label: null,
    status: "active",
    freeze_scope: null,
    is_default: true,
    balance: amount("100.00"),
    available: amount("100.00"),
    held: amount("0.00"),
    created_at: "2026-11-28T10:00:00.000Z",
    ...parts,
  };
}
