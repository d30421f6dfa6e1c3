import { VERIFIED_SPANS_MAX } from "../domain/bounds.ts";
import { verifyRecent } from "../ledger/verify-recent.ts";
import { logLine } from "../log/log-line.ts";
import type { ServiceContext } from "../services/context.ts";

/** Checks what was posted since the last run, and raises an alarm for each new problem. Answers how many transactions. */
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
