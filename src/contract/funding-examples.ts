// The deposits, withdrawals and operators' proposals of the examples.
import type { z } from "zod";
import { EXAMPLE, USER } from "./examples.ts";
import type { DepositBody, WithdrawalBody } from "./funding.ts";
import type { FundingEventAnswer, SuspendedEventsPage } from "./funding-events.ts";
import type { ApprovedProposalBody, MoneyProposalBody } from "./money-proposals.ts";

const SUFFIX = "01kazv5q0vfvtrx6r2n1p3b4c5";
const AT = "2026-11-23T09:30:00.000Z";

export const PENDING_DEPOSIT: z.infer<typeof DepositBody> = {
  id: `dpi_${SUFFIX}`,
  status: "pending",
  amount: "2500.00",
  currency: "YEM",
  wallet_id: EXAMPLE.wallet,
  failure_code: null,
  created_at: AT,
  completed_at: null,
  transaction_id: null,
  reference: "FND-261123-2M8N-4QXT-7A1B",
  instructions: "Pay the amount at the provider, and name the reference.",
  expires_at: "2026-11-24T09:30:00.000Z",
};

export const CREDITED_DEPOSIT: z.infer<typeof DepositBody> = {
  ...PENDING_DEPOSIT,
  status: "succeeded",
  completed_at: "2026-11-23T10:05:00.000Z",
  transaction_id: `txn_${SUFFIX}`,
  instructions: null,
};

export const PENDING_WITHDRAWAL: z.infer<typeof WithdrawalBody> = {
  id: `pay_${SUFFIX}`,
  status: "pending",
  amount: "100.00",
  currency: "YEM",
  wallet_id: EXAMPLE.wallet,
  failure_code: null,
  created_at: AT,
  completed_at: null,
  transaction_id: null,
  reference: "PAY-261123-5H2K-8RVW-3C6D",
  expires_at: "2026-11-26T09:30:00.000Z",
};

export const APPLIED_EVENT: z.infer<typeof FundingEventAnswer> = {
  id: `fev_${SUFFIX}`,
  decision: "applied",
  reason: null,
};

export const SUSPENDED_EVENT: z.infer<typeof SuspendedEventsPage>["data"][number] = {
  id: `fev_${SUFFIX}`,
  type: "deposit.succeeded",
  reason: "amount_mismatch",
  reference: PENDING_DEPOSIT.reference,
  payment_id: "pmt_7Q2",
  amount: "2400.00",
  currency: "YEM",
  user_id: USER.id,
  wallet_id: EXAMPLE.wallet,
  received_at: AT,
};

/** Proposed by Salma's colleague. */
export const ADJUSTMENT_PROPOSAL: z.infer<typeof MoneyProposalBody> = {
  id: `prp_${SUFFIX}`,
  kind: "adjustment",
  user_id: USER.id,
  wallet_id: EXAMPLE.wallet,
  amount: "250.00",
  currency: "YEM",
  direction: "credit",
  reverses: null,
  shortfall: null,
  reason: "service_error",
  ticket: "CASE-1042",
  funding_event_id: null,
  proposed_by: "usr_01kazv5q0vfvtrx6r2n1p3b4c8",
  created_at: AT,
  expires_at: "2026-11-24T09:30:00.000Z",
};

/** Proposed by Salma's colleague. */
export const REVERSAL_PROPOSAL: z.infer<typeof MoneyProposalBody> = {
  ...ADJUSTMENT_PROPOSAL,
  kind: "reversal",
  direction: null,
  reverses: `txn_${SUFFIX}`,
  shortfall: "available",
  reason: "duplicate_payment",
};

export const APPROVED_PROPOSAL: z.infer<typeof ApprovedProposalBody> = {
  ...ADJUSTMENT_PROPOSAL,
  transaction_id: `txn_${SUFFIX}`,
};
