// Violations of the rules of what is given back.
import { TRANSFER } from "./fixture.ts";
import { insert, NOBODY } from "./violating-statements.ts";

/** Inserts a total that is valid except for these columns. */
const total = (columns: Record<string, string>) =>
  insert("refund_totals", {
    original_id: `'${TRANSFER}'`,
    amount: "250",
    refunded: "100",
    refunds: "1",
    ...columns,
  });

export const REFUND_VIOLATIONS: readonly (readonly [string, string])[] = [
  ["refund_totals_pkey", `${total({})}; ${total({})}`],
  ["refund_totals_original_id_fk", total({ original_id: NOBODY })],
  ["refund_totals_within_amount", total({ refunded: "251" })],
  ["refund_totals_within_amount", total({ refunded: "0" })],
  ["refund_totals_within_amount", `${total({})}; UPDATE refund_totals SET refunded = 251`],
  ["refund_totals_refunds_bounded", total({ refunds: "101" })],
  ["refund_totals_refunds_bounded", total({ refunds: "-1" })],
];
