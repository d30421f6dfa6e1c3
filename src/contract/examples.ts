// The people and things of the examples. Amina is the caller; she pays Bilal, and Salma is an
// operator.
import type { z } from "zod";
import type { LIMIT_RULES } from "../domain/limit.ts";
import type { FailureCode } from "../domain/refusal.ts";
import type { AccountBody, WatchedWalletBody } from "./admin.ts";
import type { LoggedIn } from "./auth.ts";
import type { CounterpartyBody } from "./counterparty.ts";
import type { CurrencyLimitsBody, ExceededLimit } from "./limits.ts";
import type { RoleProposalBody } from "./role-proposals.ts";
import type { TokensBody } from "./tokens.ts";
import type { TransactionBody } from "./transactions.ts";
import type { UserBody } from "./users.ts";
import type { WalletBody } from "./wallets.ts";

const SUFFIX = "01kazv5q0vfvtrx6r2n1p3b4c5";

/** Values that a request can name. */
export const EXAMPLE = {
  phone: "+967771234567",
  email: "amina@example.com",
  password: "three quiet camels at dusk",
  newPassword: "seven lanterns over the old harbour",
  wallet: `wal_${SUFFIX}`,
  userWithoutPhone: "usr_01kazv5q0vfvtrx6r2n1p3b4c8",
  ownWallet: "wal_01kazv5q0vfvtrx6r2n1p3b4c6",
  recipientPhone: "+967712345678",
  recipientWallet: "wal_01kazv5q0vfvtrx6r2n1p3b4c7",
  refreshToken: "mrt_Zk3vQ1s0o8Jr5n2bX7yLw4eTtA9cUuP6iHdGfKmRzNE",
  resetToken: "mpr_V5b8m1cQ0tKx3sRz7yHn2eWfJd4uLgA6pToIiXvBqNw",
  claim: "mpc_Q7d1k9vN3xTz5bRw2yHs8eWfJm4uLgA6pCoIiXvBqNt",
  challenge: "w0ZtR8mK4yQ1nV7bX2sLc5eHgT9uJdA3fPoIiWvBqNw",
  code: "48151623",
  totp: "492039",
  recoveryCode: "7K3M9Q-XT2A4B-0PZ5WD-HN81CE",
} as const;

export const USER: z.infer<typeof UserBody> = {
  id: `usr_${SUFFIX}`,
  username: "Amina Saleh",
  phone: EXAMPLE.phone,
  email: EXAMPLE.email,
  phone_verified: true,
  email_verified: false,
  created_at: "2026-11-23T09:30:00.000Z",
  role: null,
  suspension: null,
};

/** Salma. */
export const OPERATOR: z.infer<typeof UserBody> = {
  ...USER,
  id: "usr_01kazv5q0vfvtrx6r2n1p3b4c9",
  username: "Salma Omar",
  phone: "+967733456789",
  email: "salma@example.com",
  role: "support",
};

export const SUSPENDED_USER: z.infer<typeof UserBody> = {
  ...USER,
  suspension: { since: "2026-11-28T08:00:00.000Z", reason: "suspected_takeover" },
};

export const NEW_USER: z.infer<typeof UserBody> = { ...USER, email: null, phone_verified: false };

export const WALLET: z.infer<typeof WalletBody> = {
  id: EXAMPLE.wallet,
  currency: "YEM",
  market: "aden",
  label: null,
  status: "active",
  freeze_scope: null,
  is_default: true,
  balance: "2500.00",
  available: "2500.00",
  held: "0.00",
  created_at: "2026-11-23T09:30:00.000Z",
};

const EMPTY = { balance: "0.00", available: "0.00" };
export const NEW_WALLET: z.infer<typeof WalletBody> = { ...WALLET, ...EMPTY };
export const USD_WALLET: z.infer<typeof WalletBody> = {
  ...NEW_WALLET,
  id: EXAMPLE.ownWallet,
  currency: "USD",
  market: null,
  label: "Savings",
};

