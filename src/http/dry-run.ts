import type { Context } from "hono";
import { PREFER_LENGTH_MAX } from "../domain/bounds.ts";
import type { AppEnv } from "./app-env.ts";
import { ApiError } from "./problem.ts";

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
    schema: { type: "string" as const, maxLength: PREFER_LENGTH_MAX },
  },
];

/** The header of an answer to a dry run (RFC 7240 §3). */
export const PREVIEWED = { "Preference-Applied": PREFERENCE };

/** A preference whose name begins as this one does: the client means a dry run. */
const MEANT = /^"?(?:dry|no)[-_ ]?run|^"?dry[-_ ]/;
const NO_VALUE = /^dry-run(?:\s*=\s*(?:"")?)?$/;

/**
 * Whether the request asks for a dry run. Other preferences are ignored, and so are parameters of
 * this one; an empty value is none (RFC 7240 §2). Throws invalid_request for a dry run with a value
 * or with another spelling: a misunderstood one would move money.
 */
export function prefersDryRun(c: Context<AppEnv>): boolean {
  const header = c.req.header("Prefer") ?? "";
  const preferences = header.split(",").map((one) => one.split(";")[0]?.trim().toLowerCase() ?? "");
  if (header.length > PREFER_LENGTH_MAX || preferences.some(isMistaken)) {
    throw new ApiError("invalid_request", { errors: [MISTAKEN] });
  }
  return preferences.some((one) => NO_VALUE.test(one));
}

const isMistaken = (preference: string) => MEANT.test(preference) && !NO_VALUE.test(preference);

const MISTAKEN = {
  in: "header" as const,
  pointer: "/Prefer",
  code: "invalid_value",
  message: `must be ${PREFERENCE}, without a value, and have at most ${PREFER_LENGTH_MAX} characters`,
};
