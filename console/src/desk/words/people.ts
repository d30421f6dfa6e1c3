import type { components } from "@mahfaza/client";

// Words of what the API calls by a code, about people and their wallets. A code without words does
// not compile.

type Schemas = components["schemas"];
type Words<K extends string> = Readonly<Record<"en" | "ar", Readonly<Record<K, string>>>>;

export type Role = Schemas["Account"]["role"];
export type Tier = Schemas["Account"]["tier"];
export type FreezeReason = Schemas["FreezeWalletRequest"]["reason"];
export type FreezeScope = NonNullable<Schemas["FreezeWalletRequest"]["scope"]>;
export type UnfreezeReason = Schemas["UnfreezeWalletRequest"]["reason"];
export type ReopenReason = Schemas["ReopenWalletRequest"]["reason"];
export type TierReason = Schemas["SetTierRequest"]["reason"];
type FactorReason = Schemas["RemoveUserFactorsRequest"]["reason"];
export type WalletStatus = Schemas["Wallet"]["status"];

export const ROLE: Words<Role> = {
  en: { user: "No role", support: "Support", admin: "Admin" },
  ar: { user: "بلا دور", support: "دعم", admin: "مدير" },
};

export const TIER: Words<Tier> = {
  en: { basic: "Basic", verified: "Verified", merchant: "Merchant" },
  ar: { basic: "أساسي", verified: "موثّق", merchant: "تاجر" },
};

export const WALLET_STATUS: Words<WalletStatus> = {
  en: { active: "Active", frozen: "Frozen", closed: "Closed" },
  ar: { active: "نشطة", frozen: "مجمّدة", closed: "مغلقة" },
};

export const FREEZE_REASON: Words<FreezeReason> = {
  en: {
    owner_request: "The owner asked for it",
    suspected_takeover: "Suspected takeover",
    suspected_fraud: "Suspected fraud",
    investigation: "Investigation",
    legal_order: "Legal order",
  },
  ar: {
    owner_request: "بطلب من صاحبها",
    suspected_takeover: "اشتباه في اختراق الحساب",
    suspected_fraud: "اشتباه في احتيال",
    investigation: "تحقيق جارٍ",
    legal_order: "أمر قضائي",
  },
};

export const FREEZE_SCOPE: Words<FreezeScope> = {
  en: { both: "All money", debits: "Money that leaves", credits: "Money that enters" },
  ar: { both: "كل الأموال", debits: "الأموال الصادرة", credits: "الأموال الواردة" },
};

export const UNFREEZE_REASON: Words<UnfreezeReason> = {
  en: {
    owner_verified: "The owner proved who they are",
    resolved: "Resolved",
    mistake: "A mistake",
  },
  ar: { owner_verified: "أثبت صاحب الحساب هويته", resolved: "حُلّت المسألة", mistake: "وقع خطأ" },
};

export const REOPEN_REASON: Words<ReopenReason> = {
  en: {
    owner_request: "The owner asked for it",
    suspected_takeover: "Closed in a takeover",
    mistake: "Closed by mistake",
  },
  ar: {
    owner_request: "بطلب من صاحبها",
    suspected_takeover: "أُغلقت أثناء اختراق الحساب",
    mistake: "أُغلقت خطأً",
  },
};

export const TIER_REASON: Words<TierReason> = {
  en: {
    identity_verified: "Identity verified",
    business_verified: "Business verified",
    owner_request: "The owner asked for it",
    verification_expired: "Verification expired",
    risk: "Risk",
  },
  ar: {
    identity_verified: "تم التحقق من الهوية",
    business_verified: "تم التحقق من النشاط التجاري",
    owner_request: "بطلب من صاحب الحساب",
    verification_expired: "انتهت صلاحية التحقق",
    risk: "تقدير المخاطر",
  },
};

export const FACTOR_REASON: Words<FactorReason> = {
  en: { owner_request: "The owner lost them", suspected_takeover: "Suspected takeover" },
  ar: { owner_request: "فقدها صاحب الحساب", suspected_takeover: "اشتباه في اختراق الحساب" },
};
