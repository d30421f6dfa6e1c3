// The invariants of exchanges. As in reconcile-checks.ts, each is a query for its violations.
import { type SQL, sql } from "drizzle-orm";

// Minor units of the target for one of the source, after spread and fee: over ÷ under. The same
// formula as in domain/exchange.ts, written a second time.
const PRICED_QUOTES = sql`(
    SELECT q.*, r.fee_basis_points,
      (CASE WHEN q.from_currency = r.base THEN r.numerator::numeric
        ELSE r.denominator::numeric * r.unit END)
        * (10000 - r.spread_basis_points) * (10000 - r.fee_basis_points)
        * power(10::numeric, target.exponent) AS over,
      (CASE WHEN q.from_currency = r.base THEN r.denominator::numeric * r.unit
        ELSE r.numerator::numeric END) * 100000000 * power(10::numeric, source.exponent) AS under
    FROM quotes q JOIN exchange_rates r ON r.id = q.rate_id
    JOIN currencies source ON source.code = q.from_currency
    JOIN currencies target ON target.code = q.to_currency
  ) AS q`;

const FEE_DUE = sql`div(q.source_amount::numeric * q.fee_basis_points, 10000)`;

export const EXCHANGE_CHECKS = {
  // The amounts of a quote follow from its rate by the one formula and its one rounding.
  quote_terms: sql`
    SELECT q.id AS subject, q.source_amount || ' ' || q.from_currency || ' with a fee of '
      || q.fee_amount || ' for ' || q.target_amount || ' ' || q.to_currency AS detail
    FROM ${PRICED_QUOTES}
    WHERE q.fee_amount <> ${FEE_DUE}
      OR CASE q.side WHEN 'source'
        THEN q.target_amount <> div(q.source_amount * q.over, q.under)
        ELSE q.source_amount <> div(q.target_amount * q.under + q.over - 1, q.over) END`,
  // A rate is of the currencies and the market of its quotes.
  quote_rate: sql`
    SELECT q.id AS subject, q.from_currency || ' into ' || q.to_currency || ' ('
      || coalesce(q.market, 'no market') || ') at the rate of ' || r.base || ' and ' || r.counter
      || ' (' || coalesce(r.market, 'no market') || ')' AS detail
    FROM quotes q JOIN exchange_rates r ON r.id = q.rate_id
    WHERE r.market IS DISTINCT FROM q.market
      OR (r.base, r.counter) NOT IN ((q.from_currency, q.to_currency), (q.to_currency, q.from_currency))`,
  quote_used_once: sql`
    SELECT quote_id AS subject, count(*) || ' transactions use it' AS detail
    FROM transactions WHERE quote_id IS NOT NULL AND status = 'success'
    GROUP BY quote_id HAVING count(*) > 1`,
  // A transaction with a quote is its owner's, and asks for what the quote takes.
  quote_transaction: sql`
    SELECT t.id AS subject, t.type || ' of ' || t.amount || ' ' || t.currency || ' by ' || t.actor_id
      || ' at a quote of ' || coalesce(q.source_amount || ' ' || q.from_currency || ' for '
        || q.user_id, 'nobody') AS detail
    FROM transactions t LEFT JOIN quotes q ON q.id = t.quote_id
    WHERE t.quote_id IS NOT NULL AND (q.user_id IS DISTINCT FROM t.actor_id
      OR q.source_amount IS DISTINCT FROM t.amount OR q.from_currency IS DISTINCT FROM t.currency)`,
  // Each liquidity wallet has a position, which is the sum of its entries and within its caps.
  liquidity_position: sql`
    SELECT w.currency || ' ' || w.system_purpose AS subject, 'position ' || coalesce(p.position::text, 'missing') || ' from '
      || coalesce(p.floor::text, 'nothing') || ' to ' || coalesce(p.ceiling::text, 'nothing')
      || '; its entries sum to ' || coalesce(written.sum, 0) AS detail
    FROM wallets w
    LEFT JOIN liquidity_positions p ON p.wallet_id = w.id
    LEFT JOIN (SELECT wallet_id, sum(amount) FROM entries GROUP BY wallet_id) AS written
      ON written.wallet_id = w.id
    WHERE w.system_purpose IN ('liquidity', 'liquidity_sanaa')
      AND (p.position IS DISTINCT FROM coalesce(written.sum, 0)
        OR p.position NOT BETWEEN p.floor AND p.ceiling)`,
  // Rials of one market reach a wallet of the other only by a quote.
  market_legs: sql`
    SELECT e.transaction_id AS subject, 'rials of ' || count(DISTINCT coalesce(w.market, 'aden'))
      || ' markets' AS detail
    FROM entries e JOIN wallets w ON w.id = e.wallet_id JOIN transactions t ON t.id = e.transaction_id
    WHERE e.currency = 'YEM' AND w.owner_id IS NOT NULL AND t.quote_id IS NULL
    GROUP BY e.transaction_id HAVING count(DISTINCT coalesce(w.market, 'aden')) > 1`,
  // Each currency has a wallet for liquidity and one for fees; the rial has them for both markets.
  exchange_wallets: sql`
    SELECT c.code AS subject, 'has ' || coalesce(string_agg(w.system_purpose, ', '
      ORDER BY w.system_purpose), 'none') AS detail
    FROM currencies c LEFT JOIN wallets w
      ON w.currency = c.code AND w.system_purpose ~ '^(liquidity|exchange_fees)'
    GROUP BY c.code
    HAVING coalesce(string_agg(w.system_purpose || coalesce(' ' || w.market, ''), ', '
      ORDER BY w.system_purpose), '')
      <> CASE c.code WHEN 'YEM' THEN 'exchange_fees, exchange_fees_sanaa sanaa, liquidity, liquidity_sanaa sanaa'
        ELSE 'exchange_fees, liquidity' END`,
} as const satisfies Record<string, SQL>;
