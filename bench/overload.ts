// `npm run bench:overload`: more than the service can do, and clients that never read. Memory must stay
// bounded, a 503 must say when to come back, and soon after the load all must be as before.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runScript } from "../scripts/cli-error.ts";
import { projectRoot } from "../scripts/system/places.ts";
import { type Books, openBooks, proveBooks } from "./books.ts";
import { type Contestant, Contestants } from "./contestants.ts";
import { flood } from "./overload/flood.ts";
import { watchMemory } from "./overload/memory.ts";
import { startNeverReading } from "./overload/never-reading.ts";
import { PHASES, type Phase, WALLETS } from "./overload/phases.ts";
import { pause, probeMeanwhile, probeTransfer, recoverySeconds } from "./overload/probe.ts";
import { missedBy, overloadTable, type PhaseResult, phaseRecord } from "./overload/report.ts";
import { personOf, writeChosenPeople } from "./people.ts";
import { median } from "./report/summary.ts";
import { untilInterrupted } from "./until-interrupted.ts";

const PROBES_AT_ONCE = 8;
/** A single caller is served as before when an answer takes less than this many times what it took alone. */
const RECOVERED_RATIO = 3;
const LONE_PROBES = 21;
/** workerd keeps what its connections once needed: as many as the first load will have. */
const WARM_UP = { workload: "random", connections: 1_024, seconds: 8 };

interface Service {
  readonly contestant: Contestant;
  readonly books: Books;
  readonly peopleFile: string;
}

/** What one transfer takes of a warm service that has nothing else to do: the median, in milliseconds. */
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
  { contestant, books, peopleFile }: Service,
  phase: Phase,
  goodMs: number,
): Promise<PhaseResult> {
  const { url, processes } = contestant;
  const [payerNumber = 1, payeeNumber = 2] = phase.people;
  const [payer, payee] = await Promise.all([personOf(payerNumber), personOf(payeeNumber)]);
  const probe = () => probeTransfer(url, payer, payee);
  const load = { ...phase, url, peopleFile };
  // Tokens live for ten minutes: fresh ones for each phase.
  await writeChosenPeople(peopleFile, phase.people);
  await books.settle();
  const memory = watchMemory({
    workerd: processes.worker ?? 0,
    gateway: processes.gateway ?? 0,
    postgres: books.pid,
  });
  const unread = phase.neverReading > 0 ? await startUnread(url, phase.neverReading) : null;
  const stopProbes = probeMeanwhile(probe, PROBES_AT_ONCE);
  const result = await flood(load);
  const neverReading = unread?.stop() ?? null;
  const told = memory.stop();
  const stopped = stopProbes();
  const recovery = await recoverySeconds(probe, goodMs);
  const probes = await stopped;
  return { phase, load: result, memory: told, probes, neverReading, recoverySeconds: recovery };
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
    console.log(`${phase.name}: ${missedBy(result).join("; ") || "as it should be"}`);
    await proveBooks(service.books.url);
    results.push(result);
    await pause(1_000);
  }
  return results;
}

function tell(results: readonly PhaseResult[]): number {
  const missed = results.flatMap(missedBy);
  console.log(`\n${overloadTable(results)}\n`);
  console.log(`workerd MB: high-water mark (highest of the first → of the second half).`);
  console.log(missed.length === 0 ? "Every target is reached." : missed.join("\n"));
  const file = path.join(projectRoot, "bench", "results", "overload.json");
  mkdirSync(path.dirname(file), { recursive: true });
  const record = {
    measured_at: new Date().toISOString(),
    phases: results.map(phaseRecord),
    // A phase after which they are not ends the run with a complaint.
    books: "proven",
    missed,
  };
  writeFileSync(file, `${JSON.stringify(record, null, 2)}\n`);
  return missed.length === 0 ? 0 : 1;
}

await runScript(async () => {
  const orInterrupted = untilInterrupted();
  const folder = mkdtempSync(path.join(tmpdir(), "mahfaza-overload-"));
  const contestants = new Contestants();
  let books: Books | undefined;
  let contestant: Contestant | undefined;
  try {
    books = await openBooks({ wallets: WALLETS, transactions: 0 });
    contestant = await contestants.start("mahfaza", books.url);
    const service = { contestant, books, peopleFile: path.join(folder, "people.txt") };
    return tell(await orInterrupted(runPhases(service)));
  } finally {
    await contestant?.stop();
    contestants.close();
    await books?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
