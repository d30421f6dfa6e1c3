import type { z } from "zod";
import type { AuditEventsPage, WatchedEventsPage } from "./audit-events.ts";
import type { BalancesBody } from "./balances.ts";
import type { CurrencyList } from "./currencies.ts";
import type { EntriesPage } from "./entries.ts";
import { COUNTERPARTY, TRANSFER, USER, WALLET } from "./examples.ts";
import type { SessionBody } from "./sessions.ts";

type Item<P extends z.ZodType<{ data: unknown[] }>> = z.infer<P>["data"][number];

export const ENTRY: Item<typeof EntriesPage> = {
  seq: 3,
  amount: "-250.00",
  balance_after: "2150.00",
  currency: "YEM",
  transaction_id: TRANSFER.id,
  type: "TRANSFER",
  reference: TRANSFER.reference,
  note: TRANSFER.note,
  counter_wallet: TRANSFER.to_wallet,
  counterparty: COUNTERPARTY,
  created_at: TRANSFER.posted_at,
  posted_at: TRANSFER.posted_at,
};

/** 2,500 came in, and 350 went out. */
export const BALANCES: z.infer<typeof BalancesBody> = {
  currency: "YEM",
  opening: { at: "2026-10-29T12:00:00.000000Z", balance: "0.00" },
  data: [
    { at: "2026-11-23T09:30:00.018204Z", balance: "2500.00" },
    { at: "2026-11-24T16:05:41.730188Z", balance: "2400.00" },
    { at: "2026-11-27T08:12:09.402551Z", balance: "2150.00" },
  ],
  until: "2026-11-28T12:00:00.000000Z",
  is_exact: true,
};

const event = {
  id: "aud_01kazv5q0vfvtrx6r2n1p3b4c5",
  created_at: "2026-11-23T09:30:00.018204Z",
} as const;

export const EVENT: Item<typeof AuditEventsPage> = {
  ...event,
  type: "profile_changed",
  actor: "self",
  wallet_id: null,
  details: { fields: ["username"] },
};

export const WATCHED_EVENT: Item<typeof WatchedEventsPage> = {
  ...event,
  type: "wallet_frozen",
  actor: "support",
  wallet_id: WALLET.id,
  details: { reason: "suspected_takeover" },
  user_id: USER.id,
  actor_id: "usr_01kazv5q0vfvtrx6r2n1p3b4c8",
};

export const SESSION: z.infer<typeof SessionBody> = {
  id: "ses_01kazv5q0vfvtrx6r2n1p3b4c5",
  device: "Chrome on Android",
  place: "Sanaa, YE",
  client: "Chrome",
  system: "Android",
  city: "Sanaa",
  country: "YE",
  created_at: "2026-11-23T09:30:00.000Z",
  last_seen_at: "2026-11-23T09:40:00.000Z",
  expires_at: "2026-12-07T09:40:00.000Z",
  is_current: true,
};

export const YEM_CURRENCY: Item<typeof CurrencyList> = {
  code: "YEM",
  exponent: 2,
  markets: ["aden", "sanaa"],
  replaced_by: null,
  name: "Yemeni Rial",
  step_up_above: "100000.00",
};
