// `npm run deploy`: the schema first, then the Worker that needs it.
import { build } from "./build.ts";
import { CliError, runScript } from "./cli-error.ts";
import { migrateDatabase } from "./migrate.ts";
import { runWrangler } from "./system/wrangler.ts";

async function main(): Promise<number> {
  const databaseUrl = requireNeon(process.env.DATABASE_URL);
  // Before anything changes: a bundle that is too large is not worth a migration.
  await build();
  console.log(await migrateDatabase(databaseUrl));
  return runWrangler(["deploy", ...process.argv.slice(2)]);
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
