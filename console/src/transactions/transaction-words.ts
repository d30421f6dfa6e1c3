import type { Transaction } from "@mahfaza/client";
import { words } from "../i18n/words.ts";
import type { Way } from "./movement.ts";

export const transactionWords = words({
  en: {
    type: {
      TRANSFER: "Transfer",
      DEPOSIT: "Deposit",
      WITHDRAW: "Withdrawal",
      EXCHANGE: "Exchange",
      HOLD: "Hold",
      CAPTURE: "Payment from a hold",
      RELEASE: "Hold released",
      AMENDMENT: "Hold changed",
      REFUND: "Refund",
      REVERSAL: "Reversal",
      ADJUSTMENT: "Adjustment",
    },
    sent: "Sent",
    received: "Received",
    own: "Between your wallets",
    refundGiven: "Refund sent",
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
      CAPTURE: "دفعة من حجز",
      RELEASE: "فك حجز",
      AMENDMENT: "تعديل حجز",
      REFUND: "ردّ مبلغ",
      REVERSAL: "عكس عملية",
      ADJUSTMENT: "تسوية",
    },
    sent: "إرسال",
    received: "استلام",
    own: "بين محافظك",
    refundGiven: "ردّ أرسلته",
    refundReceived: "ردّ استلمته",
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
