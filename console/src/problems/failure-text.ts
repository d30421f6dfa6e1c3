import type { Transaction } from "@mahfaza/client";
import { words } from "../i18n/words.ts";

type FailureCode = NonNullable<Transaction["failure_code"]>;

const EN = {
  account_suspended: "Account suspended",
  refund_exceeds_original: "More than can be refunded",
  refund_limit_reached: "Refunded too often",
  same_wallet: "Same wallet",
  wallet_frozen: "Wallet frozen",
  wallet_closed: "Wallet closed",
  currency_mismatch: "Other currency",
  hold_expired: "Hold had expired",
  hold_voided: "Hold was cancelled",
  hold_captured: "Hold had ended",
  void_not_allowed: "Only the recipient may cancel",
  hold_amendment_limit_reached: "Hold changed too often",
  hold_not_higher: "Total not higher",
  hold_not_later: "End not later",
  hold_too_long: "Hold too long",
  capture_exceeds_hold: "More than the hold",
  capture_limit_reached: "Had to be the last payment",
  market_mismatch: "Other rial",
  quote_used: "Rate was used",
  quote_expired: "Rate had expired",
  insufficient_funds: "Not enough money",
  limit_exceeded: "Above your limit",
  hold_limit_reached: "Too many open holds",
  balance_limit_exceeded: "Wallet full",
  payer_unavailable: "Payer cannot pay",
  liquidity_exhausted: "Too much to exchange",
  recipient_not_found: "Recipient cannot be paid",
  recipient_unavailable: "Recipient cannot be paid",
  refund_too_small: "Too little to refund",
  refund_unavailable: "Payer cannot be refunded",
} as const satisfies Record<FailureCode, string>;

const AR = {
  account_suspended: "الحساب موقوف",
  refund_exceeds_original: "أكثر مما تبقّى للردّ",
  refund_limit_reached: "رُدّت مرات كثيرة",
  same_wallet: "المحفظة نفسها",
  wallet_frozen: "المحفظة مجمّدة",
  wallet_closed: "المحفظة مغلقة",
  currency_mismatch: "عملة مختلفة",
  hold_expired: "انتهت مدة الحجز",
  hold_voided: "الحجز ملغى",
  hold_captured: "الحجز منتهٍ",
  void_not_allowed: "لا يلغيه إلا المستلم",
  hold_amendment_limit_reached: "تعديلات كثيرة للحجز",
  hold_not_higher: "المجموع ليس أعلى",
  hold_not_later: "النهاية ليست أبعد",
  hold_too_long: "مدة الحجز طويلة",
  capture_exceeds_hold: "أكثر من المحجوز",
  capture_limit_reached: "كان يجب أن تكون الأخيرة",
  market_mismatch: "ريال مختلف",
  quote_used: "السعر مستخدم",
  quote_expired: "انتهت مدة السعر",
  insufficient_funds: "الرصيد لا يكفي",
  limit_exceeded: "أعلى من حدّك",
  hold_limit_reached: "حجوزات مفتوحة كثيرة",
  balance_limit_exceeded: "المحفظة ممتلئة",
  payer_unavailable: "الدافع لا يستطيع الدفع",
  liquidity_exhausted: "مبلغ كبير للصرف",
  recipient_not_found: "لا يمكن الدفع للمستلم",
  recipient_unavailable: "لا يمكن الدفع للمستلم",
  refund_too_small: "مبلغ صغير للردّ",
  refund_unavailable: "لا يمكن الردّ إلى الدافع",
} as const satisfies Record<FailureCode, string>;

const t = words({
  en: { ...EN, unknown: "Not carried out" },
  ar: { ...AR, unknown: "لم تتم" },
});

/** Why a failed transaction was refused, in a few words, for a list. */
export function failureText(code: FailureCode): string {
  // A service that is newer than this page can have codes that it lacks.
  return t()[code] ?? t().unknown;
}
