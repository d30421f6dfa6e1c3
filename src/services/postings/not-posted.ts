import type { Busy, Faulty, Unknown } from "../../domain/command.ts";
import { type Refused, refuse } from "../../domain/outcome.ts";

/** The refusal of a command that the ledger did not answer; throws when Postgres refused it. */
export function notPosted(
  outcome: Busy | Unknown | Faulty,
): Refused<"service_busy" | "outcome_unknown"> {
  if (outcome.kind === "faulty") throw new Error(`the ledger refused a command: ${outcome.fault}`);
  return refuse(outcome.kind === "busy" ? "service_busy" : "outcome_unknown");
}
