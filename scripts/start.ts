// `npm start`: Postgres, migrations, the Neon gateway and the Worker, ended together.
import { readlinkSync } from "node:fs";
import path from "node:path";
import { runScript } from "./cli-error.ts";
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
import { type SupervisedRun, superviseRun } from "./dev/supervise-run.ts";
import { startWranglerDev } from "./dev/wrangler-dev.ts";
import { readArguments } from "./system/arguments.ts";
import { dataRoot } from "./system/places.ts";
import { requireDistinct, requireFreePort } from "./system/ports.ts";

const USAGE = {
  command: "npm start",
  text: `
Starts the whole service on this machine: Postgres, its migrations, and the Worker, which reloads
when a file under src/ changes. Ctrl-C ends it; the data stays.

environment variables:
  PORT           where the API listens (8787)
  MESSAGES_PORT  where messages to people are shown (8788)
  POSTGRES_PORT  where Postgres listens (a free port)
  GATEWAY_PORT   where the Neon gateway listens (a free port)
  MAHFAZA_DATA   the data folder (.data)
  DATABASE_URL   a database to use instead of the checkout's own Postgres`,
};

async function main(): Promise<number> {
  readArguments(USAGE, {});
  const [worker, messages] = [readWorkerPort(), readMessagesPort()];
  const postgres = process.env.POSTGRES_PORT ? readPostgresPort() : null;
  const gateway = process.env.GATEWAY_PORT ? readGatewayPort() : null;
  const ports = [worker, messages, postgres, gateway].filter((port) => port !== null);
  requireDistinct(ports);
  requireOwnCheckout();
  return superviseRun("npm start", async (run) => {
    run.onEnd(giveCheckoutToOwner);
    for (const port of ports) await requireFreePort(port);
    prepareCheckout();
    const services = await startLocalServices(run, {
      workerPort: worker.port,
      messagesPort: messages.port,
      ...(postgres && { postgresPort: postgres.port }),
      ...(gateway && { gatewayPort: gateway.port }),
    });
    if (!run.asked.aborted) await startWorker(run, worker.port, services);
  });
}

async function startWorker(
  run: SupervisedRun,
  port: number,
  { vars, messagesAddress }: LocalServices,
): Promise<void> {
  const { PASSWORD_COST } = process.env;
  const own = PASSWORD_COST ? { PASSWORD_SCRYPT: PASSWORD_COST } : null;
  const wrangler = startWranglerDev(port, { ...vars, ...own });
  run.onEnd(wrangler.stop);
  run.lock.record({ wranglerGroup: wrangler.group });
  run.failsWith(wrangler.ended, "wrangler dev has ended");
  run.failsWith(
    wrangler.proxyLost,
    `the process that listens on port ${port} was killed: start again`,
  );
  const asked = new Promise((resolve) => run.asked.addEventListener("abort", resolve));
  await Promise.race([wrangler.waitUntilReady(), asked]);
  if (run.asked.aborted) return;
  greet(port, messagesAddress);
  run.onEnd(runMinuteJobs(port));
}

function greet(port: number, messagesAddress: string): void {
  const base = `http://127.0.0.1:${port}`;
  console.log(`
  Mahfaza is ready.

    Console   http://localhost:${port}  (for people; /desk is for operators)
    API       ${base}/v1
    Docs      ${base}/docs
    Health    ${base}/healthz  ${base}/readyz
    Messages  http://${messagesAddress}  (what it sends to people)
    Data      ${describeData()}

  It reloads when a file under src/ changes. Ctrl-C stops it; the data stays for the next start.
`);
}

/** Where the data is; for root the database is outside the checkout. */
function describeData(): string {
  if (process.env.DATABASE_URL) return `${dataRoot}, and the database of DATABASE_URL`;
  const entry = path.join(dataRoot, "postgres");
  try {
    return `${dataRoot}, and the database in ${readlinkSync(entry)} (npm run reset removes both)`;
  } catch {
    // No link: the database is in the data folder.
    return `${dataRoot} (npm run reset removes it)`;
  }
}

await runScript(main);
process.exit();
