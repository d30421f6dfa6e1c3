import { shareOf, unitsOf } from "./share.ts";

/**
 * A part of a whole in per cent, from 0 to 100, for a bar; both are plain decimals. A part that is
 * more than nothing is at least 1, and one that is not all of it at most 99.
 */
export function meterPercent(part: string, whole: string): number {
  const [used, all] = [unitsOf(part), unitsOf(whole)];
  if (used <= 0n) return 0;
  if (used >= all) return 100;
  return Math.min(99, Math.max(1, shareOf(100, used, all)));
}
