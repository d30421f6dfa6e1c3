import type { z } from "zod";
import { EXAMPLE } from "./examples.ts";
import type { QuoteBody } from "./quotes.ts";
import type { RateProposalBody } from "./rate-proposals.ts";
import type { RateBody } from "./rates.ts";
import type { TransactionBody } from "./transactions.ts";

const SUFFIX = "01kazv5q0vfvtrx6r2n1p3b4c5";

const TERMS = {
  base_currency: "USD",
  counter_currency: "YEM",
  market: "aden",
  rate: "1620",
  unit: 1,
  numerator: "1620",
  denominator: "1",
  spread_basis_points: 50,
  fee_basis_points: 20,
} as const;

export const RATE: z.infer<typeof RateBody> = {
  id: `rat_${SUFFIX}`,
  ...TERMS,
  quote_max: "20000.00",
  source: "operator",
  created_at: "2026-11-23T09:00:00.000Z",
  valid_until: "2026-11-24T09:00:00.000Z",
};

/** Proposed by Salma's colleague. */
export const RATE_PROPOSAL: z.infer<typeof RateProposalBody> = {
  id: `prp_${SUFFIX}`,
  ...TERMS,
  quote_max: "20000.00",
  valid_for_seconds: 86_400,
  proposed_by: "usr_01kazv5q0vfvtrx6r2n1p3b4c8",
  created_at: "2026-11-23T09:30:00.000Z",
  expires_at: "2026-11-24T09:30:00.000Z",
};

export const QUOTE: z.infer<typeof QuoteBody> = {
  id: `quo_${SUFFIX}`,
  status: "open",
  side: "source",
  from_currency: "USD",
  to_currency: "YEM",
  market: "aden",
  source_amount: "100.00",
  fee_amount: "0.20",
  target_amount: "160867.62",
  rate: TERMS,
  from_wallet_id: null,
  to_wallet_id: null,
  created_at: "2026-11-23T09:30:00.000Z",
  expires_at: "2026-11-23T09:30:30.000Z",
};

export const EXCHANGE: z.infer<typeof TransactionBody> = {
  id: `txn_${SUFFIX}`,
  type: "EXCHANGE",
  status: "success",
  amount: "100.00",
  currency: "USD",
  from_wallet: "wal_01kazv5q0vfvtrx6r2n1p3b4c6",
  to_wallet: EXAMPLE.wallet,
  reference: "EXC-261123-4H2K-8RVW-3C6D",
  original_id: null,
  note: null,
  failure_code: null,
  created_at: "2026-11-23T09:30:10.000Z",
  posted_at: "2026-11-23T09:30:10.018204Z",
  exchange: {
    quote_id: QUOTE.id,
    source_currency: "USD",
    source_amount: "100.00",
    fee_amount: "0.20",
    target_currency: "YEM",
    target_amount: "160867.62",
    market: "aden",
    rate: TERMS,
  },
  legs: [
    {
      wallet_id: "wal_01kazv5q0vfvtrx6r2n1p3b4c6",
      currency: "USD",
      amount: "-100.00",
      balance_after: "150.00",
      seq: 2,
    },
    {
      wallet_id: EXAMPLE.wallet,
      currency: "YEM",
      amount: "160867.62",
      balance_after: "163367.62",
      seq: 2,
    },
  ],
};
