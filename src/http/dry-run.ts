import type { Context } from "hono";
import type { AppEnv } from "./app-env.ts";

const PREFERENCE = "dry-run";

/** The header as a route's `parameters` name it. */
export const PREFER_DRY_RUN = [
  {
    name: "Prefer",
    in: "header" as const,
    required: false,
    description: [
      "`dry-run`: the operation is decided under lock as it would be now, and nothing is recorded or",
      "moved. The answer has `Preference-Applied: dry-run`. A key that was used before is still",
      "answered with its first answer, without that header.",
    ].join(" "),
    schema: { type: "string" as const, maxLength: 200 },
  },
];

/** The header of an answer to a dry run (RFC 7240 §3). */
export const PREVIEWED = { "Preference-Applied": PREFERENCE };

/**
 * Whether the request asks for a dry run. Other preferences are ignored, and so are parameters of
 * this one (RFC 7240 §2).
 */
export function prefersDryRun(c: Context<AppEnv>): boolean {
  const preferences = c.req.header("Prefer")?.split(",") ?? [];
  return preferences.some((one) => one.split(";")[0]?.trim().toLowerCase() === PREFERENCE);
}
