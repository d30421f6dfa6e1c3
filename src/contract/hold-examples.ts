import type { z } from "zod";
import { toWireId } from "../domain/ids.ts";
import { COUNTERPARTY, EXAMPLE, TRANSFER } from "./examples.ts";
import type { HoldBody, HoldDetails, HoldTransaction } from "./holds.ts";
import { exampleId } from "./ids.ts";

export const HOLD_ID = toWireId("hld", exampleId("hld"));

/** A hold that the example's user has just placed. */
export const HOLD: HoldBody = {
  id: HOLD_ID,
  state: "open",
  role: "payer",
  amount: "400.00",
  captured: "0.00",
  capturable: "400.00",
  currency: "YEM",
  from_wallet: EXAMPLE.wallet,
  to_wallet: EXAMPLE.recipientWallet,
  note: "booking 7",
  payer_can_void: false,
  created_at: "2026-11-23T09:30:00.000Z",
  expires_at: "2026-11-24T09:30:00.000Z",
  closed_at: null,
};

const about = { ...TRANSFER, hold_id: HOLD_ID, note: null, amount: "400.00", legs: [] };

export const PLACED: HoldTransaction = {
  ...about,
  type: "HOLD",
  reference: "HLD-261123-7K3M-9QXT-2A4B",
  note: "booking 7",
  hold: HOLD,
};

/** The same hold for its payee. */
const RECEIVED: HoldBody = { ...HOLD, role: "payee" };

export const CAPTURED: HoldTransaction = {
  ...about,
  type: "CAPTURE",
  amount: "100.00",
  reference: "CAP-261123-5H2K-8RVW-3C6D",
  legs: [
    {
      wallet_id: EXAMPLE.recipientWallet,
      currency: "YEM",
      amount: "100.00",
      balance_after: "100.00",
      seq: 1,
    },
  ],
  hold: { ...RECEIVED, captured: "100.00", capturable: "300.00" },
};

export const VOIDED: HoldTransaction = {
  ...about,
  type: "RELEASE",
  reference: "REL-261123-2M8N-4QXT-7A1B",
  hold: {
    ...RECEIVED,
    state: "voided",
    capturable: "0.00",
    closed_at: "2026-11-23T10:00:00.000Z",
  },
};

export const AMENDED: HoldTransaction = {
  ...about,
  type: "AMENDMENT",
  amount: "500.00",
  reference: "AMD-261123-9T4R-1WZC-6E5F",
  hold: {
    ...HOLD,
    amount: "500.00",
    capturable: "500.00",
    expires_at: "2026-11-25T09:30:00.000Z",
  },
};

/** What a capture of too much is measured by. */
export const CAPTURABLE = { captured: "100.00", capturable: "300.00" };

const { hold: _, ...placing } = PLACED;
/** The same as GET shows it: with the payee. */
export const READ_HOLD: HoldBody = { ...HOLD, counterparty: COUNTERPARTY };

export const HOLD_DETAILS: z.infer<typeof HoldDetails> = {
  ...READ_HOLD,
  transactions: [{ ...placing, counterparty: COUNTERPARTY }],
};
