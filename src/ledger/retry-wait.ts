// How long the ledger waits before it tries something again.
import { RETRY_WAIT_MS, RETRY_WAIT_MS_MAX } from "../domain/bounds.ts";

/** Waits RETRY_WAIT_MS times two to the power of `tried` milliseconds, RETRY_WAIT_MS_MAX at most. */
export function waitBeforeRetry(tried: number): Promise<void> {
  const ms = Math.min(RETRY_WAIT_MS * 2 ** Math.min(tried, 10), RETRY_WAIT_MS_MAX);
  return new Promise((resolve) => setTimeout(resolve, ms));
}
