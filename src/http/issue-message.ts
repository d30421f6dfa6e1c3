import type { z } from "zod";

type Issue = z.core.$ZodIssue;

/** How a type is called in a message. */
const TYPES: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "an integer",
  boolean: "true or false",
  object: "an object",
  record: "an object",
  array: "an array",
};

/** A size with its unit, which depends on what is measured. */
function sizeOf(origin: string, size: number | bigint): string {
  if (origin === "string") return `${size} characters`;
  return origin === "array" || origin === "set" ? `${size} items` : `${size}`;
}

/**
 * Says what a value must be. The messages of zod are for developers of the service, and change with
 * its versions.
 */
export function issueMessage(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return `must be ${TYPES[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return issue.values.length === 1
        ? `must be ${String(issue.values[0])}`
        : `must be one of ${issue.values.map(String).join(", ")}`;
    case "too_small":
      return `must have at least ${sizeOf(issue.origin, issue.minimum)}`;
    case "too_big":
      return `must have at most ${sizeOf(issue.origin, issue.maximum)}`;
    case "unrecognized_keys":
      return "is not a field of this request";
    case "custom":
      return issue.message;
    default:
      return "does not have the form of this field";
  }
}
