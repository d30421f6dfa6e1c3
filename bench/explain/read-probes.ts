// Probes of the API's reads, and of the login.
import { drizzle } from "drizzle-orm/node-postgres";
import type pg from "pg";
import { TransactionsQuery } from "../../src/contract/transactions-query.ts";
import { HashQueue } from "../../src/crypto/hash-queue.ts";
import * as schema from "../../src/db/schema/index.ts";
import { BALANCE_DAYS_MAX } from "../../src/domain/bounds.ts";
import { type UnixMicros, unixMicros } from "../../src/domain/instant.ts";
import type { Config } from "../../src/env.ts";
import type { ServiceContext } from "../../src/services/context.ts";
import { logIn } from "../../src/services/identity/log-in.ts";
import { listEntries } from "../../src/services/money/list-entries.ts";
import { listTransactions } from "../../src/services/money/list-transactions.ts";
import { readBalances } from "../../src/services/money/read-balances.ts";
import { listWallets } from "../../src/services/wallets/list-wallets.ts";
import { readWallet } from "../../src/services/wallets/read-wallet.ts";
import { phoneOf, sessionIdOf, userIdOf, walletIdOf } from "../fill.ts";
import { collectExecutions, nesting } from "./plans.ts";
import type { Probe } from "./probe.ts";

const BUSY = 2;
const LIMIT = 50;
const HALF_OF_HISTORY_MS = 150 * 86_400_000;
export const PASSWORD = "a plan is no secret";
/** The cheapest cost, because Postgres is measured. */
export const SCRYPT_COST = { log2N: 1, r: 1, p: 1 } as const;

const EVERYTHING = TransactionsQuery.parse({}).filter;

export function readProbes(client: pg.Client, wallets: number): Probe[] {
  const { take } = collectExecutions(client);
  const ctx = contextOn(client);
  const probe = (
    name: string,
    statements: string[],
    run: () => Promise<{ ok: boolean }>,
  ): Probe => ({
    name,
    statements,
    take,
    nest: (isOn) => client.query(nesting(isOn)),
    async run() {
      await client.query("BEGIN");
      const { ok } = await run();
      await client.query("ROLLBACK");
      if (!ok) throw new Error(`${name} was refused`);
    },
  });
  const average = Math.floor(wallets / 2) + 1;
  const callerOf = (n: number) => ({
    userId: userIdOf(n),
    sessionId: sessionIdOf(n),
    defaultWalletId: walletIdOf(n),
  });
  const page = (who: string, n: number, after: UnixMicros | null, filter = EVERYTHING) =>
    probe(`transactions of ${who}`, ["session", "page"], () =>
      listTransactions(ctx, callerOf(n), filter, { after, limit: LIMIT }),
    );
  const entries = (who: string, n: number, after: bigint | null) =>
    probe(`entries of ${who}`, ["session", "page", "owner"], () =>
      listEntries(ctx, callerOf(n), walletIdOf(n), { after, limit: LIMIT }),
    );
  const balances = (who: string, n: number) =>
    probe(`balances of ${who}`, ["session", "balances", "owner"], () =>
      readBalances(ctx, callerOf(n), walletIdOf(n), BALANCE_DAYS_MAX),
    );
  const later = unixMicros(BigInt(Date.now() - HALF_OF_HISTORY_MS) * 1_000n);
  const text = "nothing has this note";
  return [
    probe("wallets", ["session and list"], () => listWallets(ctx, callerOf(average))),
    probe("one wallet", ["session", "wallet"], () =>
      readWallet(ctx, callerOf(average), walletIdOf(average)),
    ),
    page("an average person", average, null),
    page("an average person, half-way", average, later),
    page("a busy person", BUSY, null),
    page("a busy person, half-way", BUSY, later),
    page("a busy person, one wallet", BUSY, null, { ...EVERYTHING, walletId: walletIdOf(BUSY) }),
    page("a busy person, search without a match", BUSY, null, { ...EVERYTHING, text }),
    entries("an average wallet", average, null),
    entries("a busy wallet", BUSY, null),
    entries("a busy wallet, half-way", BUSY, 25_000n),
    balances("an average wallet", average),
    balances("a busy wallet", BUSY),
    probe("login", ["password age", "counters", "try", "person", "session", "right"], () =>
      logIn(ctx, {
        name: phoneOf(average),
        password: PASSWORD,
        origin: { network: "unknown", device: null, place: null },
        formerToken: null,
      }),
    ),
  ];
}

/** Services on this client. A batch of Neon's driver is one transaction; here it is part of the probe's. */
function contextOn(client: pg.Client): ServiceContext {
  const db = Object.assign(drizzle(client, { schema }), {
    async batch(queries: readonly PromiseLike<unknown>[]) {
      const answers: unknown[] = [];
      for (const query of queries) answers.push(await query);
      return answers;
    },
  });
  const k = Buffer.alloc(32, 1).toString("base64url");
  const config: Partial<Config> = {
    throttleKey: k,
    accessTokenKeys: [{ kty: "oct", kid: "explain", alg: "HS256", k }],
    tokenIssuer: "https://explain.test",
    tokenAudience: "explain",
    scryptCost: SCRYPT_COST,
  };
  const hashes = new HashQueue(1);
  return { config, db, hashes, nowMs: Date.now } as unknown as ServiceContext;
}
