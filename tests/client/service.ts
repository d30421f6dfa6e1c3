// The built Worker in workerd on the run's Postgres, for tests of the client on Node.
import { randomInt } from "node:crypto";
import { cpSync, existsSync, rmSync } from "node:fs";
import path from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { buildWorker } from "../../bench/serve/build-worker.ts";
import {
  type Client,
  createClient,
  memoryTokenStore,
  money,
  type Session,
  type TokenStore,
  tokenSession,
} from "../../packages/client/src/index.ts";
import { PASSWORD } from "../planted-secrets.ts";
import { proveLedger } from "../prove-ledger.ts";
import { type DeployedWorker, serveOn } from "../scripts/deployed-worker.ts";

export { PASSWORD };

export interface Service {
  readonly url: string;
  /** Rows of a query on the service's database. */
  rows(query: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  prove(): Promise<void>;
}

/** The service for a whole file of tests. */
export function useService(settings: Readonly<Record<string, string>> = {}): Service {
  let worker: DeployedWorker;
  let pool: pg.Pool;
  beforeAll(async () => {
    const databaseUrl = process.env.DATABASE_URL ?? "";
    pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
    worker = await serveOn(databaseUrl, await builtWorker(), settings);
  });
  afterAll(async () => {
    await worker?.stop();
    await pool?.end();
  });
  return {
    get url() {
      return worker.url;
    },
    rows: async (query, values) => (await pool.query(query, values)).rows,
    prove: () => proveLedger(drizzle(pool)),
  };
}

/** The folder with the built Worker. The files of this project run one at a time. */
async function builtWorker(): Promise<string> {
  const folder = path.join(inject("workerFolder"), "built");
  if (!existsSync(folder)) {
    const built = await buildWorker();
    cpSync(built, folder, { recursive: true });
    rmSync(built, { recursive: true, force: true });
  }
  return folder;
}

// Valid German mobile numbers, of which no other test has one.
let nextPhone = randomInt(1e8);

export function newPhone(): string {
  nextPhone = (nextPhone + 1) % 1e8;
  return `+49152${nextPhone.toString().padStart(8, "0")}`;
}

/** fetch from a network of its own, so that no test is throttled by what another did. */
export function fromOwnNetwork(): typeof fetch {
  const network = `2001:db8:${randomInt(0xffff).toString(16)}:${randomInt(0xffff).toString(16)}::7`;
  return (input, init) => {
    const request = new Request(input, init);
    request.headers.set("CF-Connecting-IP", network);
    return fetch(request);
  };
}

export interface Member {
  readonly client: Client;
  readonly session: Session;
  readonly store: TokenStore;
  readonly phone: string;
  readonly fetch: typeof fetch;
}

/** A person who is logged in by the client, with money in a wallet. */
export async function registerMember(baseUrl: string, amount = "100.00"): Promise<Member> {
  const [phone, fetch, store] = [newPhone(), fromOwnNetwork(), memoryTokenStore()];
  const session = tokenSession({ baseUrl, store, fetch });
  const client = createClient({ baseUrl, session, fetch });
  const body = { username: "Member", phone, password: PASSWORD };
  const registered = await client.POST("/v1/auth/register", { body });
  if (registered.error) throw new Error(registered.error.code);
  const { error } = await session.logIn({ phone, password: PASSWORD });
  if (error) throw new Error(error.code);
  const deposit = { amount: money(amount, "YEM"), currency: "YEM" };
  const paid = await client.POST("/v1/deposits", { body: deposit });
  if (paid.error) throw new Error(paid.error.code);
  return { client, session, store, phone, fetch };
}

/** The successful transfers that a member has sent. */
export async function transfersOf({ client }: Pick<Member, "client">) {
  const query = { type: "TRANSFER", direction: "sent" } as const;
  const { data } = await client.GET("/v1/transactions", { params: { query } });
  return data?.data ?? [];
}
