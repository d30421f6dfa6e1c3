import { type SQL, sql } from "drizzle-orm";
import type { HttpDatabase } from "../../db/connect.ts";
import {
  insertOperatorEvent,
  type OperatorAct,
  type OperatorRefusal,
  operatorIsAllowed,
} from "../../db/operator.ts";
import {
  RATE_JUMP_BASIS_POINTS,
  RATE_PROPOSAL_HOURS,
  RATE_RETRY_MAX,
  RATES_COMPARED_MAX,
} from "../../domain/bounds.ts";
import { newId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Rate, RateProposal } from "../../domain/quote.ts";
import { isJump, type RateTerms } from "../../domain/rate.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { actAsOperator } from "../operators/acts/act-as-operator.ts";
import { rateDetails } from "./rows/rate-details.ts";
import {
  type RateProposalRow,
  rateProposalOf,
  selectOpenProposals,
} from "./rows/rate-proposal-row.ts";
import {
  isPair,
  LOCK_RATES,
  type RateRow,
  rateOf,
  selectRate,
  selectReferences,
  TERMS_NAMES,
  termsValues,
} from "./rows/rate-row.ts";
import { insertRate, isStillLast } from "./rows/write-rate.ts";

const SET: OperatorAct = { roles: ["admin"], type: "rate_set" };
const PROPOSE: OperatorAct = { roles: ["admin"], type: "rate_proposed" };

export interface RateInput {
  readonly terms: RateTerms;
  /** From 1 to RATE_VALID_SECONDS_MAX. */
  readonly validSeconds: number;
}

/** The rate in force, or the proposal that a second admin decides. */
export type RateSet = { readonly rate: Rate } | { readonly proposal: RateProposal };

/**
 * Sets the rate of a pair. One admin can move it by RATE_JUMP_BASIS_POINTS against every rate of the
 * last day; a rate that jumps further, the first rate of a pair, and a higher limit for a quote are
 * proposed, and a second admin decides. An earlier proposal for the pair is replaced.
 */
export async function setRate(
  ctx: ServiceContext,
  caller: Caller,
  input: RateInput,
): Promise<Outcome<RateSet, OperatorRefusal | "service_busy">> {
  for (let tried = 0; tried <= RATE_RETRY_MAX; tried++) {
    const read = await actAsOperator(ctx, caller, SET, null, (db) => [
      db.execute<RateRow>(selectReferences(input.terms, RATES_COMPARED_MAX)),
    ]);
    if (!read.ok) return read;
    const references = read.value[0].rows;
    // So many rates that not all of them were compared count as a jump, too.
    const jumps =
      references.length === 0 ||
      references.length >= RATES_COMPARED_MAX ||
      references.some((row) => isJump(rateOf(row), input.terms, RATE_JUMP_BASIS_POINTS));
    const position = references[0]?.position ?? null;
    const only = isStillLast(input.terms, position);
    const written = jumps
      ? await propose(ctx, caller, input, only)
      : await write(ctx, caller, input, only);
    // Null: somebody else wrote a rate meanwhile, so it must be compared with that one.
    if (!written.ok || written.value !== null) return written as Outcome<RateSet, OperatorRefusal>;
  }
  return refuse("service_busy");
}

async function write(
  ctx: ServiceContext,
  caller: Caller,
  { terms, validSeconds }: RateInput,
  only: SQL,
): Promise<Outcome<RateSet | null, OperatorRefusal>> {
  const now = ctx.nowMs();
  const isAllowed = sql`${only} AND ${operatorIsAllowed(caller, SET, null)}`;
  const entry = {
    terms,
    validSeconds,
    source: "operator",
    setBy: caller.userId,
    approvedBy: null,
    quotedAt: null,
  } as const;
  const from = sql`SELECT set_by AS user_id, NULL::uuid AS wallet_id FROM written`;
  const details = sql`${JSON.stringify(rateDetails(terms))}`;
  const event = insertOperatorEvent(caller, SET, { from, details }, now);
  const written = await actAsOperator(ctx, caller, SET, null, (db) => [
    db.execute(LOCK_RATES),
    db.execute(
      sql`WITH written AS (${insertRate(entry, isAllowed, now)} RETURNING set_by) ${event}`,
    ),
    db.execute<RateRow>(selectRate(terms, ctx.config)),
  ]);
  if (!written.ok) return written;
  const [, { rowCount }, rates] = written.value;
  const [row] = rates.rows;
  return done(rowCount === 1 && row ? { rate: rateOf(row) } : null);
}

async function propose(
  ctx: ServiceContext,
  caller: Caller,
  { terms, validSeconds }: RateInput,
  only: SQL,
): Promise<Outcome<RateSet | null, OperatorRefusal>> {
  const now = ctx.nowMs();
  const id = newId("prp", now);
  const isAllowed = sql`${only} AND ${operatorIsAllowed(caller, PROPOSE, null)}`;
  const from = sql`SELECT proposed_by AS user_id, NULL::uuid AS wallet_id FROM proposed`;
  const details = sql`${JSON.stringify(rateDetails(terms, { proposal: id }))}`;
  const event = insertOperatorEvent(caller, PROPOSE, { from, details }, now);
  const queries = (db: HttpDatabase) =>
    [
      db.execute(LOCK_RATES),
      db.execute(sql`UPDATE rate_proposals r
        SET decision = 'replaced', decided_at = now(), decided_by = ${caller.userId}
        WHERE ${isPair(terms)} AND r.decision IS NULL AND ${isAllowed}`),
      db.execute(sql`WITH proposed AS (
          INSERT INTO rate_proposals (id, ${TERMS_NAMES}, valid_seconds, proposed_by, created_at,
            expires_at)
          SELECT ${id}::uuid, ${termsValues(terms)}, ${validSeconds}::int, ${caller.userId}::uuid,
            now(), now() + make_interval(hours => ${RATE_PROPOSAL_HOURS}::int)
          WHERE ${isAllowed} RETURNING proposed_by
        ) ${event}`),
      db.execute<RateProposalRow>(selectOpenProposals(sql`r.id = ${id}`)),
    ] as const;
  const written = await actAsOperator(ctx, caller, PROPOSE, null, queries);
  if (!written.ok) return written;
  const [row] = written.value[3].rows;
  return done(row ? { proposal: rateProposalOf(row) } : null);
}
