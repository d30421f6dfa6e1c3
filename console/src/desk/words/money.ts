import type { components } from "@mahfaza/client";

// Words of what the API calls by a code, about money that moves. A code without words does not
// compile.

type Schemas = components["schemas"];
type Words<K extends string> = Readonly<Record<"en" | "ar", Readonly<Record<K, string>>>>;

export type TransactionType = Schemas["Transaction"]["type"];
export type FailureCode = NonNullable<Schemas["Transaction"]["failure_code"]>;
export type AdjustmentReason = Schemas["ProposeAdjustmentRequest"]["reason"];
export type ReversalReason = Schemas["ProposeReversalRequest"]["reason"];
export type Shortfall = Schemas["ProposeReversalRequest"]["shortfall"];
export type Market = NonNullable<Schemas["Rate"]["market"]>;
export type RateSource = Schemas["Rate"]["source"];
type SuspenseReason = Schemas["SuspendedEvent"]["reason"];
export type LimitName = Schemas["Limit"]["name"];

export const TRANSACTION_TYPE: Words<TransactionType> = {
  en: {
    DEPOSIT: "Deposit",
    WITHDRAW: "Withdrawal",
    TRANSFER: "Transfer",
    EXCHANGE: "Exchange",
    HOLD: "Hold",
    CAPTURE: "Capture",
    RELEASE: "Release of a hold",
    AMENDMENT: "Change of a hold",
    REFUND: "Refund",
    REVERSAL: "Reversal",
    ADJUSTMENT: "Adjustment",
  },
  ar: {
    DEPOSIT: "إيداع",
    WITHDRAW: "سحب",
    TRANSFER: "تحويل",
    EXCHANGE: "صرف",
    HOLD: "حجز",
    CAPTURE: "تحصيل من حجز",
    RELEASE: "فك حجز",
    AMENDMENT: "تعديل حجز",
    REFUND: "ردّ مبلغ",
    REVERSAL: "عكس عملية",
    ADJUSTMENT: "تسوية",
  },
};

export const FAILURE: Words<FailureCode> = {
  en: {
    account_suspended: "Account suspended",
    refund_exceeds_original: "More than is left to refund",
    refund_limit_reached: "Too many refunds of one payment",
    same_wallet: "Payer and recipient are one wallet",
    wallet_frozen: "Wallet frozen",
    wallet_closed: "Wallet closed",
    currency_mismatch: "Another currency",
    hold_expired: "Hold expired",
    hold_voided: "Hold voided",
    hold_captured: "Hold captured already",
    void_not_allowed: "The payer may not void it",
    hold_amendment_limit_reached: "Hold changed too often",
    hold_not_higher: "Not higher than the hold",
    hold_not_later: "Not later than the hold",
    hold_too_long: "Hold too long",
    capture_exceeds_hold: "More than the hold",
    capture_limit_reached: "Too many captures",
    market_mismatch: "Rial of the other market",
    quote_used: "Quote used already",
    quote_expired: "Quote expired",
    insufficient_funds: "Not enough money",
    limit_exceeded: "Above a limit",
    hold_limit_reached: "Too many open holds",
    balance_limit_exceeded: "Balance would be too high",
    payer_unavailable: "Payer cannot pay",
    liquidity_exhausted: "Not enough of the currency here",
    recipient_not_found: "Recipient not found",
    recipient_unavailable: "Recipient cannot be paid",
    refund_too_small: "Refund too small",
    refund_unavailable: "Cannot be refunded now",
  },
  ar: {
    account_suspended: "الحساب موقوف",
    refund_exceeds_original: "أكثر مما بقي للردّ",
    refund_limit_reached: "رُدّت الدفعة مرات كثيرة",
    same_wallet: "الدافع والمستلم محفظة واحدة",
    wallet_frozen: "المحفظة مجمّدة",
    wallet_closed: "المحفظة مغلقة",
    currency_mismatch: "عملة مختلفة",
    hold_expired: "انتهت مدة الحجز",
    hold_voided: "أُلغي الحجز",
    hold_captured: "حُصّل الحجز من قبل",
    void_not_allowed: "لا يحق للدافع إلغاؤه",
    hold_amendment_limit_reached: "عُدّل الحجز مرات كثيرة",
    hold_not_higher: "ليس أكبر من الحجز",
    hold_not_later: "ليس بعد موعد الحجز",
    hold_too_long: "مدة الحجز طويلة",
    capture_exceeds_hold: "أكثر من الحجز",
    capture_limit_reached: "حُصّل الحجز مرات كثيرة",
    market_mismatch: "ريال السوق الأخرى",
    quote_used: "استُخدم عرض السعر من قبل",
    quote_expired: "انتهى عرض السعر",
    insufficient_funds: "الرصيد لا يكفي",
    limit_exceeded: "أعلى من أحد الحدود",
    hold_limit_reached: "حجوزات مفتوحة كثيرة",
    balance_limit_exceeded: "الرصيد يصبح أعلى من المسموح",
    payer_unavailable: "الدافع لا يستطيع الدفع",
    liquidity_exhausted: "لا يتوفر لدينا ما يكفي من العملة",
    recipient_not_found: "المستلم غير موجود",
    recipient_unavailable: "لا يمكن الدفع للمستلم",
    refund_too_small: "مبلغ الردّ صغير جدًا",
    refund_unavailable: "لا يمكن الردّ الآن",
  },
};

