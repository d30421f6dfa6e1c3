// Makes the demo's people and their history in one transaction: all of it, with the ledger proven, or nothing.
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import type { ScryptCost } from "../../src/crypto/scrypt.ts";
import type { SealingSettings } from "../../src/crypto/sealed-secret.ts";
import type { SocketDatabase } from "../../src/db/connect.ts";
import { reconcile } from "../../src/ledger/reconcile.ts";
import { CliError } from "../cli-error.ts";
import {
  type Account,
  type Login,
  makeLogin,
  makeOperator,
  register,
  SCRYPT,
  type Session,
} from "./accounts.ts";
import { installPastClock, REAL_CLOCK, type StoryClock } from "./past-clock.ts";
import { type DemoName, NAMES, PEOPLE } from "./people.ts";
import { StoryPoster } from "./post-story.ts";
import { type DemoDay, storyUntil } from "./story.ts";

export interface DemoOptions {
  /** Unix time in milliseconds. */
  readonly nowMs: number;
  /** Seals the secrets of the operators' authenticator apps: the deployment's own. */
  readonly sealing: SealingSettings;
  /** Whether the logins are the public ones of scripts/demo/people.ts; otherwise they are random. */
  readonly isPublic: boolean;
  /** Gives everything today's time, for a ledger that has transactions already. */
  readonly isPresent: boolean;
  /** What a hash of a password costs; without it what is deployed. */
  readonly scryptCost?: ScryptCost;
  /** Gets a line now and then. */
  readonly report: (line: string) => void;
}

export interface Demo {
  /** False: the people were there before, and nothing was changed. */
  readonly isNew: boolean;
  readonly transactions: number;
  /** Null for logins that are not known: random ones of an earlier run. */
  readonly logins: Readonly<Record<DemoName, Login>> | null;
}

/** How long after the last day's midnight everybody logs out. */
const CLOSING_MS = 22 * 3_600_000;

type Transaction = SocketDatabase & Session;

/** Makes the demo; throws a CliError, and changes nothing, when the database cannot take it. */
export async function makeDemo(databaseUrl: string, options: DemoOptions): Promise<Demo> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  await client.connect();
  try {
    const db = drizzle(client);
    return await db.transaction((tx) => fill(tx as unknown as Transaction, options));
  } finally {
    await client.end().catch(() => {});
  }
}

async function fill(tx: Transaction, options: DemoOptions): Promise<Demo> {
  // The lock of the ledger's clock, kept until COMMIT: nobody posts between the check and the end.
  await tx.execute(sql`SELECT pg_advisory_xact_lock(1, 0)`);
  if (await isThere(tx)) return { isNew: false, transactions: 0, logins: null };
  const story = storyUntil(options.nowMs);
  const firstMs = story[0]?.startMs ?? options.nowMs;
  if (!options.isPresent) await requireNoHistory(tx, firstMs);
  const logins = makeLogins(options);
  const clock = options.isPresent ? REAL_CLOCK : await installPastClock(tx);
  const timeOf = options.isPresent ? () => Date.now() : (storyMs: number) => storyMs;
  const accounts = await openAccounts(tx, { clock, logins, timeOf }, firstMs, options.sealing);
  const poster = new StoryPoster({ db: tx, clock, accounts, timeOf });
  const transactions = await postAll(poster, story, options.report);
  await poster.end((story.at(-1)?.startMs ?? firstMs) + CLOSING_MS);
  await clock.remove();
  await proveLedger(tx);
  return { isNew: true, transactions, logins };
}

async function isThere(tx: Transaction): Promise<boolean> {
  const phones = sql.param(NAMES.map((name) => PEOPLE[name].phone));
  const { rows } = await tx.execute<{ count: string }>(
    sql`SELECT count(*) FROM users WHERE phone = ANY(${phones}::text[])`,
  );
  const count = Number(rows[0]?.count);
  if (count === NAMES.length) return true;
  if (count > 0) {
    throw new CliError(
      `${count} of the demo's phones (${PEOPLE.employer.phone} and the next ${NAMES.length - 1}) are ` +
        "registered already: nothing was made",
    );
  }
  return false;
}

/** The order of commits never goes back, so history can only be written before everything that is there. */
async function requireNoHistory(tx: Transaction, firstMs: number): Promise<void> {
  const { rows } = await tx.execute<{ is_empty: boolean }>(sql`
    SELECT NOT EXISTS (SELECT FROM transactions) AS is_empty`);
  if (!rows[0]?.is_empty) {
    throw new CliError(
      "the ledger has transactions already, and a history of months would stand before them: " +
        "empty the database (npm run reset), or give everything today's time (npm run demo -- --today)",
    );
  }
  // Without a transaction no posted_at has been assigned. A run that failed may have moved it.
  await tx.execute(sql`SELECT setval('ledger_clock', ${firstMs * 1_000}::bigint)`);
}

function makeLogins({ isPublic, scryptCost: cost = SCRYPT }: DemoOptions): Record<DemoName, Login> {
  const made = NAMES.map((name) => [name, makeLogin(PEOPLE[name], { isPublic, cost })] as const);
  return Object.fromEntries(made) as Record<DemoName, Login>;
}

interface Opening {
  readonly clock: StoryClock;
  readonly logins: Readonly<Record<DemoName, Login>>;
  timeOf(storyMs: number): number;
}

const REGISTERED_EVERY_MS = 11 * 60_000;

async function openAccounts(
  tx: Transaction,
  { clock, logins, timeOf }: Opening,
  firstMs: number,
  sealing: SealingSettings,
): Promise<Record<DemoName, Account>> {
  const accounts: Partial<Record<DemoName, Account>> = {};
  for (const [i, name] of NAMES.entries()) {
    const nowMs = timeOf(firstMs + 3 * 3_600_000 + i * REGISTERED_EVERY_MS);
    await clock.set(nowMs);
    const login = logins[name];
    const account = await register(tx, PEOPLE[name], login, nowMs);
    if (login.totpSecret) await makeOperator(tx, account, login.totpSecret, sealing, nowMs);
    accounts[name] = account;
  }
  return accounts as Record<DemoName, Account>;
}

async function postAll(
  poster: StoryPoster,
  story: readonly DemoDay[],
  report: (line: string) => void,
): Promise<number> {
  let total = 0;
  let month = 0;
  for (const [i, day] of story.entries()) {
    const posted = await poster.post(day);
    total += posted;
    month += posted;
    const isMonthOver =
      new Date(day.startMs).getUTCMonth() !== new Date(story[i + 1]?.startMs ?? 0).getUTCMonth();
    if (isMonthOver || i === story.length - 1) {
      report(`  ${new Date(day.startMs).toISOString().slice(0, 7)}  ${month} transactions`);
      month = 0;
    }
  }
  return total;
}

async function proveLedger(tx: Transaction): Promise<void> {
  const { problems } = await reconcile(tx);
  const [first] = problems;
  if (!first) return;
  throw new CliError(
    `the ledger is not proven, so nothing was kept: ${problems.length} problems, ` +
      `${first.check}: ${first.subject}: ${first.detail}`,
  );
}
