import { z } from "zod";
import { microsOf, type UnixMicros, unixMicros } from "../domain/instant.ts";
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
export const instant = (description: string) => rfc3339(description, Date.parse);

/** The same, parsed to microseconds since 1970. */
export const preciseInstant = (description: string) => rfc3339(description, microsOf);

function rfc3339<Moment>(description: string, read: (text: string) => Moment) {
  return z
    .string()
    .meta({ format: "date-time", description, examples: ["2026-11-01T00:00:00Z"] })
    .transform(
      (text, ctx): Moment =>
        z.iso.datetime({ offset: true }).safeParse(text).success
          ? read(text)
          : addIssue(ctx, "invalid_time", "must be an RFC 3339 time such as 2026-11-01T00:00:00Z"),
    )
    .optional();
}

/** Reads the microseconds that a cursor holds; null when it holds none. */
export function microsOfText(text: string): UnixMicros | null {
  return POSITIVE.test(text) ? unixMicros(BigInt(text)) : null;
}
