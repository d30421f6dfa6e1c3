// Violations of the rules of limits: who counts for whom, and what is counted.
import { SALMA, SALMA_SAVINGS, SALMA_YEM } from "./fixture.ts";
import { NOBODY, set, transaction, wallet } from "./violating-statements.ts";

const failed = { status: "'failed'", failure_code: "'limit_exceeded'" };
const savings = (change: string) => set("wallets", change, `id = '${SALMA_SAVINGS}'`);

export const LIMIT_VIOLATIONS: readonly (readonly [string, string])[] = [
  ["users_tier_in_list", set("users", "tier = 'gold'", `id = '${SALMA}'`)],
  ["wallets_limits_wallet_id_fk", savings(`limits_wallet_id = ${NOBODY}`)],
  ["wallets_limits_unique", savings("limits_wallet_id = NULL")],
  ["wallets_limits_wallet_is_another", wallet(`limits_wallet_id = '${SALMA_YEM}'`)],
  ...["out_day_sum", "out_month_count", "in_day_count", "in_month_sum", "siblings_balance"].map(
    (column) => ["wallets_limit_usage_nonnegative", wallet(`${column} = -1`)] as const,
  ),
  ["wallets_own_limits_is_object", wallet("own_limits = '[]'")],
  ["transactions_limit_breach_of_code", transaction(failed)],
  [
    "transactions_limit_breach_of_code",
    transaction({ ...failed, failure_code: "'wallet_frozen'", limit_breach: "'{}'" }),
  ],
  ["transactions_limit_breach_of_code", transaction({ limit_breach: "'{}'" })],
  [
    "transactions_counted_if_success",
    transaction({ ...failed, limit_breach: "'{}'", counted_on: "'2026-11-28'" }),
  ],
];
