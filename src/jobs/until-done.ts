import { PURGE_BATCH_ROWS, PURGE_BATCHES_MAX } from "../domain/limits.ts";

/** Batch after batch until one is not full, PURGE_BATCHES_MAX of them at most; answers how many rows. */
export async function untilDone(batch: () => Promise<number>): Promise<number> {
  let total = 0;
  for (let round = 0; round < PURGE_BATCHES_MAX; round++) {
    const count = await batch();
    total += count;
    if (count < PURGE_BATCH_ROWS) break;
  }
  return total;
}
