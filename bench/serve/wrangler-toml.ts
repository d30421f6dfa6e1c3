// The deployed settings, read from wrangler.toml, so that the benchmark measures what is deployed.
import { readFileSync } from "node:fs";
import path from "node:path";
import { CliError } from "../../scripts/cli-error.ts";
import { projectRoot } from "../../scripts/system/places.ts";

const toml = readFileSync(path.join(projectRoot, "wrangler.toml"), "utf8");

interface Compatibility {
  readonly compatibility_date: string;
  readonly compatibility_flags: readonly string[];
}

/** The Worker's compatibility date and flags. */
export function compatibility(): Compatibility {
  const date = /^compatibility_date = "(.+)"$/m.exec(toml)?.[1];
  const flags = /^compatibility_flags = (\[.+\])$/m.exec(toml)?.[1];
  if (!date || !flags) throw new CliError("wrangler.toml names no compatibility date or flags");
  return { compatibility_date: date, compatibility_flags: JSON.parse(flags) };
}

/** The [vars] of wrangler.toml: the Worker's settings that are not secret. */
export function deployedVars(): Readonly<Record<string, string>> {
  const [, vars = ""] = /^\[vars\]\n([^[]*)/m.exec(toml) ?? [];
  const pairs = [...vars.matchAll(/^(\w+) = "(.*)"$/gm)].map(([, name, value]) => [name, value]);
  if (pairs.length === 0) throw new CliError("wrangler.toml has no [vars]");
  return Object.fromEntries(pairs);
}
