import {
  DELETE_BATCH_ROWS,
  DELETE_BATCHES_MAX,
  HOLD_NOTICE_ROUNDS_MAX,
  HOLDS_TOLD_AT_ONCE,
  MESSAGE_ROUNDS_MAX,
  MESSAGES_AT_ONCE,
  PAYOUT_ROUNDS_MAX,
  PAYOUTS_AT_ONCE,
} from "../domain/bounds.ts";
import type { ServiceContext } from "../services/context.ts";
import { handOverPayouts } from "../services/funding/hand-over-payouts.ts";
import { tellOfHolds } from "../services/holds/notices/tell-of-holds.ts";
import { deliverMessages } from "../services/messages/deliver-messages.ts";

/**
 * Runs batches until one is not full, `batchesMax` at most. Returns the sum of what they processed.
 */
async function runInBatches(
  batch: () => Promise<number>,
  { full, batchesMax }: { readonly full: number; readonly batchesMax: number },
): Promise<number> {
  let total = 0;
  for (let i = 0; i < batchesMax; i++) {
    const count = await batch();
    total += count;
    if (count < full) break;
  }
  return total;
}

/** Sends the messages that are due, a bounded number. Returns how many it attempted to deliver. */
export function deliverDueMessages(ctx: ServiceContext): Promise<number> {
  const bounds = { full: MESSAGES_AT_ONCE, batchesMax: MESSAGE_ROUNDS_MAX };
  return runInBatches(() => deliverMessages(ctx), bounds);
}

/** Tells of the holds that expire soon or have expired, a bounded number. Returns how many. */
export function tellOfDueHolds(ctx: ServiceContext): Promise<number> {
  const bounds = { full: HOLDS_TOLD_AT_ONCE, batchesMax: HOLD_NOTICE_ROUNDS_MAX };
  return runInBatches(() => tellOfHolds(ctx), bounds);
}

/** Hands due payouts to the provider, a bounded number. Returns how many it attempted. */
export function handOverDuePayouts(ctx: ServiceContext): Promise<number> {
  const bounds = { full: PAYOUTS_AT_ONCE, batchesMax: PAYOUT_ROUNDS_MAX };
  return runInBatches(() => handOverPayouts(ctx), bounds);
}

/**
 * Repeats a statement that processes up to DELETE_BATCH_ROWS rows, until no row is left. Returns
 * the row count.
 */
export function processInBatches(batch: () => Promise<number>): Promise<number> {
  return runInBatches(batch, { full: DELETE_BATCH_ROWS, batchesMax: DELETE_BATCHES_MAX });
}
