// What the people of the demo do, day by day. Pure: the same day gives the same story.
import { type CurrencyCode, currencyOf } from "../../src/domain/currency.ts";
import type { FreezeReason, FreezeScope, UnfreezeReason } from "../../src/domain/freeze.ts";
import type { Phone } from "../../src/domain/phone.ts";
import { type DemoName, PEOPLE } from "./people.ts";

/** One of a person's own wallets: the default one of a currency, or one by its label. */
export interface OwnWallet {
  readonly currency: CurrencyCode;
  readonly label?: string;
}

/** Amounts are in minor units; `minute` counts from the day's midnight in UTC. */
export type DemoEvent = { readonly minute: number; readonly who: DemoName } & (
  | {
      readonly kind: "deposit" | "withdraw";
      readonly wallet: OwnWallet;
      readonly amountMinor: bigint;
    }
  | {
      readonly kind: "transfer";
      readonly from: OwnWallet;
      /** A person is paid by phone; an own wallet is named. */
      readonly to: { readonly phone: Phone } | { readonly own: OwnWallet };
      /** Another currency than that of `from` is refused. */
      readonly currency?: CurrencyCode;
      readonly amountMinor: bigint;
      readonly note: string | null;
    }
  | {
      /** Money of one own wallet becomes money of another, at the rate of that time. */
      readonly kind: "exchange";
      readonly from: OwnWallet;
      readonly to: OwnWallet;
      readonly amountMinor: bigint;
    }
  | {
      /** Money is reserved for a person, who has not captured it yet. */
      readonly kind: "hold";
      readonly from: OwnWallet;
      readonly to: { readonly phone: Phone };
      readonly amountMinor: bigint;
      readonly expiresInSeconds: number;
      readonly note: string;
    }
  | {
      readonly kind: "freeze";
      readonly owner: DemoName;
      readonly wallet: OwnWallet;
      readonly reason: FreezeReason;
      readonly scope: FreezeScope;
    }
  | {
      /** An own wallet is closed, and its balance moves to another one. */
      readonly kind: "close";
      readonly wallet: OwnWallet;
      readonly sweepTo: OwnWallet;
    }
  | {
      readonly kind: "unfreeze";
      readonly owner: DemoName;
      readonly wallet: OwnWallet;
      readonly reason: UnfreezeReason;
    }
);

export interface DemoDay {
  /** Midnight in UTC, Unix time in milliseconds. */
  readonly startMs: number;
  readonly events: readonly DemoEvent[];
}

const DAY_MS = 86_400_000;
const MONTHS = 6;
const YEM: OwnWallet = { currency: currencyOf("YEM").code };
const USD: OwnWallet = { currency: currencyOf("USD").code };
const SAR: OwnWallet = { currency: currencyOf("SAR").code };
/** A number that nobody of the demo has. */
const NOBODY = "+967777000199" as Phone;

const ARABIC_MONTHS = new Intl.DateTimeFormat("ar", { month: "long", timeZone: "UTC" });
const LATIN_MONTHS = new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" });

/** The story from the first of the month, six months back, to yesterday. */
export function storyUntil(nowMs: number): DemoDay[] {
  const now = new Date(nowMs);
  const todayMs = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  const firstMs = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - MONTHS, 1);
  const count = Math.round((todayMs - firstMs) / DAY_MS);
  return Array.from({ length: count }, (_, i) => {
    const startMs = firstMs + i * DAY_MS;
    const day = {
      date: new Date(startMs),
      isFirst: i === 0,
      daysLeft: count - i,
      chance: chance(i + 1),
    };
    const events = [
      ...openings(day),
      ...monthly(day),
      ...weekly(day),
      ...freezes(day),
      ...closing(day),
      ...holds(day),
    ];
    return { startMs, events: events.sort((a, b) => a.minute - b.minute) };
  });
}

interface Day {
  readonly date: Date;
  readonly isFirst: boolean;
  /** 1: yesterday. */
  readonly daysLeft: number;
  /** A number from `low` to `high`, both whole; the same in every run. */
  chance(low: number, high: number): number;
}

/** Source: mulberry32, a small generator of 32-bit numbers. */
function chance(seed: number): Day["chance"] {
  let state = Math.imul(seed, 0x9e3779b1);
  return (low, high) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return low + (((t ^ (t >>> 14)) >>> 0) % (high - low + 1));
  };
}

const major = (amount: number): bigint => BigInt(amount) * 100n;
const at = (hour: number, minute = 0): number => hour * 60 + minute;

function deposit(minute: number, who: DemoName, wallet: OwnWallet, amount: number): DemoEvent {
  return { kind: "deposit", minute, who, wallet, amountMinor: major(amount) };
}

