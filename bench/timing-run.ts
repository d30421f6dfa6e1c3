// Whether the time of an answer tells who is known: the built Worker in plain workerd, one request at a
// time, known and unknown people by turns.
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
  /** Makes the people who are known. */
  prepare(served: { readonly url: string; readonly databaseUrl: string }): Promise<void>;
  /** One half of the nth pair. */
  known(url: string, n: number): Promise<Times>;
  unknown(url: string, n: number): Promise<Times>;
}

/** What each half of the pairs took, without those that warmed up. */
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
    // What an answer has to send is taken at once, as by a gateway.
    const receiver = await startMessageReceiver();
    stops.push(() => receiver.close());
    const bindings = receiver.settings;
    const { url, stop } = await contestants.start("mahfaza", postgres.url, { bindings });
    stops.push(stop);
    await orInterrupted(run.prepare({ url, databaseUrl: postgres.url }));
    const [known, unknown]: [Times[], Times[]] = [[], []];
    for (let n = 0; n < run.warmUpPairs + run.pairs; n++) {
      // By turns, so that neither always has the other before it.
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

/** One POST from an address of its own, so that nothing before it slows it; milliseconds to all of its answer. */
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
