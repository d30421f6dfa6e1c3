import type { Transaction } from "@mahfaza/client";
import { words } from "../../i18n/words.ts";
import type { Way } from "./movement.ts";

export const transactionWords = words({
  en: {
    type: {
      TRANSFER: "Transfer",
      DEPOSIT: "Deposit",
      WITHDRAW: "Withdrawal",
      EXCHANGE: "Exchange",
      HOLD: "Hold",
      CAPTURE: "Hold collected",
      RELEASE: "Hold released",
      AMENDMENT: "Hold changed",
      REFUND: "Refund",
      REVERSAL: "Reversal",
      ADJUSTMENT: "Correction",
    },
    sent: "Sent",
    received: "Received",
    own: "Between your wallets",
    refundGiven: "Refund given",
    refundReceived: "Refund received",
    toWallet: "To wallet",
    fromWallet: "From wallet",
    arrow: "→",
    refused: "Refused",
  },
  ar: {
    type: {
      TRANSFER: "تحويل",
      DEPOSIT: "إيداع",
      WITHDRAW: "سحب",
      EXCHANGE: "صرف",
      HOLD: "حجز",
      CAPTURE: "تحصيل حجز",
      RELEASE: "إلغاء حجز",
      AMENDMENT: "تعديل حجز",
      REFUND: "رد",
      REVERSAL: "إلغاء عملية",
      ADJUSTMENT: "تصحيح",
    },
    sent: "إرسال",
    received: "استلام",
    own: "بين محافظك",
    refundGiven: "رد دفعته",
    refundReceived: "رد استلمته",
    toWallet: "إلى المحفظة",
    fromWallet: "من المحفظة",
    arrow: "←",
    refused: "رُفضت",
  },
});

/** What a transaction is called, from its viewer's side. */
export function transactionTitle(type: Transaction["type"], way: Way): string {
  const t = transactionWords();
  if (type === "TRANSFER") {
    if (way === "between") return t.own;
    return way === "in" ? t.received : t.sent;
  }
  if (type === "REFUND" && way === "in") return t.refundReceived;
  if (type === "REFUND" && way === "out") return t.refundGiven;
  return t.type[type];
}
