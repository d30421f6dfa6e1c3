import {
  FEED_JUMP_BASIS_POINTS,
  FEED_RATE_SECONDS,
  RATES_COMPARED_MAX,
} from "../../../domain/bounds.ts";
import { isJump, type RateTerms } from "../../../domain/rate.ts";
import { type RateRow, termsOf } from "../rows/rate-row.ts";
import type { FeedRate } from "./parse-feed.ts";

/** What becomes of one rate of the feed. */
export type FeedVerdict =
  | { readonly kind: "record"; readonly terms: RateTerms; readonly position: string }
  /** Nothing to record: an equal rate is in force for long enough, or an operator's is in force. */
  | { readonly kind: "keep" }
  | { readonly kind: "refuse"; readonly reason: "unknown_pair" | "jump" };

/**
 * Judges a rate by the earlier ones of its pair, the newest first. The feed opens no pair, and
 * changes neither spread nor fee nor limit. An operator's rate stays as long as it is in force.
 */
export function judgeRate(rate: FeedRate, earlier: readonly RateRow[], nowMs: number): FeedVerdict {
  const [newest] = earlier;
  if (!newest) return { kind: "refuse", reason: "unknown_pair" };
  const leftMs = Number(newest.valid_until_ms) - nowMs;
  if (newest.source === "operator" && leftMs > 0) return { kind: "keep" };
  const last = termsOf(newest);
  const terms = { ...last, ...rate };
  if (isEqual(last, terms) && leftMs > (FEED_RATE_SECONDS / 2) * 1_000) return { kind: "keep" };
  const isCompared = earlier.length < RATES_COMPARED_MAX;
  if (!isCompared || earlier.some((row) => isJump(termsOf(row), terms, FEED_JUMP_BASIS_POINTS))) {
    return { kind: "refuse", reason: "jump" };
  }
  return { kind: "record", terms, position: newest.position };
}

function isEqual(a: RateTerms, b: RateTerms): boolean {
  return a.numerator * b.denominator * b.unit === b.numerator * a.denominator * a.unit;
}
