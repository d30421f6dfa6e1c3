import { z } from "zod";
import { complain } from "./text.ts";

/** A moment as RFC 3339 writes it; inside, Unix time in milliseconds. */
export function instant(description: string) {
  return z
    .string()
    .meta({ format: "date-time", description, examples: ["2026-11-01T00:00:00Z"] })
    .transform((text, ctx): number =>
      z.iso.datetime({ offset: true }).safeParse(text).success
        ? Date.parse(text)
        : complain(ctx, "invalid_time", "must be an RFC 3339 time such as 2026-11-01T00:00:00Z"),
    )
    .optional();
}
