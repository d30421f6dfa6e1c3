// `npm run provider`: the reference provider of deposits and withdrawals, for a service on this machine.
import { existsSync, readFileSync } from "node:fs";
import { CliError, runScript } from "./cli-error.ts";
import { DEV_VARS, readVariable } from "./dev/dev-secrets.ts";
import { startProvider } from "./funding/start-provider.ts";
import { readArguments } from "./system/arguments.ts";

const USAGE = {
  command: "npm run provider -- [--events URL] [--port 8789]",
  text: `
Accepts the payouts of a service on this machine, and tells it of payments, both signed. It moves no
money, and forgets all at its end. A payout whose amount ends with .13 fails.

  POST /pay       {"reference": "FND-…", "amount": "25.00", "currency": "YEM"}: somebody pays a deposit
  GET  /payments  the provider's own list, for npm run reconcile-funding

Put these into .dev.vars, and restart the service:
  FUNDING_PROVIDER=webhook
  FUNDING_PAYOUT_URL=http://127.0.0.1:8789/payouts

options:
  --events  where its events go (http://localhost:8787/v1/funding/events)
  --port    where it listens (8789)

environment variables, else as .dev.vars has them:
  FUNDING_WEBHOOK_SECRETS, FUNDING_PAYOUT_SECRET`,
};

const OPTIONS = {
  events: { type: "string", default: "http://localhost:8787/v1/funding/events" },
  port: { type: "string", default: "8789" },
} as const;

function secret(name: string): string {
  const vars = existsSync(DEV_VARS) ? readFileSync(DEV_VARS, "utf8") : "";
  // The first of several is the current one.
  const value = (process.env[name] ?? readVariable(vars, name) ?? "").split(" ")[0];
  if (value) return value;
  throw new CliError(`${name} is not set: run npm start or npm run services once`);
}

await runScript(async () => {
  const { values } = readArguments(USAGE, OPTIONS);
  if (!URL.canParse(values.events)) throw new CliError("--events is not a URL");
  if (!/^\d{1,5}$/.test(values.port)) throw new CliError("--port is not a port");
  const provider = await startProvider({
    eventsUrl: () => values.events,
    eventSecret: secret("FUNDING_WEBHOOK_SECRETS"),
    payoutSecret: secret("FUNDING_PAYOUT_SECRET"),
    port: Number(values.port),
    onLine: console.log,
  });
  console.log(`the provider listens on http://${provider.address}; end it with Ctrl-C`);
  return undefined;
});
