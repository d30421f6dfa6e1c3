import type { CurrencyCode } from "../../domain/currency.ts";
import type { Tier } from "../../domain/limit.ts";
import type { CurrencyLimits } from "../../domain/limit-state.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Config } from "../../env.ts";
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
  const read = await readInSession(ctx, caller, (db) => [
    db.execute<LimitsRow>(selectLimits(caller.userId, ctx.config.limits.zone, currency)),
  ]);
  if (!read.ok) return read;
  const limits = personsLimits(read.value[0].rows, currency, ctx.config.limits);
  return limits ? done(limits) : refuse("session_ended");
}

/**
 * The limits that the rows of selectLimits tell of; `currency` is the one that was asked for. Null
 * for no rows: there is no such user.
 */
export function personsLimits(
  rows: readonly LimitsRow[],
  currency: CurrencyCode | null,
  { zone, profile }: Config["limits"],
): PersonsLimits | null {
  const [first] = rows;
  if (!first) return null;
  const currencies = rows.flatMap((row) => {
    const of = row.currency ?? currency;
    return of ? [limitsOfRow(row, of, profile)] : [];
  });
  return { tier: first.tier, zone, currencies };
}
