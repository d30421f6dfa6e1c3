import { VERIFIED_SPANS_MAX } from "../domain/bounds.ts";
import { verifyRecent } from "../ledger/verify-recent.ts";
import { logLine } from "../log/log-line.ts";
import type { ServiceContext } from "../services/context.ts";

/**
 * Verifies the transactions that were posted since the last run, and logs an error for each new
 * problem. Returns how many transactions it verified.
 */
export async function verifyLedger({ db }: Pick<ServiceContext, "db">): Promise<number> {
  let total = 0;
  for (let span = 0; span < VERIFIED_SPANS_MAX; span++) {
    const { transactions, problems } = await verifyRecent(db);
    if (transactions === 0) break;
    total += transactions;
    for (const { check, subject } of problems) {
      console.error(logLine("ledger_problem_found", { check, subject }));
    }
  }
  return total;
}