export const ADJUSTMENT_REASON: Words<AdjustmentReason> = {
  en: {
    service_error: "Our error",
    provider_error: "The provider’s error",
    unapplied_funds: "Money that reached no wallet",
    chargeback: "Chargeback",
    goodwill: "Goodwill",
    legal_order: "Legal order",
  },
  ar: {
    service_error: "خطأ من الخدمة",
    provider_error: "خطأ من المزوّد",
    unapplied_funds: "أموال لم تصل إلى محفظة",
    chargeback: "استرداد من البنك",
    goodwill: "تعويض ودّي",
    legal_order: "أمر قضائي",
  },
};

export const REVERSAL_REASON: Words<ReversalReason> = {
  en: {
    service_error: "Our error",
    duplicate_payment: "Paid twice",
    mistaken_payment: "Paid by mistake",
    fraud: "Fraud",
    legal_order: "Legal order",
  },
  ar: {
    service_error: "خطأ من الخدمة",
    duplicate_payment: "دفعة مكررة",
    mistaken_payment: "دفعة بالخطأ",
    fraud: "احتيال",
    legal_order: "أمر قضائي",
  },
};

export const SHORTFALL: Words<Shortfall> = {
  en: {
    refuse: "Nothing is taken",
    available: "What is available is taken",
    loss_wallet: "The service pays the rest",
  },
  ar: {
    refuse: "لا يُؤخذ شيء",
    available: "يُؤخذ المتاح فقط",
    loss_wallet: "تتحمّل الخدمة الباقي",
  },
};

export const MARKET: Words<Market> = {
  en: { aden: "Aden", sanaa: "Sana’a" },
  ar: { aden: "عدن", sanaa: "صنعاء" },
};

export const RATE_SOURCE: Words<RateSource> = {
  en: { operator: "Operator", feed: "Feed", sandbox: "Sandbox" },
  ar: { operator: "مشغّل", feed: "مصدر الأسعار", sandbox: "تجريبي" },
};

export const SUSPENSE_REASON: Words<SuspenseReason> = {
  en: {
    already_done: "Done already",
    unknown_type: "Unknown type",
    unknown_reference: "Unknown reference",
    currency_mismatch: "Another currency",
    amount_mismatch: "Another amount",
    late: "Too late",
    paid_twice: "Paid twice",
    succeeded_after_failure: "Succeeded after a failure",
    failed_after_success: "Failed after a success",
    wallet_frozen: "Wallet frozen",
    wallet_closed: "Wallet closed",
    balance_limit_exceeded: "Balance would be too high",
    limit_exceeded: "Above a limit",
  },
  ar: {
    already_done: "تم من قبل",
    unknown_type: "نوع غير معروف",
    unknown_reference: "مرجع غير معروف",
    currency_mismatch: "عملة مختلفة",
    amount_mismatch: "مبلغ مختلف",
    late: "وصل متأخرًا",
    paid_twice: "دُفع مرتين",
    succeeded_after_failure: "نجح بعد أن فشل",
    failed_after_success: "فشل بعد أن نجح",
    wallet_frozen: "المحفظة مجمّدة",
    wallet_closed: "المحفظة مغلقة",
    balance_limit_exceeded: "الرصيد يصبح أعلى من المسموح",
    limit_exceeded: "أعلى من أحد الحدود",
  },
};

export const LIMIT: Words<LimitName> = {
  en: {
    out_operation_sum: "Out, one payment",
    out_day_sum: "Out, a day",
    out_day_count: "Out, payments a day",
    out_month_sum: "Out, a month",
    out_month_count: "Out, payments a month",
    in_operation_sum: "In, one payment",
    in_day_sum: "In, a day",
    in_day_count: "In, payments a day",
    in_month_sum: "In, a month",
    in_month_count: "In, payments a month",
    balance: "Balance",
  },
  ar: {
    out_operation_sum: "الصادر، دفعة واحدة",
    out_day_sum: "الصادر في اليوم",
    out_day_count: "عدد الصادر في اليوم",
    out_month_sum: "الصادر في الشهر",
    out_month_count: "عدد الصادر في الشهر",
    in_operation_sum: "الوارد، دفعة واحدة",
    in_day_sum: "الوارد في اليوم",
    in_day_count: "عدد الوارد في اليوم",
    in_month_sum: "الوارد في الشهر",
    in_month_count: "عدد الوارد في الشهر",
    balance: "الرصيد",
  },
};