function withdraw(minute: number, who: DemoName, wallet: OwnWallet, amount: number): DemoEvent {
  return { kind: "withdraw", minute, who, wallet, amountMinor: major(amount) };
}

function pay(
  minute: number,
  [who, to]: readonly [DemoName, DemoName],
  amount: number,
  note: string | null,
  from: OwnWallet = YEM,
): DemoEvent {
  const { phone } = PEOPLE[to];
  return { kind: "transfer", minute, who, from, to: { phone }, amountMinor: major(amount), note };
}

function openings({ isFirst }: Day): DemoEvent[] {
  if (!isFirst) return [];
  return [
    deposit(at(6), "employer", YEM, 3_000_000),
    deposit(at(6, 5), "employer", USD, 12_000),
    deposit(at(7), "samira", YEM, 180_000),
    deposit(at(7, 10), "bilal", YEM, 220_000),
    deposit(at(7, 20), "omar", YEM, 160_000),
    deposit(at(7, 25), "omar", SAR, 900),
    deposit(at(7, 30), "nasser", YEM, 40_000),
    deposit(at(7, 40), "layla", YEM, 24_000),
    deposit(at(7, 50), "yusuf", YEM, 150_000),
    deposit(at(7, 55), "yusuf", SAR, 1_500),
    deposit(at(8), "bilal", USD, 400),
    deposit(at(8, 5), "huda", YEM, 70_000),
    deposit(at(8, 10), "amal", YEM, 90_000),
  ];
}

function monthly({ date, chance }: Day): DemoEvent[] {
  const arabic = ARABIC_MONTHS.format(date);
  const latin = LATIN_MONTHS.format(date);
  switch (date.getUTCDate()) {
    case 2:
      return [
        pay(at(8, chance(0, 50)), ["samira", "nasser"], 60_000, `إيجار ${arabic}`),
        pay(at(9, chance(0, 50)), ["bilal", "nasser"], 75_000, `Rent for ${latin}`),
        pay(at(15, chance(0, 50)), ["yusuf", "nasser"], 45_000, `Rent ${latin}`),
      ];
    case 3:
      return [
        deposit(at(8), "bilal", YEM, 190_000),
        pay(at(14, 5), ["samira", "layla"], 30_000, "مصروف الجامعة، بالتوفيق"),
      ];
    case 5:
      return [withdraw(at(9, 30), "nasser", YEM, 120_000), deposit(at(10), "yusuf", SAR, 800)];
    case 8:
      return [pay(at(16, 20), ["yusuf", "omar"], 350, "Dates and coffee from Riyadh", SAR)];
    case 10:
      return [withdraw(at(14), "amal", YEM, 98_000), withdraw(at(14, 30), "huda", YEM, 75_000)];
    case 20:
      return [withdraw(at(9), "amal", YEM, 95_000), withdraw(at(9, 30), "huda", YEM, 70_000)];
    case 12:
      return [
        pay(at(11, 15), ["bilal", "samira"], chance(20, 45), "Half of the internet bill", USD),
        withdraw(at(12), "omar", SAR, 300),
        {
          kind: "exchange",
          minute: at(12, 20),
          who: "bilal",
          from: USD,
          to: YEM,
          amountMinor: major(150),
        },
      ];
    case 15:
      return [
        withdraw(at(10), "samira", YEM, 70_000),
        withdraw(at(10, 20), "bilal", YEM, 55_000),
        withdraw(at(10, 40), "yusuf", YEM, 60_000),
      ];
    case 18:
      return [
        pay(at(13, 10), ["bilal", "layla"], chance(2_000, 4_000), "Lunch was on you"),
        {
          kind: "transfer",
          minute: at(18, 45),
          who: "layla",
          from: YEM,
          to: { own: { currency: currencyOf("YEM").code, label: "Trip to Socotra" } },
          amountMinor: major(2_500),
          note: null,
        },
      ];
    case 24:
      return [
        // More than she has: refused and recorded.
        pay(at(19, 30), ["layla", "omar"], 60_000, "New phone"),
        withdraw(at(10, 40), "bilal", USD, 200),
      ];
    case 27:
      return [
        deposit(at(6, 30), "employer", YEM, 1_000_000),
        deposit(at(6, 35), "employer", USD, 2_000),
        pay(at(7), ["employer", "samira"], 240_000, `راتب ${arabic}`),
        pay(at(7, 1), ["employer", "yusuf"], 165_000, `Salary ${latin}`),
        pay(at(7, 2), ["employer", "huda"], 230_000, `راتب ${arabic}`),
        pay(at(7, 3), ["employer", "amal"], 310_000, `Salary ${latin}`),
        pay(at(7, 4), ["employer", "bilal"], 1_450, `Salary ${latin}`, USD),
      ];
    case 28:
      return [
        {
          kind: "transfer",
          minute: at(17, 30),
          who: "samira",
          from: YEM,
          to: { own: { currency: currencyOf("YEM").code, label: "مدخرات" } },
          amountMinor: major(25_000),
          note: "ادخار الشهر",
        },
        // A wrong number, then the right one.
        {
          kind: "transfer",
          minute: at(18),
          who: "bilal",
          from: YEM,
          to: { phone: NOBODY },
          amountMinor: major(5_000),
          note: "Football pitch",
        },
        pay(at(18, 4), ["bilal", "yusuf"], 5_000, "Football pitch"),
      ];
    default:
      return [];
  }
}

