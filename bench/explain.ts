// `npm run bench:explain`: how Postgres executes each statement of the hot path with small tables and with large
// ones. A cost that grows between the two shows a bad plan. `-- --plans` writes the plans to bench/results.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { runScript } from "../scripts/cli-error.ts";
import { migrateDatabase } from "../scripts/migrate.ts";
import { startNeonGateway } from "../scripts/neon-gateway/start-gateway.ts";
import { startThrowawayPostgres } from "../scripts/postgres/throwaway-postgres.ts";
import { readArguments } from "../scripts/system/arguments.ts";
import { projectRoot } from "../scripts/system/places.ts";
import { UNQUEUED } from "../src/crypto/hash-queue.ts";
import { hashPassword } from "../src/crypto/password.ts";
import { LedgerConnection } from "../src/ledger/ledger-connection.ts";
import { claimMachine } from "./claim-machine.ts";
import { BENCH_POSTGRES, withClient } from "./database.ts";
import { AUTO_EXPLAIN, explainFromNowOn } from "./explain/plans.ts";
import { type Line, measure } from "./explain/probe.ts";
import { PASSWORD, readProbes, SCRYPT_COST } from "./explain/read-probes.ts";
import { writeProbes } from "./explain/write-probes.ts";
import { type DatabaseSize, fillDatabase } from "./fill.ts";

const USAGE = {
  command: "npm run bench:explain [-- --plans]",
  text: `Prints the cost of each statement of the hot path, with small tables and with large ones.
  --plans  writes the plans to bench/results/plans.txt`,
};

/** Without history, and with more than ten million entries. */
const SIZES: readonly DatabaseSize[] = [
  { wallets: 10_000, transactions: 0 },
  { wallets: 1_000_000, transactions: 5_000_000 },
];

async function explainAt(size: DatabaseSize): Promise<Line[]> {
  const postgres = await startThrowawayPostgres({ ...BENCH_POSTGRES, ...AUTO_EXPLAIN });
  try {
    await migrateDatabase(postgres.url);
    await fillDatabase(postgres.url, size, await hashPassword(PASSWORD, SCRYPT_COST, UNQUEUED));
    await explainFromNowOn(postgres.url);
    return [
      ...(await explainWrites(postgres.url, size.wallets)),
      ...(await explainReads(postgres.url, size.wallets)),
    ];
  } finally {
    await postgres.stop();
  }
}

async function explainWrites(databaseUrl: string, wallets: number): Promise<Line[]> {
  const gateway = await startNeonGateway({ databaseUrl });
  const connection = new LedgerConnection({ databaseUrl, databaseGateway: gateway.address });
  try {
    const lines: Line[] = [];
    for (const probe of await writeProbes(connection, wallets))
      lines.push(...(await measure(probe)));
    return lines;
  } finally {
    connection.drop();
    await gateway.close();
  }
}

function explainReads(databaseUrl: string, wallets: number): Promise<Line[]> {
  return withClient(databaseUrl, async (client) => {
    const lines: Line[] = [];
    for (const probe of readProbes(client, wallets)) lines.push(...(await measure(probe)));
    return lines;
  });
}

function printLine({ name, ms, hit, read, rowsMax, remarks }: Line): void {
  const cells = [
    name.padEnd(56),
    ms.toFixed(3).padStart(10),
    String(hit).padStart(8),
    String(read).padStart(7),
    String(rowsMax).padStart(8),
  ];
  console.log(`${cells.join(" ")}  ${remarks.join("; ")}`.trimEnd());
}

async function main(): Promise<undefined> {
  const { plans: keepsPlans } = readArguments(USAGE, {
    plans: { type: "boolean", default: false },
  }).values;
  claimMachine();
  const plans: string[] = [];
  for (const size of SIZES) {
    const heading = `${size.wallets} wallets, ${size.transactions} transfers`;
    console.log(`\n${heading}\n${"statement".padEnd(56)}  median ms      hit    read max rows`);
    for (const line of await explainAt(size)) {
      printLine(line);
      plans.push(`== ${heading}: ${line.name}\n${line.plan}\n`);
    }
  }
  if (!keepsPlans) return;
  const folder = path.join(projectRoot, "bench/results");
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "plans.txt"), plans.join("\n"));
}

if (import.meta.main) await runScript(main);
