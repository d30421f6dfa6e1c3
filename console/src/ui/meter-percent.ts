/**
 * A part of a whole in per cent, from 0 to 100, for a bar; both are plain decimals. A part that is
 * more than nothing is at least 1, and one that is not all of it at most 99.
 */
export function meterPercent(part: string, whole: string): number {
  const decimals = Math.max(decimalsOf(part), decimalsOf(whole));
  const [used, all] = [unitsOf(part, decimals), unitsOf(whole, decimals)];
  if (used <= 0n) return 0;
  if (used >= all) return 100;
  return Math.min(99, Math.max(1, Number((used * 100n) / all)));
}

const decimalsOf = (text: string) => text.split(".")[1]?.length ?? 0;

function unitsOf(text: string, decimals: number): bigint {
  const [whole = "0", fraction = ""] = text.split(".");
  return BigInt(whole + fraction.padEnd(decimals, "0"));
}
