// What is deployed, as wrangler.toml says it once: the benchmark measures no settings of its own.
import { readFileSync } from "node:fs";
import path from "node:path";
import { CliError } from "../../scripts/cli-error.ts";
import { projectRoot } from "../../scripts/system/places.ts";

const toml = readFileSync(path.join(projectRoot, "wrangler.toml"), "utf8");

interface Compatibility {
  readonly compatibility_date: string;
  readonly compatibility_flags: readonly string[];
}

/** The runtime's behaviour that the Worker asks for. */
export function compatibility(): Compatibility {
  const date = /^compatibility_date = "(.+)"$/m.exec(toml)?.[1];
  const flags = /^compatibility_flags = (\[.+\])$/m.exec(toml)?.[1];
  if (!date || !flags) throw new CliError("wrangler.toml names no compatibility date or flags");
  return { compatibility_date: date, compatibility_flags: JSON.parse(flags) };
}

/** Its [vars]: the Worker's settings that are no secrets. */
export function deployedVars(): Readonly<Record<string, string>> {
  const [, vars = ""] = /^\[vars\]\n([^[]*)/m.exec(toml) ?? [];
  const pairs = [...vars.matchAll(/^(\w+) = "(.*)"$/gm)].map(([, name, value]) => [name, value]);
  if (pairs.length === 0) throw new CliError("wrangler.toml has no [vars]");
  return Object.fromEntries(pairs);
}
