// The incremental proof of the ledger: what was posted since the last run, in spans of bounded size. It
// reads, and writes only how far it got and what it found; it never repairs and never stops anything.
import { sql } from "drizzle-orm";
import { LEDGER_PROBLEMS_MAX, VERIFIED_TRANSACTIONS_PER_SPAN } from "../domain/bounds.ts";
import { RECENT_CHECKS, type Span, spanTables } from "./recent-checks.ts";
import { type Books, type Check, findingsOf, type Problem } from "./reconcile.ts";

const CHECKER = "recent";
// Bounds what is sorted to find the end of a span, after a time without the job.
const LOOK_AHEAD = "1 hour";

export interface Verified {
  /** Transactions of the span; 0: nothing is left. */
  readonly transactions: number;
  /** What nobody had found before. */
  readonly problems: readonly Pick<Problem, "check" | "subject">[];
}

/** Checks the next span and remembers it, with what it found. */
export async function verifyRecent(
  ledger: Books,
  transactionsMax: number = VERIFIED_TRANSACTIONS_PER_SPAN,
): Promise<Verified> {
  const span = await findSpan(ledger, transactionsMax);
  if (!span) return { transactions: 0, problems: [] };
  const found = await check(ledger, span);
  return { transactions: span.transactions, problems: await remember(ledger, span, found) };
}

async function findSpan(
  ledger: Books,
  transactionsMax: number,
): Promise<(Span & { transactions: number }) | null> {
  // Whoever sees a posted_at sees all smaller ones: up to the last that is seen here, none is missing.
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
  if (!row) throw new Error("ledger_verifications has no row of the job: see migration 0016");
  return row.next
    ? { after: row.after, transactions: Number.parseInt(row.next[0], 10), until: row.next[1] }
    : null;
}

async function check(ledger: Books, span: Span): Promise<Problem[]> {
  const { rows } = await ledger.execute(
    sql`WITH ${spanTables(span)} ${findingsOf(Object.entries(RECENT_CHECKS))}`,
  );
  return rows as Problem[];
}

/** One statement: a position that is remembered has its problems remembered as well. */
async function remember(
  ledger: Books,
  { after, until }: Span,
  found: readonly Problem[],
): Promise<Verified["problems"]> {
  const { rows } = await ledger.execute(sql`
    WITH moved AS (
      UPDATE ledger_verifications SET verified_until = ${until}::timestamptz
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
