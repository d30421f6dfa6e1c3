// Measures whether response times reveal which users are known: the built Worker in workerd, one request at a time,
// known and unknown users in turns.
import { CliError } from "../scripts/cli-error.ts";
import { startMessageReceiver } from "../scripts/messages.ts";
import { migrateDatabase } from "../scripts/migrate.ts";
import { startThrowawayPostgres } from "../scripts/postgres/throwaway-postgres.ts";
import { claimMachine } from "./claim-machine.ts";
import { Contestants } from "./contestants.ts";
import { untilInterrupted } from "./until-interrupted.ts";

export interface TimingRun<Times> {
  readonly pairs: number;
  readonly warmUpPairs: number;
  /** Creates the known users. */
  prepare(served: { readonly url: string; readonly databaseUrl: string }): Promise<void>;
  /** One half of the nth pair, for a known and for an unknown user. */
  known(url: string, n: number): Promise<Times>;
  unknown(url: string, n: number): Promise<Times>;
}

/** The times of all pairs, without the warm-up pairs. */
export async function runTiming<Times>(run: TimingRun<Times>) {
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
    // Messages are accepted at once, as by a real receiver.
    const receiver = await startMessageReceiver();
    stops.push(() => receiver.close());
    const bindings = receiver.settings;
    const { url, stop } = await contestants.start("mahfaza", postgres.url, { bindings });
    stops.push(stop);
    await orInterrupted(run.prepare({ url, databaseUrl: postgres.url }));
    const [known, unknown]: [Times[], Times[]] = [[], []];
    for (let n = 0; n < run.warmUpPairs + run.pairs; n++) {
      // In turns, so that neither half is always second.
      const first = async () => known.push(await run.known(url, n));
      const second = async () => unknown.push(await run.unknown(url, n));
      for (const one of n % 2 === 0 ? [first, second] : [second, first]) await orInterrupted(one());
    }
    return { known: known.slice(run.warmUpPairs), unknown: unknown.slice(run.warmUpPairs) };
  } finally {
    for (const stop of stops.toReversed()) await stop();
  }
}

let requests = 0;

/** One POST from a new address, so that the throttle does not apply; `ms` is the time until the whole answer. */
export async function timedPost(url: string, body: object, status: number) {
  requests += 1;
  const start = performance.now();
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      "CF-Connecting-IP": `2001:db8:${requests.toString(16)}::1`,
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  const ms = performance.now() - start;
  if (response.status !== status)
    throw new CliError(`not ${status}, but ${response.status}: ${text}`);
  return { ms, text };
}