function weekly({ date, chance }: Day): DemoEvent[] {
  const minute = at(chance(13, 17), chance(0, 59));
  switch (date.getUTCDay()) {
    case 0:
      return [withdraw(at(6, 40), "omar", YEM, chance(90_000, 120_000))];
    case 1:
      return [pay(minute, ["bilal", "omar"], chance(5_000, 11_000), "Groceries")];
    case 2:
      return [pay(minute, ["samira", "omar"], chance(4_000, 9_000), "خضار وفواكه")];
    case 3:
      return [pay(minute, ["layla", "omar"], chance(1_500, 3_500), "Noodles, tea, bread")];
    case 4:
      return [pay(minute, ["bilal", "omar"], chance(4_000, 9_000), "Groceries")];
    case 5:
      return [
        pay(minute, ["samira", "omar"], chance(5_000, 11_000), "بقالة الجمعة"),
        pay(at(18, chance(0, 59)), ["huda", "omar"], chance(5_000, 9_000), null),
      ];
    default:
      return [
        deposit(at(17, 30), "omar", YEM, chance(60_000, 95_000)),
        pay(minute, ["yusuf", "omar"], chance(4_000, 8_000), null),
        pay(at(18, chance(0, 59)), ["amal", "omar"], chance(6_000, 12_000), "Weekend"),
      ];
  }
}

/** A wallet for a purchase, which is closed once it is made. */
function closing({ daysLeft }: Day): DemoEvent[] {
  const laptop = { ...YEM, label: "Laptop" };
  if (daysLeft === 60) return [deposit(at(10), "layla", laptop, 8_000)];
  if (daysLeft !== 40) return [];
  return [{ kind: "close", minute: at(16), who: "layla", wallet: laptop, sweepTo: YEM }];
}

/** A deposit for a rented generator, which is still reserved today. */
function holds({ daysLeft }: Day): DemoEvent[] {
  if (daysLeft !== 2) return [];
  const hold = { from: YEM, to: { phone: PEOPLE.omar.phone }, amountMinor: major(15_000) };
  const terms = { expiresInSeconds: (30 * DAY_MS) / 1_000, note: "Generator, until it is back" };
  return [{ kind: "hold", minute: at(15, 20), who: "bilal", ...hold, ...terms }];
}

/** One freeze that was lifted, and one that stands. */
function freezes({ daysLeft }: Day): DemoEvent[] {
  switch (daysLeft) {
    case 80:
      return [
        {
          kind: "freeze",
          minute: at(9),
          who: "huda",
          owner: "layla",
          wallet: YEM,
          reason: "owner_request",
          // Her phone is lost; what others send still arrives.
          scope: "debits",
        },
        // Refused while the freeze stands.
        pay(at(12), ["layla", "omar"], 1_200, "Notebook"),
      ];
    case 79:
      return [
        {
          kind: "unfreeze",
          minute: at(8),
          who: "huda",
          owner: "layla",
          wallet: YEM,
          reason: "owner_verified",
        },
      ];
    case 9:
      return [
        {
          kind: "freeze",
          minute: at(20),
          who: "amal",
          owner: "yusuf",
          wallet: YEM,
          reason: "suspected_takeover",
          scope: "both",
        },
        pay(at(20, 30), ["yusuf", "omar"], 90_000, "Urgent"),
      ];
    case 6:
      return [pay(at(11), ["bilal", "yusuf"], 2_000, "Tickets")];
    case 3:
      return [
        {
          kind: "transfer",
          minute: at(13),
          who: "samira",
          from: YEM,
          to: { phone: PEOPLE.bilal.phone },
          currency: currencyOf("USD").code,
          amountMinor: major(15),
          note: "فاتورة الكهرباء",
        },
      ];
    default:
      return [];
  }
}
