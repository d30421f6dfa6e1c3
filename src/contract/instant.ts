import { z } from "zod";
import { microsOf } from "../domain/instant.ts";
import { addIssue } from "./text.ts";

const POSITIVE = /^[1-9]\d{0,17}$/;

/** When something was committed. */
export const PostedAt = z.iso.datetime().meta({
  description: [
    "When it was committed. Lists are in this order: what is committed later has a later posted_at, and in",
    "a wallet it rises with seq.",
  ].join(" "),
  examples: ["2026-11-23T09:30:00.018204Z"],
});

/** A moment as RFC 3339 writes it; inside, Unix time in milliseconds. */
export const instant = (description: string) => rfc3339(description, Date.parse);

/** The same for what is told apart by microseconds, which it is inside. */
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
export function microsOfText(text: string): bigint | null {
  return POSITIVE.test(text) ? BigInt(text) : null;
}
