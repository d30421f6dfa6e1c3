import type { CurrencyCode } from "../../domain/currency.ts";
import type { Tier } from "../../domain/limit.ts";
import type { CurrencyLimits } from "../../domain/limit-state.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { readInSession } from "../identity/sessions/read-in-session.ts";
import { type LimitsRow, limitsOfRow, selectLimits } from "./limits-query.ts";

/** The limits of a person. */
export interface PersonsLimits {
  readonly tier: Tier;
  /** The zone in which the windows turn. */
  readonly zone: string;
  readonly currencies: readonly CurrencyLimits[];
}

/**
 * The caller's limits in the currencies of their wallets, or in one currency, and what is used of
 * them by the database's clock.
 */
export async function readLimits(
  ctx: ServiceContext,
  caller: Caller,
  currency: CurrencyCode | null,
): Promise<Outcome<PersonsLimits, "session_ended">> {
  const { zone, profile } = ctx.config.limits;
  const read = await readInSession(ctx, caller, (db) => [
    db.execute<LimitsRow>(selectLimits(caller.userId, zone, currency)),
  ]);
  if (!read.ok) return read;
  const [{ rows }] = read.value;
  const [first] = rows;
  if (!first) return refuse("session_ended");
  const currencies = rows.flatMap((row) => {
    const of = row.currency ?? currency;
    return of ? [limitsOfRow(row, of, profile)] : [];
  });
  return done({ tier: first.tier, zone, currencies });
}
