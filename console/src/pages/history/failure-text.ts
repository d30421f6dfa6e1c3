import type { Transaction } from "@mahfaza/client";
import { words } from "../../i18n/words.ts";

type FailureCode = NonNullable<Transaction["failure_code"]>;

/** Why a payment was refused, in a few words, and what to do. */
export interface FailureText {
  readonly title: string;
  readonly action: string;
}

const t = words({
  en: {
    other: { title: "Refused", action: "Nothing was taken. Ask support if you do not know why." },
    account_suspended: {
      title: "Account suspended",
      action: "You can receive money and read everything. Ask support what to do.",
    },
    insufficient_funds: { title: "Not enough money", action: "Add money, or choose less." },
    limit_exceeded: {
      title: "Over your limit",
      action: "Look at your limits, and try less or later.",
    },
    wallet_frozen: {
      title: "Wallet frozen",
      action: "Use another wallet, or ask support about the freeze.",
    },
    wallet_closed: { title: "Wallet closed", action: "Use an open wallet." },
    same_wallet: { title: "Same wallet", action: "Choose another wallet to receive it." },
    currency_mismatch: {
      title: "Other currency",
      action: "Choose wallets of one currency, or exchange first.",
    },
    market_mismatch: {
      title: "The other rial",
      action: "Rials of Aden and Sana’a pass by an exchange only.",
    },
    recipient_not_found: {
      title: "Receiver not found",
      action: "Check the number with them. They may have no wallet in this currency.",
    },
    balance_limit_exceeded: {
      title: "Receiving wallet full",
      action: "It would hold more than is allowed. Send less.",
    },
    quote_expired: { title: "Rate expired", action: "Ask for a new rate and confirm in time." },
    quote_used: { title: "Rate used already", action: "Ask for a new rate." },
    liquidity_exhausted: {
      title: "Exchange not possible now",
      action: "Try a smaller amount, or later.",
    },
    hold_ended: { title: "Hold has ended", action: "It can no longer be taken or changed." },
    hold_refused: {
      title: "Hold not possible",
      action: "Look at the hold: its amount, its end, or who may end it.",
    },
    hold_limit_reached: {
      title: "Too many open holds",
      action: "Wait until one of them has ended.",
    },
    refund_refused: {
      title: "Refund not possible",
      action: "Look at the payment for what is left to give back.",
    },
    payer_unavailable: {
      title: "Payer cannot receive it",
      action: "Their wallet takes no money now. Try again later.",
    },
  },
  ar: {
    other: { title: "رُفضت", action: "لم يُخصم شيء. اسأل الدعم إن لم تعرف السبب." },
    account_suspended: {
      title: "الحساب موقوف",
      action: "يمكنك استلام المال وقراءة كل شيء. اسأل الدعم عمّا يلزم.",
    },
    insufficient_funds: { title: "الرصيد لا يكفي", action: "أضف مالًا أو اختر مبلغًا أقل." },
    limit_exceeded: {
      title: "تجاوز حدّك",
      action: "راجع حدودك، وجرّب مبلغًا أقل أو في وقت لاحق.",
    },
    wallet_frozen: {
      title: "المحفظة مجمّدة",
      action: "استخدم محفظة أخرى أو اسأل الدعم عن التجميد.",
    },
    wallet_closed: { title: "المحفظة مغلقة", action: "استخدم محفظة مفتوحة." },
    same_wallet: { title: "المحفظة نفسها", action: "اختر محفظة أخرى للاستلام." },
    currency_mismatch: {
      title: "عملة مختلفة",
      action: "اختر محفظتين بعملة واحدة، أو قم بالصرف أولًا.",
    },
    market_mismatch: {
      title: "الريال الآخر",
      action: "لا ينتقل المال بين ريال عدن وريال صنعاء إلا بالصرف.",
    },
    recipient_not_found: {
      title: "لم نجد المستلم",
      action: "تأكّد من الرقم معه. قد لا تكون لديه محفظة بهذه العملة.",
    },
    balance_limit_exceeded: {
      title: "محفظة الاستلام ممتلئة",
      action: "سيتجاوز رصيدها الحد المسموح. أرسل مبلغًا أقل.",
    },
    quote_expired: { title: "انتهى سعر الصرف", action: "اطلب سعرًا جديدًا وأكّده في وقته." },
    quote_used: { title: "استُخدم السعر من قبل", action: "اطلب سعرًا جديدًا." },
    liquidity_exhausted: {
      title: "الصرف غير متاح الآن",
      action: "جرّب مبلغًا أقل أو في وقت لاحق.",
    },
    hold_ended: { title: "انتهى الحجز", action: "لا يمكن تحصيله أو تغييره بعد الآن." },
    hold_refused: {
      title: "الحجز غير ممكن",
      action: "راجع الحجز: مبلغه أو نهايته أو من يحق له إنهاؤه.",
    },
    hold_limit_reached: { title: "حجوزات مفتوحة كثيرة", action: "انتظر حتى ينتهي أحدها." },
    refund_refused: {
      title: "الرد غير ممكن",
      action: "راجع العملية لمعرفة ما بقي منها للرد.",
    },
    payer_unavailable: {
      title: "الدافع لا يستطيع الاستلام",
      action: "محفظته لا تقبل المال الآن. حاول لاحقًا.",
    },
  },
});

type TextName = keyof ReturnType<typeof t>;

/** Several codes have one text: the page of the hold or of the payment says the rest. */
const NAMES = {
  account_suspended: "account_suspended",
  refund_exceeds_original: "refund_refused",
  refund_limit_reached: "refund_refused",
  refund_too_small: "refund_refused",
  refund_unavailable: "refund_refused",
  same_wallet: "same_wallet",
  wallet_frozen: "wallet_frozen",
  wallet_closed: "wallet_closed",
  currency_mismatch: "currency_mismatch",
  market_mismatch: "market_mismatch",
  hold_expired: "hold_ended",
  hold_voided: "hold_ended",
  hold_captured: "hold_ended",
  void_not_allowed: "hold_refused",
  hold_amendment_limit_reached: "hold_refused",
  hold_not_higher: "hold_refused",
  hold_not_later: "hold_refused",
  hold_too_long: "hold_refused",
  capture_exceeds_hold: "hold_refused",
  capture_limit_reached: "hold_refused",
  quote_used: "quote_used",
  quote_expired: "quote_expired",
  insufficient_funds: "insufficient_funds",
  limit_exceeded: "limit_exceeded",
  hold_limit_reached: "hold_limit_reached",
  balance_limit_exceeded: "balance_limit_exceeded",
  payer_unavailable: "payer_unavailable",
  liquidity_exhausted: "liquidity_exhausted",
  recipient_not_found: "recipient_not_found",
  recipient_unavailable: "recipient_not_found",
} as const satisfies Readonly<Record<FailureCode, TextName>>;

/** The refusal of a recorded transaction. A code that is newer than this page has a general text. */
export function failureText(code: string | null): FailureText {
  const names: Readonly<Record<string, TextName>> = NAMES;
  return t()[names[code ?? ""] ?? "other"];
}
