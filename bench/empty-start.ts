import path from "node:path";
import { CliError } from "../scripts/cli-error.ts";
import { type Bench, WALLETS } from "./bench-run.ts";
import { proveBooks } from "./books.ts";
import { withClient } from "./database.ts";
import { phoneSql, sessionIdSql, userIdSql, walletIdSql } from "./fill/ids.ts";
import { measure } from "./measure.ts";
import { writePeople } from "./people.ts";
import { CONNECTIONS_MAX, ROUNDS } from "./plan.ts";
import { median, perSecond } from "./report/summary.ts";

/** Rows after which a plan that was made for an empty table would tell. */
const ROWS = 100_000;
const LOADS_MAX = 30;
/** Enough for every writer to have connected, and still next to nothing. */
const FIRST_PEOPLE = 16;

/** People `first` to `last` with a session and an empty wallet each, by nothing but INSERT. */
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
 * Deposits a second of a server whose writers connected while every table was empty and known to be:
 * plans made then must not last when the tables have grown.
 */
export async function measureEmptyStart(bench: Bench): Promise<number> {
  const { books, contestants, folder, orInterrupted } = bench;
  const name = "empty_start";
  const databaseUrl = await books.empty(name);
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
      return orInterrupted(measure(task, contestant, books, peopleFile));
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
    await proveBooks(databaseUrl);
  } finally {
    await contestant.stop();
  }
  await books.drop(name);
  return median(speeds) ?? 0;
}
