// The proof of the ledger: one statement, so all checks see one snapshot, also under load. It only
// reads, and it runs on any database that Drizzle supports.
import { type SQL, sql } from "drizzle-orm";
import type { CurrencyCode } from "../domain/currency.ts";
import { CHECKS } from "./reconcile-checks.ts";

export type Check = keyof typeof CHECKS;

/** A violation of one check by one subject. */
export interface Problem {
  readonly check: Check;
  /** The id of the transaction or wallet, a currency, or a key. */
  readonly subject: string;
  readonly detail: string;
}

/** Where the money of one currency is, in minor units; the four amounts sum to zero. */
export interface CurrencyTotal {
  readonly currency: string;
  /** The sum of all deposits, negative. */
  readonly cashInMinor: bigint;
  readonly cashOutMinor: bigint;
  readonly customersMinor: bigint;
  /** What the service itself has: from exchanges, fees and adjustments. */
  readonly serviceMinor: bigint;
}

export interface LedgerReport {
  readonly wallets: bigint;
  readonly transactions: bigint;
  readonly entries: bigint;
  /** Currencies with at least one entry. */
  readonly totals: readonly CurrencyTotal[];
  /** Empty: the ledger is proven. At most PROBLEMS_PER_CHECK_MAX for each check. */
  readonly problems: readonly Problem[];
}

/** Bounds the report; more problems of the same check would not help to find the cause. */
export const PROBLEMS_PER_CHECK_MAX = 20;

/** Runs statements on the ledger's database: a Drizzle database or transaction. */
export interface Ledger {
  execute(statement: SQL): PromiseLike<{ rows: unknown[] }>;
}

interface ReportRow {
  wallets: string;
  transactions: string;
  entries: string;
  totals: {
    currency: CurrencyCode;
    cash_in: string;
    cash_out: string;
    customers: string;
    service: string;
  }[];
  problems: Problem[];
}

/** Proves the ledger, for each wallet and in total. Throws only the errors of the database. */
export async function reconcile(ledger: Ledger): Promise<LedgerReport> {
  const { rows } = await ledger.execute(statement());
  const row = rows[0] as ReportRow;
  return {
    wallets: BigInt(row.wallets),
    transactions: BigInt(row.transactions),
    entries: BigInt(row.entries),
    totals: row.totals.map((total) => ({
      currency: total.currency,
      cashInMinor: BigInt(total.cash_in),
      cashOutMinor: BigInt(total.cash_out),
      customersMinor: BigInt(total.customers),
      serviceMinor: BigInt(total.service),
    })),
    problems: row.problems,
  };
}

/**
 * A query for the violations (check, subject, detail) of these checks, at most
 * PROBLEMS_PER_CHECK_MAX of each.
 */
export function findingsOf(checks: readonly (readonly [string, SQL])[]): SQL {
  const found = checks.map(
    ([check, search]) => sql`
      (SELECT ${sql.raw(`'${check}'`)} AS check, subject::text, detail
      FROM (${search}) AS found LIMIT ${sql.raw(`${PROBLEMS_PER_CHECK_MAX}`)})`,
  );
  return sql.join(found, sql` UNION ALL `);
}

function statement(): SQL {
  return sql`
    SELECT (SELECT count(*) FROM wallets)::text AS wallets,
      (SELECT count(*) FROM transactions)::text AS transactions,
      (SELECT count(*) FROM entries)::text AS entries,
      (SELECT coalesce(jsonb_agg(to_jsonb(total)), '[]') FROM (${totals}) AS total) AS totals,
      (SELECT coalesce(jsonb_agg(to_jsonb(problem)), '[]')
       FROM (${findingsOf(Object.entries(CHECKS))}) AS problem) AS problems`;
}

// The customers' amount is read from the balances, not from the entries, so that the two are
// compared.
const totals = sql`
  SELECT held.currency, coalesce(counter.cash_in, 0)::text AS cash_in,
    coalesce(counter.cash_out, 0)::text AS cash_out, held.customers::text AS customers,
    coalesce(counter.service, 0)::text AS service
  FROM (SELECT currency, sum(balance) AS customers, sum(seq) AS seq FROM wallets GROUP BY currency) AS held
  LEFT JOIN (
    SELECT w.currency, sum(e.amount) FILTER (WHERE w.system_purpose = 'cash_in') AS cash_in,
      sum(e.amount) FILTER (WHERE w.system_purpose = 'cash_out') AS cash_out,
      sum(e.amount) FILTER (WHERE w.system_purpose NOT IN ('cash_in', 'cash_out')) AS service
    FROM wallets w JOIN entries e ON e.wallet_id = w.id
    WHERE w.system_purpose IS NOT NULL GROUP BY w.currency
  ) AS counter ON counter.currency = held.currency
  WHERE held.seq > 0 OR counter.currency IS NOT NULL
  ORDER BY held.currency`;
