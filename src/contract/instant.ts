import { z } from "zod";
import { parseInstant, type UnixMicros, unixMicros } from "../domain/instant.ts";
import { addIssue } from "./text.ts";

const POSITIVE = /^[1-9]\d{0,17}$/;

/** The time of a commit. */
export const PostedAt = z.iso.datetime().meta({
  description: [
    "When it was committed. Lists are in this order: a later commit has a later posted_at. In",
    "a wallet it rises with seq.",
  ].join(" "),
  examples: ["2026-11-23T09:30:00.018204Z"],
});

/** An RFC 3339 time, parsed to Unix time in milliseconds. */
export const instant = (description: string) =>
  rfc3339(description, (micros) => Number(micros / 1_000n));

/** The same, parsed to microseconds since 1970. */
export const preciseInstant = (description: string) => rfc3339(description, (micros) => micros);

const NOT_AN_INSTANT = "must be an RFC 3339 time such as 2026-11-01T00:00:00Z";
// In a query a "+" means a blank, so an offset such as +03:00 arrives like this.
const LOST_PLUS = / \d\d:\d\d$/;

function rfc3339<Moment>(description: string, convert: (micros: UnixMicros) => Moment) {
  return z
    .string()
    .meta({ format: "date-time", description, examples: ["2026-11-01T00:00:00Z"] })
    .transform((text, ctx): Moment => {
      const micros = parseInstant(text);
      if (micros !== null) return convert(micros);
      const hint = LOST_PLUS.test(text) ? ". In a URL, write the + of its offset as %2B" : "";
      return addIssue(ctx, "invalid_time", NOT_AN_INSTANT + hint);
    })
    .optional();
}

/** Refuses a range of time that ends before it begins. Equal ends are an empty range. */
export function refuseReversed(
  { from, to }: { readonly from?: UnixMicros | undefined; readonly to?: UnixMicros | undefined },
  ctx: z.RefinementCtx,
): void {
  if (from === undefined || to === undefined || from <= to) return;
  const params = { code: "invalid_range" };
  ctx.addIssue({ code: "custom", path: ["to"], message: "must not be before from", params });
}

/** Reads the microseconds that a cursor holds; null when it holds none. */
export function microsOfText(text: string): UnixMicros | null {
  return POSITIVE.test(text) ? unixMicros(BigInt(text)) : null;
}
