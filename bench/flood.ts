// `npm run bench:flood [SECONDS]`: the effect of a flood of wrong logins on transfers, and the Worker's memory. One
// transfer after another runs alone, then beside 20 and beside 100 clients that try wrong passwords without a pause.
// Run it before and after a change on a quiet machine: the tables compare line by line.
import { CliError, runScript } from "../scripts/cli-error.ts";
import { readArguments } from "../scripts/system/arguments.ts";
import { type Contestant, Contestants } from "./contestants.ts";
import { startWrongLogins } from "./overload/log-in-flood.ts";
import { watchMemory } from "./overload/memory.ts";
import { pause, probeTransfer } from "./overload/probe.ts";
import { personOf } from "./people.ts";
import { quantile } from "./report/quantile.ts";
import { textTable } from "./report/text-table.ts";
import { openDatabases, type RunDatabases, requireReconciled } from "./run-databases.ts";
import { untilInterrupted } from "./until-interrupted.ts";

const CLIENTS = [0, 20, 100];
const SECONDS = 20;
const PROBE_EVERY_MS = 100;
const WALLETS = 1_000;
const USAGE = {
  command: "npm run bench:flood [-- SECONDS]",
  text: `Measures transfers and the Worker's memory during a flood of wrong logins.
  SECONDS  the length of each of the three loads: 20 by default`,
};

const HEAD = [
  "wrong logins at once",
  "transfer p50 ms",
  "p95 ms",
  "max ms",
  "transfers",
  "failed",
  "logins tried /s",
  "refused 503 /s",
  "workerd MB, peak",
];

async function measure(
  { url, processes }: Contestant,
  databases: RunDatabases,
  clients: number,
  seconds: number,
) {
  const [payer, payee] = await Promise.all([personOf(1), personOf(2)]);
  const pids = { workerd: processes.worker ?? 0, gateway: processes.gateway ?? 0 };
  const memory = watchMemory({ ...pids, postgres: databases.pid });
  const stopFlood = startWrongLogins(url, clients);
  const probes = [];
  const endMs = performance.now() + seconds * 1_000;
  while (performance.now() < endMs) {
    probes.push(await probeTransfer(url, payer, payee));
    await pause(PROBE_EVERY_MS);
  }
  const { tried, refused503 } = await stopFlood();
  const ms = probes.filter(({ status }) => status === 201).map((probe) => probe.ms);
  const perSecond = (count: number) => (count / seconds).toFixed(1);
  return [
    String(clients),
    quantile(ms, 0.5).toFixed(1),
    quantile(ms, 0.95).toFixed(1),
    Math.max(...ms).toFixed(1),
    String(probes.length),
    String(probes.length - ms.length),
    perSecond(tried),
    perSecond(refused503),
    memory.stop().peakMb.workerd.toFixed(0),
  ];
}

function readSeconds(): number {
  const [text] = readArguments(USAGE, {}, 1).positionals;
  const seconds = text === undefined ? SECONDS : Number(text);
  if (!Number.isInteger(seconds) || seconds < 1) {
    throw new CliError(`${text} is no number of seconds: a whole number from 1`);
  }
  return seconds;
}

await runScript(async () => {
  const seconds = readSeconds();
  const orInterrupted = untilInterrupted();
  const contestants = new Contestants();
  let databases: RunDatabases | undefined;
  let contestant: Contestant | undefined;
  try {
    databases = await openDatabases({ wallets: WALLETS, transactions: 0 });
    contestant = await contestants.start("mahfaza", databases.url);
    const rows = [];
    for (const clients of CLIENTS) {
      rows.push(await orInterrupted(measure(contestant, databases, clients, seconds)));
      await pause(2_000);
    }
    await requireReconciled(databases.url);
    console.log(textTable(HEAD, rows));
    return 0;
  } finally {
    await contestant?.stop();
    contestants.close();
    await databases?.stop();
  }
});
