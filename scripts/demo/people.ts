// The people of the demo. Their numbers and passwords are public: they are for a developer's machine.
import { type CurrencyCode, currencyOf } from "../../src/domain/currency.ts";
import type { Phone } from "../../src/domain/phone.ts";
import type { Role } from "../../src/domain/user.ts";

/** A wallet that a person opens besides their first one, in YEM. */
export interface ExtraWallet {
  readonly currency: CurrencyCode;
  readonly label: string | null;
}

export interface DemoPerson {
  readonly name: string;
  readonly phone: Phone;
  readonly password: string;
  readonly role: Role;
  /** What the list of logins says about them. */
  readonly about: string;
  /** The client and the place that their logins show. */
  readonly device: string;
  readonly place: string;
  readonly wallets: readonly ExtraWallet[];
}

const phone = (text: string) => text as Phone;
const wallet = (code: string, label: string | null = null): ExtraWallet => ({
  currency: currencyOf(code).code,
  label,
});

export const PEOPLE = {
  employer: {
    name: "Saba Software شركة سبأ",
    phone: phone("+967777000100"),
    password: "payroll leaves before sunrise",
    role: "user",
    about: "pays salaries in YEM and USD",
    device: "Firefox on Windows",
    place: "Sana'a, YE",
    wallets: [wallet("USD", "Payroll")],
  },
  samira: {
    name: "سميرة الحدّاد",
    phone: phone("+967777000101"),
    password: "seven quiet rials by the door",
    role: "user",
    about: "salary, rent, groceries, savings, dollars",
    device: "Chrome on Android",
    place: "Sana'a, YE",
    wallets: [wallet("YEM", "مدخرات"), wallet("USD")],
  },
  bilal: {
    name: "Bilal Saleh",
    phone: phone("+967777000102"),
    password: "nine dinars under the stable",
    role: "user",
    about: "earns dollars, spends rials",
    device: "Safari on iOS",
    place: "Aden, YE",
    wallets: [wallet("USD", "Salary")],
  },
  omar: {
    name: "عمر باوزير",
    phone: phone("+967777000103"),
    password: "the grocer counts every lemon",
    role: "user",
    about: "a grocer: many small payments, cash to suppliers, riyals",
    device: "Chrome on Android",
    place: "Mukalla, YE",
    wallets: [wallet("SAR", "الموردون")],
  },
  nasser: {
    name: "ناصر القاسمي",
    phone: phone("+967777000104"),
    password: "a landlord waters the fig tree",
    role: "user",
    about: "receives rent",
    device: "Edge on Windows",
    place: "Sana'a, YE",
    wallets: [],
  },
  layla: {
    name: "Layla Al-Haddad",
    phone: phone("+967777000105"),
    password: "exam week and cold noodles",
    role: "user",
    about:
      "a student: an allowance, refusals at the end of each month, and a wallet that she closed",
    device: "Chrome on Android",
    place: "Taiz, YE",
    wallets: [wallet("YEM", "Trip to Socotra"), wallet("YEM", "Laptop")],
  },
  yusuf: {
    name: "Yusuf Al-Amri",
    phone: phone("+967777000106"),
    password: "riyals cross the northern road",
    role: "user",
    about: "his wallet in YEM is frozen",
    device: "Samsung Internet on Android",
    place: "Sana'a, YE",
    wallets: [wallet("SAR", "Riyadh")],
  },
  huda: {
    name: "هدى سالم",
    phone: phone("+967777000107"),
    password: "the helpdesk closes at four",
    role: "support",
    about: "support: freezes and unfreezes wallets",
    device: "Firefox on Linux",
    place: "Sana'a, YE",
    wallets: [],
  },
  amal: {
    name: "Amal Nasser",
    phone: phone("+967777000108"),
    password: "keys are counted twice at night",
    role: "admin",
    about: "admin: gives and takes roles",
    device: "Firefox on Linux",
    place: "Sana'a, YE",
    wallets: [],
  },
} as const satisfies Record<string, DemoPerson>;

export type DemoName = keyof typeof PEOPLE;
export const NAMES = Object.keys(PEOPLE) as DemoName[];
