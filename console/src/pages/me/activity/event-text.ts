import type { AuditEvent } from "@mahfaza/client";
import { words } from "../../../i18n/words.ts";
import type { IconName } from "../../../ui/icon.tsx";
import { EVENTS_AR } from "./events-ar.ts";
import { EVENTS_EN } from "./events-en.ts";

const t = words({
  en: {
    events: EVENTS_EN,
    unknown: "Something else happened",
    actors: { support: "By support", admin: "By an admin", service: "By the service" },
    values: {
      totp: "authenticator app",
      passkey: "passkey",
      recovery_code: "recovery code",
      phone: "phone",
      email: "e-mail",
      username: "name",
      label: "wallet name",
      is_default: "default wallet",
      verification: "to verify a contact",
      password_reset: "for a new password",
      phone_claim: "to prove a phone number",
    },
  },
  ar: {
    events: EVENTS_AR,
    unknown: "حدث أمر آخر",
    actors: { support: "من الدعم", admin: "من مدير", service: "من الخدمة" },
    values: {
      totp: "تطبيق المصادقة",
      passkey: "مفتاح مرور",
      recovery_code: "رمز استرداد",
      phone: "الهاتف",
      email: "البريد",
      username: "الاسم",
      label: "اسم المحفظة",
      is_default: "المحفظة الأساسية",
      verification: "لتوثيق رقم أو بريد",
      password_reset: "لكلمة مرور جديدة",
      phone_claim: "لإثبات رقم هاتف",
    },
  },
});

/** What happened, in a few words. A type that this page does not know is named as such. */
export function eventTitle({ type }: Pick<AuditEvent, "type">): string {
  const events: Readonly<Record<string, string>> = t().events;
  return events[type] ?? t().unknown;
}

/** The parts of an event's details that mean something to its owner, and who acted. */
export function eventDetail(event: Pick<AuditEvent, "actor" | "details">): string | null {
  const { actor, details } = event;
  const known: Readonly<Record<string, string>> = t().values;
  const said = Object.entries(details)
    .filter(([name]) => SHOWN.has(name))
    .flatMap(([name, value]) => (PLAIN.has(name) ? value : [value].flat().map((v) => known[v])))
    .filter((text) => text !== undefined);
  const by = actor === "self" ? [] : [t().actors[actor]];
  return [...by, ...said].join(" · ") || null;
}

/** Details that are shown as they are. */
const PLAIN: ReadonlySet<string> = new Set(["currency", "device", "place"]);
const SHOWN: ReadonlySet<string> = new Set([
  ...PLAIN,
  "channel",
  "fields",
  "instead_of_password",
  "method",
  "purpose",
  "second_factor",
]);

const ICONS: readonly (readonly [RegExp, IconName])[] = [
  [/refused|reused|displaced|suspended|frozen|deleted/, "alert"],
  [/looked_up|listed|lookup/, "eye"],
  [/passkey|totp|factor|recovery|stepped_up|password/, "key"],
  [/logged|session|refresh/, "out"],
  [/wallet|freeze/, "card"],
  [/phone|contact|code/, "phone"],
  [/rate/, "chart"],
  [/limits|tier/, "gauge"],
];

/** The icon of an event's kind. */
export function eventIcon({ type }: Pick<AuditEvent, "type">): IconName {
  return ICONS.find(([kind]) => kind.test(type))?.[1] ?? "user";
}

/** Whether an event is worth a second look: something was refused, or ended by force. */
export function isAlarming({ type }: Pick<AuditEvent, "type">): boolean {
  return ICONS[0]?.[0].test(type) ?? false;
}
