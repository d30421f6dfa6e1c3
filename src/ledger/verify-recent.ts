// The incremental verification of the ledger: it checks what was posted since its last run, in
// spans of bounded size. It writes only its position and the problems it found; it changes and
// blocks nothing else.
import { sql } from "drizzle-orm";
import { LEDGER_PROBLEMS_MAX, VERIFIED_TRANSACTIONS_PER_SPAN } from "../domain/bounds.ts";
import { RECENT_CHECKS, type Span, spanTables } from "./recent-checks.ts";
import { type Check, findingsOf, type Ledger, type Problem } from "./reconcile.ts";

const CHECKER = "recent";
// Bounds the rows that are sorted to find the end of a span, if the job has not run for a long
// time.
const LOOK_AHEAD = "1 hour";

export interface Verified {
  /** Transactions in the span; 0: everything is verified. */
  readonly transactions: number;
  /** New problems only: those that were stored before are not returned again. */
  readonly problems: readonly Pick<Problem, "check" | "subject">[];
}

/** Checks the next span and stores the new position together with the problems that it found. */
export async function verifyRecent(
  ledger: Ledger,
  transactionsMax: number = VERIFIED_TRANSACTIONS_PER_SPAN,
): Promise<Verified> {
  const span = await findSpan(ledger, transactionsMax);
  if (!span) {
    await ledger.execute(
      sql`UPDATE ledger_verifications SET verified_at = now() WHERE checker = ${CHECKER}`,
    );
    return { transactions: 0, problems: [] };
  }
  const found = await check(ledger, span);
  return { transactions: span.transactions, problems: await store(ledger, span, found) };
}

async function findSpan(
  ledger: Ledger,
  transactionsMax: number,
): Promise<(Span & { transactions: number }) | null> {
  // posted_at is in the order of commits: a snapshot that contains one transaction contains all
  // earlier ones.
  const next = (until: ReturnType<typeof sql>) => sql`
    (SELECT array[count(*)::text, max(posted_at)::text] FROM (
      SELECT posted_at FROM transactions
      WHERE posted_at > v.verified_until ${until} ORDER BY posted_at LIMIT ${transactionsMax}::int
    ) AS next HAVING count(*) > 0)`;
  const { rows } = await ledger.execute(sql`
    SELECT v.verified_until::text AS after, coalesce(
      ${next(sql`AND posted_at <= v.verified_until + ${LOOK_AHEAD}::interval`)}, ${next(sql``)}) AS next
    FROM ledger_verifications v WHERE v.checker = ${CHECKER}`);
  const row = rows[0] as { after: string; next: [string, string] | null } | undefined;
  if (!row) throw new Error("ledger_verifications has no row for the job: see migration 0016");
  return row.next
    ? { after: row.after, transactions: Number.parseInt(row.next[0], 10), until: row.next[1] }
    : null;
}

async function check(ledger: Ledger, span: Span): Promise<Problem[]> {
  const { rows } = await ledger.execute(
    sql`WITH ${spanTables(span)} ${findingsOf(Object.entries(RECENT_CHECKS))}`,
  );
  return rows as Problem[];
}

/**
 * Stores position and problems in one statement, so that no position is stored without its
 * problems.
 */
async function store(
  ledger: Ledger,
  { after, until }: Span,
  found: readonly Problem[],
): Promise<Verified["problems"]> {
  const { rows } = await ledger.execute(sql`
    WITH moved AS (
      UPDATE ledger_verifications SET verified_until = ${until}::timestamptz,
        verified_from = ${after}::timestamptz, verified_at = now()
      WHERE checker = ${CHECKER} AND verified_until = ${after}::timestamptz
    )
    INSERT INTO ledger_problems (check_name, subject, detail)
    SELECT f."check", f.subject, f.detail
    FROM jsonb_to_recordset(${JSON.stringify(found)}::jsonb) AS f ("check" text, subject text, detail text)
    WHERE (SELECT count(*) FROM ledger_problems) < ${LEDGER_PROBLEMS_MAX}::int
    ON CONFLICT DO NOTHING
    RETURNING check_name AS "check", subject`);
  return rows as { check: Check; subject: string }[];
}
