import type { Wallet } from "@mahfaza/client";

/** An open wallet with some money, but for what is given. */
export function wallet(parts: Partial<Wallet> & Pick<Wallet, "id">): Wallet {
  return {
    currency: "YEM",
    market: parts.currency === undefined || parts.currency === "YEM" ? "aden" : null,
    label: null,
    status: "active",
    freeze_scope: null,
    is_default: true,
    balance: "100.00",
    available: "100.00",
    held: "0.00",
    created_at: "2026-11-28T10:00:00.000Z",
    ...parts,
  };
}
