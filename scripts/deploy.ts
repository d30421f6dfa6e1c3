// `npm run deploy`: the schema first, then the Worker that needs it. `-- --env staging` for an environment of
// wrangler.toml.
import { unstable_readConfig } from "wrangler";
import { build } from "./build.ts";
import { CliError, runScript } from "./cli-error.ts";
import { migrateDatabase } from "./migrate.ts";
import { describeUsage } from "./system/arguments.ts";
import { runWrangler } from "./system/wrangler.ts";

const USAGE = {
  command: "npm run deploy -- [options of wrangler deploy]",
  text: `
Builds the Worker, migrates the database of DATABASE_URL and deploys. An option that wrangler does
not know is refused before anything changes: npx wrangler deploy --help lists them.
--env staging deploys that environment of wrangler.toml.

environment variables:
  DATABASE_URL      the Neon database (required)
  DATABASE_GATEWAY  none: its host is not Neon's, and speaks Neon's protocols`,
};

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  if (args.includes("--help") || args.includes("-h")) {
    console.log(describeUsage(USAGE));
    return 0;
  }
  const databaseUrl = requireNeon(process.env.DATABASE_URL);
  const environment = environmentOf(args);
  const { vars } = unstable_readConfig(
    { config: "wrangler.toml", env: environment },
    { hideWarnings: true },
  );
  requireOwnSettings(vars);
  // Wrangler warns when there are environments and none is named.
  const options = environment === "" ? [...args, "--env="] : args;
  // Before anything changes: a bundle that is too large, or an unknown option, must fail before the migration.
  await build(options);
  console.log(await migrateDatabase(databaseUrl));
  return runWrangler(["deploy", ...options]);
}

/** The environment that the arguments name; empty: the top of wrangler.toml. */
export function environmentOf(args: readonly string[]): string {
  for (const [i, arg] of args.entries()) {
    if (arg === "--env" || arg === "-e") return args[i + 1] ?? "";
    const named = /^(?:--env|-e)=(.*)$/.exec(arg);
    if (named) return named[1] ?? "";
  }
  return "";
}

/** Refuses settings that still name the domain of the example (RFC 2606 keeps .example for that). */
export function requireOwnSettings(vars: Readonly<Record<string, unknown>>): void {
  const names = Object.entries(vars)
    .filter(([, value]) => /[./]example\b|\.example$/.test(`${value}`))
    .map(([name]) => name);
  if (names.length === 0) return;
  throw new CliError(`set ${names.join(", ")} in wrangler.toml: they still name mahfaza.example`);
}

/** The address, when it is one of Neon; throws a CliError otherwise. */
export function requireNeon(databaseUrl: string | undefined): string {
  if (!databaseUrl) throw new CliError("DATABASE_URL is not set: it names the Neon database");
  if (!URL.canParse(databaseUrl)) throw new CliError("DATABASE_URL is not a postgres:// address");
  const host = new URL(databaseUrl).hostname;
  // The deployed Worker speaks Neon's protocols to this host and nothing else.
  if (!host.endsWith(".neon.tech") && process.env.DATABASE_GATEWAY !== "none") {
    throw new CliError(
      `${host} is not Neon (DATABASE_GATEWAY=none says that it speaks Neon's protocols)`,
    );
  }
  return databaseUrl;
}

if (import.meta.main) await runScript(main);
