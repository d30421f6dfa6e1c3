import { EVENT, type EventType } from "./events.ts";
import { ADJUSTMENT_REASON, LIMIT, REVERSAL_REASON } from "./money.ts";
import {
  FACTOR_REASON,
  FREEZE_REASON,
  FREEZE_SCOPE,
  REOPEN_REASON,
  ROLE,
  TIER,
  TIER_REASON,
  UNFREEZE_REASON,
} from "./people.ts";

// Words of the details in the audit log: their names, and the values of closed lists. The API does
// not type them: a name or a value without words is shown as it was recorded.

export type Words = Readonly<Record<"en" | "ar", Readonly<Record<string, string>>>>;

export const DETAIL: Words = {
  en: {
    reason: "Reason",
    scope: "Scope",
    until: "Until",
    channel: "By",
    purpose: "For",
    method: "With",
    second_factor: "Second factor",
    instead_of_password: "Instead of a password",
    fields: "Changed",
    factors: "Removed",
    role: "Role",
    before: "Before",
    from: "From",
    to: "To",
    act: "Act",
    list: "List",
    sessions: "Sessions",
    count: "Sessions",
    currency: "Currency",
    lowered: "Lowered",
    raised: "Raised",
    is_default: "Default wallet",
    swept_to: "Balance moved to",
    new_default: "New default wallet",
    taken_by: "Taken by",
    proposal: "Proposal",
    proposed_by: "Proposed by",
    direction: "Direction",
    reverses: "Reverses",
    amount: "Amount",
    pair: "Pair",
    rate: "Rate",
    unit: "Unit",
    spread_basis_points: "Spread (0.01%)",
    fee_basis_points: "Fee (0.01%)",
  },
  ar: {
    reason: "السبب",
    scope: "النطاق",
    until: "حتى",
    channel: "عبر",
    purpose: "الغرض",
    method: "بواسطة",
    second_factor: "عامل التحقق الثاني",
    instead_of_password: "بدل كلمة المرور",
    fields: "ما تغيّر",
    factors: "ما أُزيل",
    role: "الدور",
    before: "قبل ذلك",
    from: "من",
    to: "إلى",
    act: "الإجراء",
    list: "القائمة",
    sessions: "الجلسات",
    count: "الجلسات",
    currency: "العملة",
    lowered: "خُفّض",
    raised: "رُفع",
    is_default: "المحفظة الأساسية",
    swept_to: "نُقل الرصيد إلى",
    new_default: "المحفظة الأساسية الجديدة",
    taken_by: "انتقل إلى",
    proposal: "الاقتراح",
    proposed_by: "اقترحه",
    direction: "الاتجاه",
    reverses: "العملية المعكوسة",
    amount: "المبلغ",
    pair: "زوج العملات",
    rate: "السعر",
    unit: "الوحدة",
    spread_basis_points: "الهامش (0.01%)",
    fee_basis_points: "الرسوم (0.01%)",
  },
};

const CHANNEL: Words = {
  en: { phone: "phone", email: "e-mail" },
  ar: { phone: "الهاتف", email: "البريد" },
};

const METHOD: Words = {
  en: { totp: "authenticator app", passkey: "passkey", recovery_code: "recovery code" },
  ar: { totp: "تطبيق المصادقة", passkey: "مفتاح مرور", recovery_code: "رمز استرداد" },
};

const FACTORS: Words = {
  en: { ...METHOD.en, recovery_codes: "recovery codes", passkeys: "passkeys" },
  ar: { ...METHOD.ar, recovery_codes: "رموز الاسترداد", passkeys: "مفاتيح المرور" },
};

const YES_NO: Words = { en: { true: "yes", false: "no" }, ar: { true: "نعم", false: "لا" } };

/** An own limit is a limit of what goes out. */
const MEASURE: Words = { en: measures(LIMIT.en), ar: measures(LIMIT.ar) };

function measures(limits: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(limits)
      .filter(([name]) => name.startsWith("out_"))
      .map(([name, words]) => [name.replace("out_", ""), words]),
  );
}

const VALUES: Readonly<Record<string, Words>> = {
  scope: FREEZE_SCOPE,
  channel: CHANNEL,
  method: METHOD,
  second_factor: METHOD,
  instead_of_password: METHOD,
  factors: FACTORS,
  role: ROLE,
  before: ROLE,
  from: TIER,
  to: TIER,
  act: EVENT,
  is_default: YES_NO,
  lowered: MEASURE,
  raised: MEASURE,
  purpose: {
    en: {
      verification: "to verify a contact",
      password_reset: "a new password",
      phone_claim: "to prove a phone number",
    },
    ar: {
      verification: "توثيق رقم أو بريد",
      password_reset: "كلمة مرور جديدة",
      phone_claim: "إثبات رقم هاتف",
    },
  },
  fields: {
    en: { ...CHANNEL.en, username: "name", label: "wallet name", is_default: "default wallet" },
    ar: {
      ...CHANNEL.ar,
      username: "الاسم",
      label: "اسم المحفظة",
      is_default: "المحفظة الأساسية",
    },
  },
  direction: { en: { credit: "credit", debit: "debit" }, ar: { credit: "إضافة", debit: "خصم" } },
  list: {
    en: {
      deposits: "waiting deposits",
      withdrawals: "waiting withdrawals",
      holds: "lapsed holds",
      funding_events: "suspended events",
      past_rates: "past rates",
      rate_proposals: "rate proposals",
      money_proposals: "money proposals",
      role_proposals: "role proposals",
    },
    ar: {
      deposits: "الإيداعات المنتظرة",
      withdrawals: "السحوبات المنتظرة",
      holds: "الحجوزات المنتهية",
      funding_events: "الأحداث المعلّقة",
      past_rates: "الأسعار السابقة",
      rate_proposals: "اقتراحات الأسعار",
      money_proposals: "اقتراحات المال",
      role_proposals: "اقتراحات الأدوار",
    },
  },
};

/** The same reason has other words for another act. */
const REASONS: Readonly<Partial<Record<EventType, Words>>> = {
  user_suspended: FREEZE_REASON,
  wallet_frozen: FREEZE_REASON,
  suspension_lifted: UNFREEZE_REASON,
  wallet_unfrozen: UNFREEZE_REASON,
  wallet_reopened: REOPEN_REASON,
  tier_changed: TIER_REASON,
  factors_removed: FACTOR_REASON,
  adjustment_proposed: ADJUSTMENT_REASON,
  adjustment_rejected: ADJUSTMENT_REASON,
  adjustment_made: ADJUSTMENT_REASON,
  reversal_proposed: REVERSAL_REASON,
  reversal_rejected: REVERSAL_REASON,
  reversal_made: REVERSAL_REASON,
};

/** The words of the values of a detail; undefined for one without a closed list. */
export function valuesOf(type: EventType, name: string): Words | undefined {
  return name === "reason" ? REASONS[type] : VALUES[name];
}
