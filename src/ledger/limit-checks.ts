// The invariants of limits. As in reconcile-checks.ts, each is a query for its violations that reads
// its tables once.
import { type SQL, sql } from "drizzle-orm";

/** The wallet that counts for wallet `w`. */
const COUNTER = sql`coalesce(w.limits_wallet_id, w.id)`;

// What was counted: by the wallet that counts, direction and date; and what was given back later,
// which is subtracted from the date of its original. Nothing is given back of the counts.
const COUNTED = sql`
  -- What moved. The payer of a capture was counted when the hold was placed; what arrives by an
  -- exchange between own wallets is not counted.
  SELECT ${COUNTER} AS counter_id, CASE WHEN e.amount < 0 THEN 'out' ELSE 'in' END AS direction,
    t.counted_on AS date, abs(e.amount) AS amount, 1 AS times
  FROM transactions t JOIN entries e ON e.transaction_id = t.id
  JOIN wallets w ON w.id = e.wallet_id AND w.owner_id IS NOT NULL
  WHERE t.counted_on IS NOT NULL AND (t.type <> 'CAPTURE' OR e.amount > 0)
    AND (t.type <> 'EXCHANGE' OR e.amount < 0)
  UNION ALL
  -- What was reserved: a hold when it is placed, and what it is raised by.
  SELECT ${COUNTER}, 'out', t.counted_on, t.more, t.placed
  FROM (
    SELECT from_wallet_id, counted_on, (type = 'HOLD')::int AS placed,
      amount - lag(amount, 1, 0::bigint) OVER (PARTITION BY hold_id ORDER BY posted_at) AS more
    FROM transactions WHERE type IN ('HOLD', 'AMENDMENT') AND status = 'success'
  ) AS t JOIN wallets w ON w.id = t.from_wallet_id
  WHERE t.counted_on IS NOT NULL
  UNION ALL
  -- What a hold did not use.
  SELECT ${COUNTER}, 'out', t.counted_on, h.captured - h.amount, 0
  FROM holds h JOIN transactions t ON t.hold_id = h.id AND t.type = 'HOLD' AND t.status = 'success'
  JOIN wallets w ON w.id = h.from_wallet_id
  WHERE h.state <> 'open' AND t.counted_on IS NOT NULL
  UNION ALL
  -- Refunds: to the payer what went out, and from the receiver what came in.
  SELECT ${COUNTER}, CASE WHEN e.amount < 0 THEN 'in' ELSE 'out' END,
    CASE WHEN e.amount > 0 AND o.hold_id IS NOT NULL THEN placed.counted_on ELSE o.counted_on END,
    -abs(e.amount), 0
  FROM transactions t JOIN transactions o ON o.id = t.original_id
  LEFT JOIN transactions placed
    ON placed.hold_id = o.hold_id AND placed.type = 'HOLD' AND placed.status = 'success'
  JOIN entries e ON e.transaction_id = t.id
  JOIN wallets w ON w.id = e.wallet_id AND w.owner_id IS NOT NULL
  WHERE t.type = 'REFUND' AND t.status = 'success'`;

const sumOf = (direction: "out" | "in", window: "day" | "month", measure: "sum" | "count"): SQL => {
  const column = sql.raw(measure === "sum" ? "amount" : "times");
  const isWithin =
    window === "day"
      ? sql`c.date = w.limit_date`
      : sql`date_trunc('month', c.date) = date_trunc('month', w.limit_date)`;
  return sql`coalesce(sum(c.${column}) FILTER (WHERE c.direction = ${sql.raw(`'${direction}'`)}
    AND ${isWithin}), 0)`;
};

const COLUMNS = (["out", "in"] as const).flatMap((direction) =>
  (["day", "month"] as const).flatMap((window) =>
    (["sum", "count"] as const).map((measure) => ({
      name: sql.raw(`w.${direction}_${window}_${measure}`),
      due: sumOf(direction, window, measure),
    })),
  ),
);
const list = (parts: readonly SQL[]) => sql`ARRAY[${sql.join([...parts], sql`, `)}]`;
const KEPT = list(COLUMNS.map(({ name }) => sql`${name}::numeric`));
const NAMES = sql.join(
  COLUMNS.map(({ name }) => name),
  sql`, `,
);
const DUE = list(COLUMNS.map(({ due }) => sql`${due}::numeric`));

export const LIMIT_CHECKS = {
  // The counters of the running windows are what the transactions of these windows say.
  limit_usage: sql`
    SELECT id AS subject, 'counts ' || kept::text || ' on ' || date || '; its transactions say '
      || due::text AS detail
    FROM (
      SELECT w.id, coalesce(w.limit_date::text, 'no date') AS date, ${KEPT} AS kept, ${DUE} AS due
      FROM wallets w LEFT JOIN (${COUNTED}) AS c ON c.counter_id = w.id
      WHERE w.owner_id IS NOT NULL AND w.limits_wallet_id IS NULL
      GROUP BY w.id, w.limit_date, ${NAMES}
    ) AS counted WHERE kept <> due`,
  // One wallet of each owner and currency counts, and the others name it.
  limit_counter: sql`
    SELECT w.id AS subject, 'is counted by ' || ${COUNTER} || ', of '
      || coalesce(c.owner_id::text, 'nobody') AS detail
    FROM wallets w LEFT JOIN wallets c ON c.id = w.limits_wallet_id
    WHERE w.limits_wallet_id IS NOT NULL AND (c.owner_id IS DISTINCT FROM w.owner_id
      OR c.currency IS DISTINCT FROM w.currency OR c.limits_wallet_id IS NOT NULL)
    UNION ALL
    SELECT owner_id, count(*) || ' wallets count in ' || currency
    FROM wallets WHERE owner_id IS NOT NULL AND limits_wallet_id IS NULL
    GROUP BY owner_id, currency HAVING count(*) > 1`,
  limit_siblings: sql`
    SELECT w.id AS subject, 'knows ' || w.siblings_balance || ' on the other wallets; they have '
      || coalesce(sum(s.balance), 0) AS detail
    FROM wallets w LEFT JOIN wallets s ON s.limits_wallet_id = w.id
    GROUP BY w.id, w.siblings_balance HAVING w.siblings_balance <> coalesce(sum(s.balance), 0)`,
} as const satisfies Record<string, SQL>;
