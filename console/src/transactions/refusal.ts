import type { Transaction } from "@mahfaza/client";
import { words } from "../i18n/words.ts";
import { failureText } from "../problems/failure-text.ts";
import { transactionWords } from "./transaction-words.ts";

type FailureCode = NonNullable<Transaction["failure_code"]>;

const t = words({
  en: {
    other: "Ask support if you do not know why.",
    account_suspended: "You can receive money and read everything. Ask support what to do.",
    insufficient_funds: "Add money, or choose less.",
    limit_exceeded: "Look at your limits, and try less or later.",
    wallet_frozen: "Use another wallet, or ask support about the freeze.",
    wallet_closed: "Use an open wallet.",
    same_wallet: "Choose another wallet to receive it.",
    currency_mismatch: "Choose wallets of one currency, or exchange first.",
    market_mismatch: "Rials of Aden and Sana’a pass by an exchange only.",
    recipient_not_found: "Check the number with them. They may have no wallet in this currency.",
    balance_limit_exceeded: "It would hold more than is allowed. Send less.",
    quote_expired: "Ask for a new rate and confirm in time.",
    quote_used: "Ask for a new rate.",
    liquidity_exhausted: "Try a smaller amount, or later.",
    hold_ended: "It can no longer be paid from or changed.",
    hold_refused: "Look at the hold: its amount, its end, or who may cancel it.",
    hold_limit_reached: "Wait until one of them has ended.",
    refund_refused: "See the payment for what is left to refund.",
    payer_unavailable: "Their wallet takes no money now. Try again later.",
  },
  ar: {
    other: "تواصل مع الدعم إن لم تعرف السبب.",
    account_suspended: "يمكنك استلام المال والاطلاع على كل شيء. تواصل مع الدعم لمعرفة ما يلزم.",
    insufficient_funds: "أودع مالًا، أو اختر مبلغًا أقل.",
    limit_exceeded: "راجع حدودك، ثم أعد المحاولة بمبلغ أقل أو لاحقًا.",
    wallet_frozen: "استخدم محفظة أخرى، أو تواصل مع الدعم بشأن التجميد.",
    wallet_closed: "استخدم محفظة مفتوحة.",
    same_wallet: "اختر محفظة أخرى للاستلام.",
    currency_mismatch: "اختر محفظتين بعملة واحدة، أو اصرف المبلغ أولًا.",
    market_mismatch: "لا ينتقل المال بين ريال عدن وريال صنعاء إلا بالصرف.",
    recipient_not_found: "تحقّق من الرقم مع صاحبه. قد لا تكون لديه محفظة بهذه العملة.",
    balance_limit_exceeded: "سيتجاوز رصيدها الحد المسموح. أرسل مبلغًا أقل.",
    quote_expired: "اطلب سعرًا جديدًا وأكّده قبل انتهاء مدته.",
    quote_used: "اطلب سعرًا جديدًا.",
    liquidity_exhausted: "أعد المحاولة بمبلغ أقل أو لاحقًا.",
    hold_ended: "لا يمكن الدفع منه أو تعديله بعد الآن.",
    hold_refused: "راجع الحجز: مبلغه أو نهايته أو من يحق له إلغاؤه.",
    hold_limit_reached: "انتظر حتى ينتهي أحدها.",
    refund_refused: "راجع العملية لمعرفة ما بقي منها للردّ.",
    payer_unavailable: "محفظته لا تقبل المال الآن. أعد المحاولة لاحقًا.",
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

/** Why a recorded transaction was refused, in a few words. */
export function refusalTitle(code: FailureCode | null): string {
  return code === null ? transactionWords().refused : failureText(code);
}

/** What to do after it. A code that is newer than this page has a general text. */
export function refusalAction(code: FailureCode | null): string {
  const names: Readonly<Record<string, TextName>> = NAMES;
  return t()[names[code ?? ""] ?? "other"];
}