export const TOKENS: z.infer<typeof TokensBody> = {
  access_token:
    "eyJhbGciOiJIUzI1NiIsImtpZCI6IjEifQ.eyJzdWIiOiJ1c3JfMDFrYXp2NXEwIn0.5Qh0cCNVrpTVYv3mJ4sWfQ",
  refresh_token: EXAMPLE.refreshToken,
  token_type: "Bearer",
  expires_in: 600,
};

/** The same when a cookie has the refresh token. */
export const COOKIE_TOKENS: z.infer<typeof TokensBody> = {
  access_token: TOKENS.access_token,
  token_type: "Bearer",
  expires_in: 600,
};

export const LOGGED_IN: z.infer<typeof LoggedIn> = {
  status: "logged_in",
  user: USER,
  tokens: TOKENS,
};

export const LOGGED_IN_BY_COOKIE: z.infer<typeof LoggedIn> = {
  ...LOGGED_IN,
  tokens: COOKIE_TOKENS,
};

export const ACCOUNT: z.infer<typeof AccountBody> = {
  id: USER.id,
  username: USER.username,
  phone: USER.phone,
  role: "user",
  tier: "basic",
  created_at: USER.created_at,
  deleted_at: null,
  suspension: null,
};
export const SUSPENDED_ACCOUNT: z.infer<typeof AccountBody> = {
  ...ACCOUNT,
  suspension: { since: "2026-11-28T08:00:00.000Z", reason: "suspected_takeover" },
};

export const VERIFIED_ACCOUNT: z.infer<typeof AccountBody> = { ...ACCOUNT, tier: "verified" };

/** Proposed by Salma's colleague. */
export const ROLE_PROPOSAL: z.infer<typeof RoleProposalBody> = {
  id: `rlp_${SUFFIX}`,
  user_id: USER.id,
  role: "support",
  proposed_by: "usr_01kazv5q0vfvtrx6r2n1p3b4c8",
  created_at: "2026-11-23T09:30:00.000Z",
  expires_at: "2026-11-24T09:30:00.000Z",
};

export const WATCHED_WALLET: z.infer<typeof WatchedWalletBody> = { ...WALLET, freeze: null };
export const FROZEN_WALLET: z.infer<typeof WatchedWalletBody> = {
  ...WALLET,
  status: "frozen",
  freeze_scope: "debits",
  freeze: { reason: "suspected_takeover", scope: "debits", until: null },
};

type Transaction = z.infer<typeof TransactionBody>;

const recorded = {
  id: `txn_${SUFFIX}`,
  status: "success",
  currency: "YEM",
  original_id: null,
  note: null,
  failure_code: null,
  exchange: null,
  created_at: "2026-11-23T09:30:00.000Z",
  posted_at: "2026-11-23T09:30:00.018204Z",
} as const;
const leg = (amount: string, balanceAfter: string, seq: number) => ({
  wallet_id: EXAMPLE.wallet,
  currency: "YEM",
  amount,
  balance_after: balanceAfter,
  seq,
});

export const DEPOSIT: Transaction = {
  ...recorded,
  type: "DEPOSIT",
  amount: "2500.00",
  from_wallet: null,
  to_wallet: EXAMPLE.wallet,
  reference: "DEP-261123-2M8N-4QXT-7A1B",
  legs: [leg("2500.00", "2500.00", 1)],
};

export const WITHDRAWAL: Transaction = {
  ...recorded,
  type: "WITHDRAW",
  amount: "100.00",
  from_wallet: EXAMPLE.wallet,
  to_wallet: null,
  reference: "WDR-261123-5H2K-8RVW-3C6D",
  legs: [leg("-100.00", "2400.00", 2)],
};

/** Whom the example's user has paid, as reads show them. */
export const COUNTERPARTY: z.infer<typeof CounterpartyBody> = { name: "B*** N***", is_own: false };

