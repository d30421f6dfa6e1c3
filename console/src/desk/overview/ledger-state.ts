interface Health {
  readonly database_time: string;
  readonly ledger: { readonly verified_at: string | null; readonly problems: number };
}

/** The job runs each minute; after this time without a run somebody should look. */
export const LATE_AFTER_MINUTES = 5;

/** What to say of the ledger: a violation before all else, then a check that does not run. */
export function ledgerState({ database_time, ledger }: Health): "verified" | "late" | "broken" {
  if (ledger.problems > 0) return "broken";
  if (ledger.verified_at === null) return "late";
  const ms = Date.parse(database_time) - Date.parse(ledger.verified_at);
  return ms > LATE_AFTER_MINUTES * 60_000 ? "late" : "verified";
}
