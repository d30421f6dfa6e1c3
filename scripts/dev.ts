// `npm start`: Postgres, migrations, the Neon gateway and the Worker, ended together.
import { once } from "node:events";
import { Complaint, runScript } from "./complaint.ts";
import { buildDocsAssets } from "./docs-assets.ts";
import { startMessageReceiver } from "./messages.ts";
import { migrateDatabase } from "./migrate.ts";
import { startNeonGateway } from "./neon-gateway.ts";
import { requireFreePort } from "./ports.ts";
import { startDevPostgres } from "./postgres/dev-postgres.ts";
import { parentOf } from "./processes.ts";
import { claimRun } from "./run-lock.ts";
import { startWranglerDev } from "./wrangler-dev.ts";

type Stop = () => Promise<void> | void;

/** Runs until a signal asks for the end, or until a part ends by itself. */
async function main(): Promise<number> {
  const stops: Stop[] = [];
  try {
    const fault = await runUntilAsked(stops, askedToStop());
    if (fault) console.error(`mahfaza: ${fault}`);
    return fault ? 1 : 0;
  } finally {
    // Last started, first ended: nobody loses a database that he still uses.
    for (const stop of stops.reverse()) await stop();
  }
}

async function runUntilAsked(stops: Stop[], asked: AbortSignal): Promise<string | null> {
  const port = Number(process.env.PORT || 8787);
  const lock = await claimRun("npm start");
  stops.push(lock.release);
  await requireFreePort(port, "PORT");
  const outboxPort = Number(process.env.OUTBOX_PORT || 8788);
  await requireFreePort(outboxPort, "OUTBOX_PORT");
  const ends: Promise<string | null>[] = [once(asked, "abort").then(() => null)];

  let databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl) {
    const postgres = await startDevPostgres();
    stops.push(postgres.stop);
    ends.push(postgres.ended.then(() => "Postgres has ended (see .data/postgres.log)"));
    databaseUrl = postgres.url;
  }
  const vars: Record<string, string> = { ENVIRONMENT: "development", DATABASE_URL: databaseUrl };
  // Browsers take http for secure on localhost alone, and the port belongs to the origin.
  vars.PASSKEY_RP_ID = "localhost";
  vars.PASSKEY_ORIGINS = `http://localhost:${port}`;
  const isBehindGateway = needsGateway(databaseUrl);
  console.log(await migrateDatabase(databaseUrl));
  lock.record({ databaseUrl });
  if (isBehindGateway) {
    const gateway = await startNeonGateway({ databaseUrl });
    stops.push(gateway.close);
    vars.NEON_GATEWAY = gateway.address;
  }

  const receiver = await startMessageReceiver({
    port: outboxPort,
    onMessage: ({ to, text }) => console.log(`  to ${to}: ${text}`),
  });
  stops.push(receiver.close);
  Object.assign(vars, receiver.settings);

  buildDocsAssets();
  if (asked.aborted) return null;
  const wrangler = startWranglerDev(port, vars);
  stops.push(wrangler.stop);
  lock.record({ wranglerGroup: wrangler.group });
  ends.push(wrangler.ended.then(() => "wrangler dev has ended"));
  await Promise.race([wrangler.waitUntilReady(), ...ends.slice(0, 1)]);
  if (!asked.aborted) {
    greet(port, receiver.address);
    stops.push(runMinuteJobs(port));
  }
  return Promise.race(ends);
}

const MINUTE_MS = 60_000;
/** Where wrangler dev takes a cron's call; by itself it starts none. */
const MINUTE_JOBS = "/cdn-cgi/handler/scheduled?cron=*+*+*+*+*";

/** Starts the jobs of each minute, as the platform does. What fails in them stands in the Worker's log. */
function runMinuteJobs(port: number): Stop {
  const start = () =>
    fetch(`http://127.0.0.1:${port}${MINUTE_JOBS}`, { signal: AbortSignal.timeout(MINUTE_MS) })
      .then((answer) => answer.text())
      .catch(() => undefined);
  const timer = setInterval(start, MINUTE_MS);
  return () => clearInterval(timer);
}

/** Neon speaks its own protocols; DATABASE_GATEWAY=none says so of a Neon behind another name. */
function needsGateway(databaseUrl: string): boolean {
  if (process.env.DATABASE_GATEWAY === "none") return false;
  if (!URL.canParse(databaseUrl)) throw new Complaint("DATABASE_URL is not a postgres:// address");
  return !new URL(databaseUrl).hostname.endsWith(".neon.tech");
}

function greet(port: number, outboxAddress: string): void {
  const base = `http://127.0.0.1:${port}`;
  console.log(`
  Mahfaza is ready.

    API     ${base}/v1
    Docs    ${base}/docs
    Health  ${base}/healthz  ${base}/readyz
    Outbox  http://${outboxAddress}  (what it writes to people)

  Ctrl-C stops it; the data stays for the next start.
`);
}

/** Aborts at the first signal; asked twice, it still takes the orderly way that it is on. */
function askedToStop(): AbortSignal {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(name, () => controller.abort());
  }
  watchNpm(() => controller.abort());
  return controller.signal;
}

/** A kill -9 of npm does not reach us: without it we would hold the port and nobody would know. */
function watchNpm(gone: () => void): void {
  if (!process.env.npm_lifecycle_event) return;
  // npm runs a script through a shell, which outlives it: whoever goes first, the chain changes.
  const chain = () => `${process.ppid} ${parentOf(process.ppid)}`;
  const atStart = chain();
  setInterval(() => chain() === atStart || gone(), 1000).unref();
}

await runScript(main);
process.exit();
