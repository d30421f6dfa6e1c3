// `npm run latency`: how long one POST /v1/transfers takes on an idle machine, at the built Worker with
// a durable Postgres behind it. One request at a time, over one kept connection.
import { cpus } from "node:os";
import { performance } from "node:perf_hooks";
import { Complaint, runScript } from "../scripts/complaint.ts";
import { migrateDatabase } from "../scripts/migrate.ts";
import { startNeonGateway } from "../scripts/neon-gateway.ts";
import { startThrowawayPostgres } from "../scripts/postgres/throwaway-postgres.ts";
import { type BuiltWorker, startBuiltWorker } from "./built-worker.ts";

const WARM_UP = 100;
const MEASURED = 500;
const ROUNDS = 3;

type Body = Record<string, unknown>;

async function post(worker: BuiltWorker, path: string, body: Body, token?: string): Promise<Body> {
  const response = await fetch(worker.url + path, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      ...(token && { Authorization: `Bearer ${token}`, "Idempotency-Key": crypto.randomUUID() }),
    },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as Body;
  if (!response.ok) throw new Complaint(`${path} answered ${response.status} ${answer.code}`);
  return answer;
}

async function payer(worker: BuiltWorker): Promise<{ token: string; walletId: string }> {
  const person = { phone: "+967771000001", password: "a lone payer measures time" };
  const { wallet } = await post(worker, "/v1/auth/register", { username: "Payer", ...person });
  const { tokens } = await post(worker, "/v1/auth/login", person);
  const token = (tokens as { access_token: string }).access_token;
  await post(worker, "/v1/deposits", { amount: "100000.00" }, token);
  return { token, walletId: (wallet as { id: string }).id };
}

const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;

async function round(times: number, one: () => Promise<unknown>): Promise<number[]> {
  const spent: number[] = [];
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    await one();
    spent.push(performance.now() - start);
  }
  return spent.sort((a, b) => a - b);
}

async function measure(worker: BuiltWorker): Promise<void> {
  const { token, walletId } = await payer(worker);
  const payee = { username: "Payee", phone: "+967771000002", password: "somebody is paid again" };
  await post(worker, "/v1/auth/register", payee);
  const ways: Record<string, Body> = {
    "from a wallet by id": { from_wallet_id: walletId },
    "from the default wallet": {},
  };
  console.log(
    `one POST /v1/transfers, milliseconds (${cpus().length} cores, Node ${process.version})`,
  );
  for (const [way, fields] of Object.entries(ways)) {
    const body = { amount: "1.00", to_phone: payee.phone, ...fields };
    const one = () => post(worker, "/v1/transfers", body, token);
    await round(WARM_UP, one);
    for (let i = 1; i <= ROUNDS; i++) {
      const spent = await round(MEASURED, one);
      const [p50, p95, p99] = [0.5, 0.95, 0.99].map((q) => quantile(spent, q).toFixed(1));
      console.log(`${way}, round ${i}: p50 ${p50}  p95 ${p95}  p99 ${p99}`);
    }
  }
}

async function main(): Promise<number> {
  const postgres = await startThrowawayPostgres({});
  try {
    await migrateDatabase(postgres.url);
    const gateway = await startNeonGateway({ databaseUrl: postgres.url });
    const database = { DATABASE_URL: postgres.url, NEON_GATEWAY: gateway.address };
    const worker = await startBuiltWorker(database);
    try {
      await measure(worker);
    } finally {
      await worker.close();
      await gateway.close();
    }
  } finally {
    await postgres.stop();
  }
  return 0;
}

await runScript(main);
