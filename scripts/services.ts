// `npm run services`: what the Worker needs, without the Worker, for those who run `wrangler dev`.
import path from "node:path";
import { CliError, runScript } from "./cli-error.ts";
import { ensureDevSecrets, readVariable, writeServicesBlock } from "./dev/dev-secrets.ts";
import { type LocalServices, startLocalServices } from "./dev/local-services.ts";
import { runMinuteJobs } from "./dev/minute-jobs.ts";
import {
  giveCheckoutToOwner,
  prepareCheckout,
  requireOwnCheckout,
} from "./dev/prepare-checkout.ts";
import {
  readGatewayPort,
  readMessagesPort,
  readPostgresPort,
  readWorkerPort,
} from "./dev/run-ports.ts";
import { superviseRun } from "./dev/supervise-run.ts";
import { readArguments } from "./system/arguments.ts";
import { dataRoot, projectRoot } from "./system/places.ts";
import { requireDistinct, requireFreePort } from "./system/ports.ts";

const USAGE = {
  command: "npm run services",
  text: `
Starts Postgres, the Neon gateway and the page of messages, without the Worker, and writes the
Worker's settings to .dev.vars. Then \`npx wrangler dev\` in another terminal runs the Worker.

environment variables:
  PORT           where wrangler dev will listen (8787): npx wrangler dev --port PORT
  MESSAGES_PORT  where messages to people are shown (8788)
  POSTGRES_PORT  where Postgres listens (8790)
  GATEWAY_PORT   where the Neon gateway listens (8791)
  MAHFAZA_DATA   the data folder (.data)
  DATABASE_URL   a database to use instead of the checkout's own Postgres`,
};

async function main(): Promise<number> {
  readArguments(USAGE, {});
  const worker = readWorkerPort();
  const messages = readMessagesPort();
  const postgres = readPostgresPort();
  const gateway = readGatewayPort();
  requireDistinct([worker, messages, postgres, gateway]);
  requireOwnCheckout();
  return superviseRun("npm run services", async (run) => {
    run.onEnd(giveCheckoutToOwner);
    for (const port of [messages, postgres, gateway]) await requireFreePort(port);
    prepareCheckout();
    const messageSecret = readVariable(ensureDevSecrets(), "MESSAGE_WEBHOOK_SECRET");
    if (!messageSecret)
      throw new CliError(
        "MESSAGE_WEBHOOK_SECRET in .dev.vars is empty: remove the line, and a secret is generated",
      );
    const services = await startLocalServices(run, {
      workerPort: worker.port,
      messagesPort: messages.port,
      postgresPort: postgres.port,
      gatewayPort: gateway.port,
      messageSecret,
    });
    writeServicesBlock(services.vars);
    if (run.asked.aborted) return;
    run.onEnd(runMinuteJobs(worker.port));
    greet(worker.port, services);
  });
}

function greet(workerPort: number, services: LocalServices): void {
  const { databaseUrl, gatewayAddress, messagesAddress } = services;
  const atPort = workerPort === 8787 ? "" : ` --port ${workerPort}`;
  const { hostname, port } = new URL(databaseUrl);
  console.log(`
  The services are ready, and .dev.vars names them. Run the Worker in another terminal:

    npx wrangler dev${atPort}

  Then the API is on http://localhost:${workerPort}/v1 and its reference on http://localhost:${workerPort}/docs.
  Press d in wrangler's terminal for DevTools with breakpoints, or attach a debugger to its inspector (9229).

    Postgres  ${hostname}:${port || 5432}  (its address is DATABASE_URL in .dev.vars)
    Gateway   ${gatewayAddress ?? "none: the database is Neon"}
    Messages  http://${messagesAddress}  (what it sends to people)
    Data      ${path.relative(projectRoot, dataRoot)}  (npm run reset removes it)

  Ctrl-C stops them; the data and .dev.vars stay.
`);
}

await runScript(main);
process.exit();
