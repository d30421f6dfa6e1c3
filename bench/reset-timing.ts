// `npm run bench:reset`: whether the time of a password reset tells if somebody has verified the phone. The
// built Worker, one request at a time, known and unknown phones by turns.
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { Complaint, runScript } from "../scripts/complaint.ts";
import { migrateDatabase } from "../scripts/migrate.ts";
import { startThrowawayPostgres } from "../scripts/postgres/throwaway-postgres.ts";
import { claimMachine } from "./claim-machine.ts";
import { Contestants } from "./contestants.ts";
import { quantile } from "./log-in-timing.ts";
import { untilInterrupted } from "./until-interrupted.ts";

const PAIRS = 150;
const WARM_UP_PAIRS = 10;
/** What follows an answer shall be over before the next request. */
const PAUSE_MS = 25;

const knownPhone = (n: number) => `+96777${String(1_000_000 + n)}`;
const unknownPhone = (n: number) => `+96777${String(2_000_000 + n)}`;

/** Milliseconds of asking for a reset and of a wrong code. */
interface Times {
  readonly asking: number;
  readonly guessing: number;
}

/** People whose phone is verified; each is asked for once, so that no brake bites. */
async function makePeople(databaseUrl: string): Promise<void> {
  const books = new pg.Client(databaseUrl);
  await books.connect();
  for (let n = 0; n < PAIRS + WARM_UP_PAIRS; n++) {
    await books.query(
      `INSERT INTO users (id, username, phone, password_hash, created_at, updated_at, phone_verified_at)
        VALUES ($1, 'person', $2, 'x', now(), now(), now())`,
      [randomUUID(), knownPhone(n)],
    );
  }
  await books.end();
}

let requests = 0;

async function post(url: string, path: string, body: object, status: number) {
  requests += 1;
  const start = performance.now();
  const response = await fetch(`${url}/v1/auth/password-reset${path}`, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      "CF-Connecting-IP": `2001:db8:${requests.toString(16)}::1`,
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  const ms = performance.now() - start;
  if (response.status !== status) throw new Complaint(`${response.status}: ${text}`);
  await sleep(PAUSE_MS);
  return { ms, text };
}

async function measure(url: string, phone: string): Promise<Times> {
  const asked = await post(url, "", { phone }, 202);
  const { reset_token } = JSON.parse(asked.text) as { reset_token: string };
  const guess = { reset_token, code: "00000000", new_password: "four-Camels under Marib" };
  return { asking: asked.ms, guessing: (await post(url, "/confirm", guess, 403)).ms };
}

function report(known: readonly Times[], unknown: readonly Times[]): void {
  const turns: string[] = [];
  console.log("| password reset | median | 10 % | 90 % |\n|---|---|---|---|");
  for (const step of ["asking", "guessing"] as const) {
    for (const [who, times] of [
      ["known", known],
      ["unknown", unknown],
    ] as const) {
      const values = times.map((time) => time[step]);
      const shown = [0.5, 0.1, 0.9].map((share) => `${quantile(values, share).toFixed(1)} ms`);
      console.log(`| ${step}, ${who} phone | ${shown.join(" | ")} |`);
    }
    const slower = known.filter((time, n) => time[step] > (unknown[n]?.[step] ?? 0)).length;
    turns.push(`${step}: the known phone was slower in ${slower} of ${known.length}`);
  }
  console.log(`\n${turns.join("\n")}`);
}

async function main(): Promise<number> {
  const stops: (() => Promise<unknown>)[] = [];
  const orInterrupted = untilInterrupted();
  const leave = claimMachine();
  stops.push(async () => leave());
  const contestants = new Contestants();
  stops.push(async () => contestants.close());
  try {
    const postgres = await startThrowawayPostgres({});
    stops.push(() => postgres.stop());
    await migrateDatabase(postgres.url);
    await makePeople(postgres.url);
    const { url, stop } = await contestants.start("mahfaza", postgres.url);
    stops.push(stop);
    const [known, unknown]: [Times[], Times[]] = [[], []];
    for (let n = 0; n < PAIRS + WARM_UP_PAIRS; n++) {
      // By turns, so that neither always has the other before it.
      const first = async () => known.push(await measure(url, knownPhone(n)));
      const second = async () => unknown.push(await measure(url, unknownPhone(n)));
      for (const one of n % 2 === 0 ? [first, second] : [second, first]) await orInterrupted(one());
    }
    report(known.slice(WARM_UP_PAIRS), unknown.slice(WARM_UP_PAIRS));
    return 0;
  } finally {
    for (const stop of stops.toReversed()) await stop();
  }
}

if (import.meta.main) await runScript(main);
