// `npm run deploy`: the schema first, then the Worker that needs it.
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

environment variables:
  DATABASE_URL      the Neon database (required)
  DATABASE_GATEWAY  none: its host is not Neon's, and speaks Neon's protocols`,
};

async function main(): Promise<number> {
  const options = process.argv.slice(2);
  if (options.includes("--help") || options.includes("-h")) {
    console.log(describeUsage(USAGE));
    return 0;
  }
  const databaseUrl = requireNeon(process.env.DATABASE_URL);
  // Before anything changes: a bundle that is too large, or an unknown option, is not worth a migration.
  await build(options);
  console.log(await migrateDatabase(databaseUrl));
  return runWrangler(["deploy", ...options]);
}

function requireNeon(databaseUrl: string | undefined): string {
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

await runScript(main);
