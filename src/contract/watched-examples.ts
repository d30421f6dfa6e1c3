// What operators read, in the examples.
import type { z } from "zod";
import { EXAMPLE, TRANSFER, USER } from "./examples.ts";
import { RATE } from "./exchange-examples.ts";
import { PENDING_DEPOSIT, PENDING_WITHDRAWAL } from "./funding-examples.ts";
import { HOLD } from "./hold-examples.ts";
import type { PastRateBody } from "./past-rates.ts";
import type { ServiceHealthBody } from "./service-health.ts";
import type { WaitingDepositBody, WaitingWithdrawalBody } from "./waiting-funding.ts";
import type { WatchedFactorsBody } from "./watched-factors.ts";
import type { WatchedHoldBody } from "./watched-holds.ts";
import type { WatchedTransactionBody } from "./watched-transactions.ts";

const RECIPIENT = "usr_01kazv5q0vfvtrx6r2n1p3b4c7";
const ADMIN = "usr_01kazv5q0vfvtrx6r2n1p3b4c8";

export const WATCHED_TRANSFER: z.infer<typeof WatchedTransactionBody> = {
  ...TRANSFER,
  legs: [
    ...TRANSFER.legs,
    {
      wallet_id: EXAMPLE.recipientWallet,
      currency: "YEM",
      amount: "250.00",
      balance_after: "250.00",
      seq: 1,
    },
  ],
  refunds: { currency: "YEM", refunded: "0.00", refundable: "250.00", transaction_ids: [] },
  actor_id: USER.id,
  parties: [
    { wallet_id: EXAMPLE.wallet, user_id: USER.id },
    { wallet_id: EXAMPLE.recipientWallet, user_id: RECIPIENT },
  ],
};

export const WATCHED_FACTORS: z.infer<typeof WatchedFactorsBody> = {
  totp: { enrolled_at: "2026-11-23T09:30:00.000Z", last_used_at: "2026-11-24T08:00:00.000Z" },
  passkeys: [{ created_at: "2026-11-23T09:31:00.000Z", last_used_at: null }],
  recovery_codes_left: 9,
};

export const PAST_RATE: z.infer<typeof PastRateBody> = {
  ...RATE,
  set_by: ADMIN,
  approved_by: null,
  ends_at: "2026-11-23T18:00:00.000Z",
};

const { instructions: _, ...waitingDeposit } = PENDING_DEPOSIT;
export const WAITING_DEPOSIT: z.infer<typeof WaitingDepositBody> = {
  ...waitingDeposit,
  user_id: USER.id,
  age_seconds: 1_800,
};

export const WAITING_WITHDRAWAL: z.infer<typeof WaitingWithdrawalBody> = {
  ...PENDING_WITHDRAWAL,
  user_id: USER.id,
  age_seconds: 240,
  attempts: 3,
  next_attempt_at: "2026-11-23T09:38:00.000Z",
};

const { role: __, note: ___, ...hold } = HOLD;
export const LAPSED_HOLD: z.infer<typeof WatchedHoldBody> = {
  ...hold,
  state: "expired",
  capturable: "0.00",
  closed_at: hold.expires_at,
  payer_id: USER.id,
  payee_id: RECIPIENT,
};

const nothing = { count: 0, oldest_at: null };
export const SERVICE_HEALTH: z.infer<typeof ServiceHealthBody> = {
  database_time: "2026-11-23T09:31:12.480113Z",
  ledger: {
    verified_at: "2026-11-23T09:31:00.120455Z",
    verified_from: "2026-11-23T09:29:58.311020Z",
    verified_until: "2026-11-23T09:30:59.018204Z",
    problems: 0,
  },
  messages: { count: 2, oldest_at: "2026-11-23T09:31:09.300000Z" },
  deposits: { count: 14, oldest_at: "2026-11-22T16:04:11.000000Z" },
  payouts: { pending: { count: 1, oldest_at: "2026-11-23T09:31:02.000000Z" }, sent: nothing },
  funding_events: nothing,
  suspended_events: { count: 1, oldest_at: "2026-11-22T08:40:00.000000Z" },
  overdue_holds: nothing,
  open_proposals: { roles: 0, rates: 1, money: 0 },
  refusals: [
    { code: "insufficient_funds", count: 12 },
    { code: "recipient_not_found", count: 3 },
  ],
};
