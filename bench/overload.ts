// `npm run bench:overload`: more load than the service can serve, and clients that never read. Memory must stay
// bounded, a 503 must have Retry-After, and the service must recover soon after the load.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runScript } from "../scripts/cli-error.ts";
import { readArguments } from "../scripts/system/arguments.ts";
import { projectRoot } from "../scripts/system/places.ts";
import { type Contestant, Contestants } from "./contestants.ts";
import { flood } from "./overload/flood.ts";
import { watchMemory } from "./overload/memory.ts";
import { startNeverReading } from "./overload/never-reading.ts";
import { PHASES, type Phase, WALLETS } from "./overload/phases.ts";
import { pause, probeMeanwhile, probeTransfer, recoverySeconds } from "./overload/probe.ts";
import { missedBy, overloadTable, type PhaseResult, phaseRecord } from "./overload/report.ts";
import { personOf, writeChosenPeople } from "./people.ts";
import { median } from "./report/summary.ts";
import { openDatabases, type RunDatabases, requireReconciled } from "./run-databases.ts";
import { untilInterrupted } from "./until-interrupted.ts";

const USAGE = {
  command: "npm run bench:overload",
  text: `Loads the service with more than it can serve, and with clients that never read; writes
bench/results/overload.json. Exits with 1 when a target is missed.`,
};

const PROBES_AT_ONCE = 8;
/** The service has recovered when an answer takes less than this many times its time without load. */
const RECOVERED_RATIO = 3;
const LONE_PROBES = 21;
/** workerd keeps the memory that its connections needed, so the warm-up has as many as the first load. */
const WARM_UP = { workload: "random", connections: 1_024, seconds: 8 };

interface Service {
  readonly contestant: Contestant;
  readonly databases: RunDatabases;
  readonly peopleFile: string;
}

/** The median time of one transfer in milliseconds, on a warm service without other load. */
async function loneMs({ contestant: { url }, peopleFile }: Service): Promise<number> {
  await writeChosenPeople(peopleFile, PHASES[0]?.people ?? []);
  await flood({ ...WARM_UP, url, peopleFile });
  await pause(1_000);
  const [payer, payee] = await Promise.all([personOf(1), personOf(2)]);
  const spentMs: number[] = [];
  for (let i = 0; i < LONE_PROBES; i++) spentMs.push((await probeTransfer(url, payer, payee)).ms);
  return median(spentMs) ?? Infinity;
}

async function runPhase(
  { contestant, databases, peopleFile }: Service,
  phase: Phase,
  goodMs: number,
): Promise<PhaseResult> {
  const { url, processes } = contestant;
  const [payerNumber = 1, payeeNumber = 2] = phase.people;
  const [payer, payee] = await Promise.all([personOf(payerNumber), personOf(payeeNumber)]);
  const probe = () => probeTransfer(url, payer, payee);
  const load = { ...phase, url, peopleFile };
  // Tokens are valid for ten minutes, so each phase gets new ones.
  await writeChosenPeople(peopleFile, phase.people);
  await databases.settle();
  const memory = watchMemory({
    workerd: processes.worker ?? 0,
    gateway: processes.gateway ?? 0,
    postgres: databases.pid,
  });
  const unread = phase.neverReading > 0 ? await startUnread(url, phase.neverReading) : null;
  const stopProbes = probeMeanwhile(probe, PROBES_AT_ONCE);
  const result = await flood(load);
  const neverReading = unread?.stop() ?? null;
  const memoryUse = memory.stop();
  const stopped = stopProbes();
  const recovery = await recoverySeconds(probe, goodMs);
  const probes = await stopped;
  return {
    phase,
    load: result,
    memory: memoryUse,
    probes,
    neverReading,
    recoverySeconds: recovery,
  };
}

async function startUnread(url: string, clients: number) {
  const payers = Array.from({ length: clients / 2 }, (_, i) => personOf(WALLETS - i));
  // The first person's history is the longest by now: the hot payer's.
  return startNeverReading(url, await Promise.all(payers), await personOf(1));
}

async function runPhases(service: Service): Promise<PhaseResult[]> {
  const results: PhaseResult[] = [];
  const alone = await loneMs(service);
  console.log(`one transfer alone: ${alone.toFixed(1)} ms`);
  for (const phase of PHASES) {
    const result = await runPhase(service, phase, alone * RECOVERED_RATIO);
    console.log(`${phase.name}: ${missedBy(result).join("; ") || "every target is reached"}`);
    await requireReconciled(service.databases.url);
    results.push(result);
    await pause(1_000);
  }
  return results;
}

function report(results: readonly PhaseResult[]): number {
  const missed = results.flatMap(missedBy);
  console.log(`\n${overloadTable(results)}\n`);
  console.log(`workerd MB: high-water mark (highest of the first → of the second half).`);
  console.log(missed.length === 0 ? "Every target is reached." : missed.join("\n"));
  const file = path.join(projectRoot, "bench", "results", "overload.json");
  mkdirSync(path.dirname(file), { recursive: true });
  const record = {
    measured_at: new Date().toISOString(),
    phases: results.map(phaseRecord),
    // The run ends with an error after a phase whose ledger does not reconcile.
    ledger: "reconciled",
    missed,
  };
  writeFileSync(file, `${JSON.stringify(record, null, 2)}\n`);
  return missed.length === 0 ? 0 : 1;
}

await runScript(async () => {
  readArguments(USAGE, {});
  const orInterrupted = untilInterrupted();
  const folder = mkdtempSync(path.join(tmpdir(), "mahfaza-overload-"));
  const contestants = new Contestants();
  let databases: RunDatabases | undefined;
  let contestant: Contestant | undefined;
  try {
    databases = await openDatabases({ wallets: WALLETS, transactions: 0 });
    contestant = await contestants.start("mahfaza", databases.url);
    const service = { contestant, databases, peopleFile: path.join(folder, "people.txt") };
    return report(await orInterrupted(runPhases(service)));
  } finally {
    await contestant?.stop();
    contestants.close();
    await databases?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
