// Runs the local gateway as its own process, so that its CPU time is measured separately.
// DATABASE_URL names the Postgres behind it.
import { CliError, runScript } from "../../scripts/cli-error.ts";
import { startNeonGateway } from "../../scripts/neon-gateway/start-gateway.ts";

await runScript(async () => {
  const databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl) throw new CliError("DATABASE_URL is not set");
  const gateway = await startNeonGateway({ databaseUrl });
  console.log(`listening on ${gateway.address.split(":").at(-1)}`);
  return 0;
});
