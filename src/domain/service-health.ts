import type { MicrosText } from "./instant.ts";
import type { FailureCode } from "./refusal.ts";

/** How much waits, up to HEALTH_COUNT_MAX, and since when; null: nothing waits. */
export interface Waiting {
  readonly count: number;
  readonly oldestAt: MicrosText | null;
}

/** The kinds of proposals that wait for a second admin. */
type ProposalList = "roles" | "rates" | "money";

/** How the service does, in numbers. Each counts to HEALTH_COUNT_MAX. */
export interface ServiceHealth {
  /** The database's clock. */
  readonly now: MicrosText;
  readonly ledger: {
    /** When the job last ran to its end; null: not since this is recorded. */
    readonly verifiedAt: MicrosText | null;
    /** The last span that it checked. */
    readonly verifiedFrom: MicrosText | null;
    readonly verifiedUntil: MicrosText | null;
    readonly problems: number;
  };
  /** Messages that are not delivered yet. */
  readonly messages: Waiting;
  readonly deposits: Waiting;
  /** Payouts that are to be handed to the provider, and those that it has accepted. */
  readonly payouts: { readonly pending: Waiting; readonly sent: Waiting };
  /** Events of the provider that are not decided yet. */
  readonly fundingEvents: Waiting;
  /** Events in suspense that no approved adjustment has resolved, among the newest ones. */
  readonly suspendedEvents: Waiting;
  /** Holds whose time has passed and whose money is not released yet. */
  readonly overdueHolds: Waiting;
  readonly proposals: Readonly<Record<ProposalList, number>>;
  readonly refusals: readonly { readonly code: FailureCode; readonly count: number }[];
}