export const TRANSFER: Transaction = {
  ...recorded,
  type: "TRANSFER",
  amount: "250.00",
  from_wallet: EXAMPLE.wallet,
  to_wallet: EXAMPLE.recipientWallet,
  reference: "TRF-261123-7K3M-9QXT-2A4B",
  note: "rent for November",
  legs: [leg("-250.00", "2150.00", 3)],
};

export const EXCEEDED_LIMIT: z.infer<typeof ExceededLimit> = {
  name: "out_day_sum",
  limit: "250000.00",
  remaining: "100.00",
  resets_at: "2026-11-23T21:00:00.000Z",
  currency: "YEM",
};

const limit = (
  name: (typeof LIMIT_RULES)[number],
  limitText: string,
  used: string | null,
  remaining: string,
): z.infer<typeof CurrencyLimitsBody>["limits"][number] => {
  const isDay = name.includes("_day_");
  const isMonth = name.includes("_month_");
  return {
    name,
    limit: limitText,
    used,
    remaining,
    resets_at: isDay ? "2026-11-23T21:00:00.000Z" : isMonth ? "2026-11-30T21:00:00.000Z" : null,
    period: isDay ? "P1D" : isMonth ? "P1M" : null,
    tier_limit: limitText,
    own_limit: null,
    pending: null,
  };
};

/** Amina has paid 250 and received 2,500 today. */
export const CURRENCY_LIMITS: z.infer<typeof CurrencyLimitsBody> = {
  currency: "YEM",
  limits: [
    limit("out_operation_sum", "100000.00", null, "100000.00"),
    limit("out_day_sum", "250000.00", "250.00", "249750.00"),
    limit("out_day_count", "20", "1", "19"),
    limit("out_month_sum", "1000000.00", "250.00", "999750.00"),
    limit("out_month_count", "200", "1", "199"),
    limit("in_operation_sum", "250000.00", null, "250000.00"),
    limit("in_day_sum", "500000.00", "2500.00", "497500.00"),
    limit("in_day_count", "50", "1", "49"),
    limit("in_month_sum", "1500000.00", "2500.00", "1497500.00"),
    limit("in_month_count", "500", "1", "499"),
    limit("balance", "1000000.00", "2250.00", "997750.00"),
  ],
};

/** The same after she lowered what she pays in a day, and then asked for more. */
export const LOWERED_LIMITS: z.infer<typeof CurrencyLimitsBody> = {
  ...CURRENCY_LIMITS,
  limits: CURRENCY_LIMITS.limits.map((one) =>
    one.name === "out_day_sum"
      ? {
          ...one,
          limit: "5000.00",
          remaining: "4750.00",
          own_limit: "5000.00",
          pending: { own_limit: "20000.00", applies_at: "2026-11-24T09:30:00.000Z" },
        }
      : one,
  ),
};

/** The caller gives back a part of what they received. */
export const REFUND: Transaction = {
  ...recorded,
  type: "REFUND",
  amount: "100.00",
  from_wallet: EXAMPLE.wallet,
  to_wallet: EXAMPLE.recipientWallet,
  original_id: "txn_01kazv5q0vfvtrx6r2n1p3b4c9",
  reference: "RFD-261123-9D4T-6MHS-1E8F",
  note: "one of two lamps",
  legs: [leg("-100.00", "2400.00", 4)],
};

/** The transfer that empties a wallet before it is closed. */
export const SWEEP: Transaction = {
  ...TRANSFER,
  amount: "2500.00",
  to_wallet: EXAMPLE.ownWallet,
  note: null,
  legs: [
    leg("-2500.00", "0.00", 4),
    { ...leg("2500.00", "2500.00", 1), wallet_id: EXAMPLE.ownWallet },
  ],
};

/** The same as a refusal that was recorded: without the wallet of somebody else. */
export function failed(transaction: Transaction, code: FailureCode): Transaction {
  const isToAnother = transaction.to_wallet === EXAMPLE.recipientWallet;
  return {
    ...transaction,
    status: "failed",
    to_wallet: isToAnother ? null : transaction.to_wallet,
    failure_code: code,
    legs: [],
  };
}
