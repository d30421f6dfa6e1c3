// `npm run bench:log-in`: whether the time of a refused log-in tells if the phone is registered. The built
// Worker at production's cost of a hash, one request at a time. Fails when the medians differ by more than 5 %.
import { Complaint, runScript } from "../scripts/complaint.ts";
import { migrateDatabase } from "../scripts/migrate.ts";
import { startThrowawayPostgres } from "../scripts/postgres/throwaway-postgres.ts";
import { claimMachine } from "./claim-machine.ts";
import { Contestants } from "./contestants.ts";
import { untilInterrupted } from "./until-interrupted.ts";

const PAIRS = 40;
const WARM_UP_PAIRS = 3;
const PEOPLE = 10;
const DIFFERENCE_MAX = 0.05;
const PASSWORD = "seven-Lanterns over Sanaa";

interface Pair {
  readonly unknownMs: number;
  readonly wrongMs: number;
}

const registeredPhone = (n: number) => `+96777${String(1_000_000 + (n % PEOPLE))}`;
const unknownPhone = (n: number) => `+96777${String(2_000_000 + n)}`;

let requests = 0;

/** One POST from an address of its own: what was guessed before slows none. */
function post(url: string, path: string, body: object): Promise<Response> {
  requests += 1;
  const address = `2001:db8:${requests.toString(16)}::1`;
  return fetch(`${url}/v1/auth/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "CF-Connecting-IP": address },
    body: JSON.stringify(body),
  });
}

async function register(url: string): Promise<void> {
  for (let n = 0; n < PEOPLE; n++) {
    const body = { username: `Person ${n}`, phone: registeredPhone(n), password: PASSWORD };
    const response = await post(url, "register", body);
    if (response.status !== 201) throw new Complaint(`not registered: ${await response.text()}`);
  }
}

/** Milliseconds from the request to the whole of its refusal. */
async function refusalMs(url: string, phone: string): Promise<number> {
  const start = performance.now();
  const response = await post(url, "login", { phone, password: "four-Camels under Marib" });
  const text = await response.text();
  const spent = performance.now() - start;
  if (response.status !== 401) throw new Complaint(`not refused, but ${response.status}: ${text}`);
  return spent;
}

/** Unknown and wrong by turns, so that neither always has the other before it. */
async function measurePair(url: string, n: number): Promise<Pair> {
  if (n % 2 === 0) {
    const unknownMs = await refusalMs(url, unknownPhone(n));
    return { unknownMs, wrongMs: await refusalMs(url, registeredPhone(n)) };
  }
  const wrongMs = await refusalMs(url, registeredPhone(n));
  return { unknownMs: await refusalMs(url, unknownPhone(n)), wrongMs };
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [low = 0, high = 0] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}

function report(pairs: readonly Pair[]): number {
  const unknown = pairs.map(({ unknownMs }) => unknownMs);
  const wrong = pairs.map(({ wrongMs }) => wrongMs);
  const ms = (values: readonly number[]) =>
    [0.5, 0.1, 0.9].map((share) => `${quantile(values, share).toFixed(1)} ms`).join(" | ");
  const ratio = quantile(unknown, 0.5) / quantile(wrong, 0.5);
  const slower = pairs.filter(({ unknownMs, wrongMs }) => unknownMs > wrongMs).length;
  console.log("| log-in | median | 10 % | 90 % |\n|---|---|---|---|");
  console.log(`| unknown phone | ${ms(unknown)} |\n| wrong password | ${ms(wrong)} |`);
  const percent = ((ratio - 1) * 100).toFixed(1);
  console.log(
    `\nmedians differ by ${percent} %; unknown was slower in ${slower} of ${pairs.length}`,
  );
  return Math.abs(ratio - 1) <= DIFFERENCE_MAX ? 0 : 1;
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
    const { url, stop } = await contestants.start("mahfaza", postgres.url);
    stops.push(stop);
    await orInterrupted(register(url));
    const pairs: Pair[] = [];
    for (let n = 0; n < WARM_UP_PAIRS + PAIRS; n++) {
      pairs.push(await orInterrupted(measurePair(url, n)));
    }
    return report(pairs.slice(WARM_UP_PAIRS));
  } finally {
    for (const stop of stops.toReversed()) await stop();
  }
}

if (import.meta.main) await runScript(main);
