// Ways to corrupt what is counted towards limits.
import type { Check } from "../../src/ledger/reconcile.ts";
import {
  DEPOSIT,
  OMAR_YEM,
  SALMA,
  SALMA_SAVINGS,
  SALMA_USD,
  SALMA_YEM,
  TRANSFER,
} from "./fixture.ts";

type Corruption = readonly [string, string, Partial<Record<Check, string>>];

const wallet = (id: string, change: string) => `UPDATE wallets SET ${change} WHERE id = '${id}'`;
const counted = (id: string, date: string) =>
  `UPDATE transactions SET counted_on = '${date}' WHERE id = '${id}'`;

/** The deposit and the transfer of the fixture, counted as the ledger counts them. */
const COUNTED = [
  counted(DEPOSIT, "2023-10-04"),
  counted(TRANSFER, "2023-10-05"),
  wallet(
    SALMA_YEM,
    `limit_date = '2023-10-05', in_month_sum = 1000, in_month_count = 1, out_day_sum = 250,
      out_day_count = 1, out_month_sum = 250, out_month_count = 1`,
  ),
  wallet(
    OMAR_YEM,
    "limit_date = '2023-10-05', in_day_sum = 250, in_day_count = 1, in_month_sum = 250, in_month_count = 1",
  ),
].join("; ");

export const LIMIT_CORRUPTIONS: readonly Corruption[] = [
  ["nothing, where all is counted", COUNTED, {}],
  [
    "a sum of a day that is too small",
    `${COUNTED}; ${wallet(SALMA_YEM, "out_day_sum = 249")}`,
    { limit_usage: SALMA_YEM },
  ],
  [
    "a count of a month that nothing explains",
    wallet(OMAR_YEM, "limit_date = '2023-10-05', in_month_count = 1"),
    { limit_usage: OMAR_YEM },
  ],
  [
    "a counted transaction whose wallet has counted nothing",
    `${counted(DEPOSIT, "2023-10-05")}; ${wallet(SALMA_YEM, "limit_date = '2023-10-05'")}`,
    { limit_usage: SALMA_YEM },
  ],
  [
    "a window that has turned back",
    `${COUNTED}; ${wallet(SALMA_YEM, "limit_date = '2023-10-04'")}`,
    { limit_usage: SALMA_YEM },
  ],
  [
    "a wallet that is counted by one of another currency",
    wallet(SALMA_SAVINGS, `limits_wallet_id = '${SALMA_USD}'`),
    { limit_counter: SALMA_SAVINGS },
  ],
  [
    "two wallets that count for one owner",
    wallet(SALMA_SAVINGS, "limits_wallet_id = NULL"),
    { limit_counter: SALMA },
  ],
  [
    "a balance of other wallets that they do not have",
    wallet(SALMA_YEM, "siblings_balance = 5"),
    { limit_siblings: SALMA_YEM },
  ],
];
