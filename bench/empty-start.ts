import path from "node:path";
import { CliError } from "../scripts/cli-error.ts";
import { type Bench, WALLETS } from "./bench-run.ts";
import { withClient } from "./database.ts";
import { phoneSql, sessionIdSql, userIdSql, walletIdSql } from "./fill/ids.ts";
import { measure } from "./measure.ts";
import { writePeople } from "./people.ts";
import { CONNECTIONS_MAX, ROUNDS } from "./plan.ts";
import { median, perSecond } from "./report/summary.ts";
import { requireReconciled } from "./run-databases.ts";

/** The number of rows above which a plan for an empty table would be noticeably slow. */
const ROWS = 100_000;
const LOADS_MAX = 30;
/** Enough for every ledger writer to connect, and few enough that the tables stay almost empty. */
const FIRST_PEOPLE = 16;

/** Inserts people `first` to `last` with a session and an empty wallet each. */
function addPeople(databaseUrl: string, first: number, last: number): Promise<void> {
  return withClient(databaseUrl, async (client) => {
    const numbers = `FROM generate_series(${first}, ${last}) AS n`;
    await client.query(
      `INSERT INTO users (id, username, phone, password_hash, created_at, updated_at)
       SELECT ${userIdSql("n")}, 'Person ' || n, ${phoneSql("n")}, 'none', now(), now() ${numbers}`,
    );
    await client.query(
      `INSERT INTO sessions (id, user_id, created_at, expires_at)
       SELECT ${sessionIdSql("n")}, ${userIdSql("n")}, now(), now() + interval '1 day' ${numbers}`,
    );
    await client.query(
      `INSERT INTO wallets (id, owner_id, currency, is_default, created_at)
       SELECT ${walletIdSql("n")}, ${userIdSql("n")}, 'YEM', true, now() ${numbers}`,
    );
  });
}

const countTransactions = (databaseUrl: string): Promise<number> =>
  withClient(databaseUrl, async (client) => {
    const { rows } = await client.query("SELECT count(*)::int AS count FROM transactions");
    return rows[0].count;
  });

/**
 * Measures deposits per second of a server whose writers connected while every table was empty, with statistics
 * that say so: plans for empty tables must not stay in use when the tables have grown.
 */
export async function measureEmptyStart(bench: Bench): Promise<number> {
  const { databases, contestants, folder, orInterrupted } = bench;
  const name = "empty_start";
  const databaseUrl = await databases.empty(name);
  await withClient(databaseUrl, (client) => client.query("VACUUM"));
  await addPeople(databaseUrl, 1, FIRST_PEOPLE);
  const contestant = await contestants.start("mahfaza", databaseUrl);
  const speeds: number[] = [];
  try {
    const load = async (people: number, round: number, seconds: number) => {
      const peopleFile = path.join(folder, `${name}-${people}.txt`);
      await writePeople(peopleFile, people);
      const connections = people === WALLETS ? CONNECTIONS_MAX : people;
      const named = { server: "mahfaza", workload: "deposits", connections, round } as const;
      const task = { ...named, seconds, warmUpSeconds: 1 };
      return orInterrupted(measure(task, contestant, databases, peopleFile));
    };
    await load(FIRST_PEOPLE, 0, 1);
    await addPeople(databaseUrl, FIRST_PEOPLE + 1, WALLETS);
    for (let n = 0; (await countTransactions(databaseUrl)) < ROWS; n++) {
      if (n === LOADS_MAX) throw new CliError(`${name}: the tables do not fill`);
      await load(WALLETS, 0, 4);
    }
    for (let round = 1; round <= ROUNDS; round++) {
      speeds.push(perSecond(await load(WALLETS, round, 4)));
    }
    await requireReconciled(databaseUrl);
  } finally {
    await contestant.stop();
  }
  await databases.drop(name);
  return median(speeds) ?? 0;
}
