// `npm run bench:flood [SECONDS]`: what a flood of wrong log-ins does to money. One transfer after the other, alone
// and then beside 20 and 100 clients who try wrong passwords without a pause; and the Worker's memory. Run it before
// and after a change on a quiet machine: the tables compare line by line.
import { runScript } from "../scripts/cli-error.ts";
import { type Books, openBooks, proveBooks } from "./books.ts";
import { type Contestant, Contestants } from "./contestants.ts";
import { startWrongLogIns } from "./overload/log-in-flood.ts";
import { watchMemory } from "./overload/memory.ts";
import { pause, probeTransfer } from "./overload/probe.ts";
import { personOf } from "./people.ts";
import { quantile } from "./report/quantile.ts";
import { textTable } from "./report/text-table.ts";
import { untilInterrupted } from "./until-interrupted.ts";

const CLIENTS = [0, 20, 100];
const SECONDS = Number(process.argv[2] ?? 20);
const PROBE_EVERY_MS = 100;
const WALLETS = 1_000;
const HEAD = [
  "wrong log-ins at once",
  "transfer p50 ms",
  "p95 ms",
  "max ms",
  "transfers",
  "failed",
  "log-ins tried /s",
  "turned away /s",
  "workerd MB, peak",
];

async function measure({ url, processes }: Contestant, books: Books, clients: number) {
  const [payer, payee] = await Promise.all([personOf(1), personOf(2)]);
  const pids = { workerd: processes.worker ?? 0, gateway: processes.gateway ?? 0 };
  const memory = watchMemory({ ...pids, postgres: books.pid });
  const stopFlood = startWrongLogIns(url, clients);
  const probes = [];
  const endMs = performance.now() + SECONDS * 1_000;
  while (performance.now() < endMs) {
    probes.push(await probeTransfer(url, payer, payee));
    await pause(PROBE_EVERY_MS);
  }
  const { tried, turnedAway } = await stopFlood();
  const ms = probes.filter(({ status }) => status === 201).map((probe) => probe.ms);
  const perSecond = (count: number) => (count / SECONDS).toFixed(1);
  return [
    String(clients),
    quantile(ms, 0.5).toFixed(1),
    quantile(ms, 0.95).toFixed(1),
    Math.max(...ms).toFixed(1),
    String(probes.length),
    String(probes.length - ms.length),
    perSecond(tried),
    perSecond(turnedAway),
    memory.stop().peakMb.workerd.toFixed(0),
  ];
}

await runScript(async () => {
  const orInterrupted = untilInterrupted();
  const contestants = new Contestants();
  let books: Books | undefined;
  let contestant: Contestant | undefined;
  try {
    books = await openBooks({ wallets: WALLETS, transactions: 0 });
    contestant = await contestants.start("mahfaza", books.url);
    const rows = [];
    for (const clients of CLIENTS) {
      rows.push(await orInterrupted(measure(contestant, books, clients)));
      await pause(2_000);
    }
    await proveBooks(books.url);
    console.log(textTable(HEAD, rows));
    return 0;
  } finally {
    await contestant?.stop();
    contestants.close();
    await books?.stop();
  }
});
