// `npm run bench:log-in`: checks that the time of a refused login does not reveal whether the phone is registered.
// Measures the built Worker at production's hash cost, one request at a time. Fails when the medians differ by
// more than 5 %.
import { runScript } from "../scripts/cli-error.ts";
import { readArguments } from "../scripts/system/arguments.ts";
import { timingReport } from "./report/timing.ts";
import { runTiming, timedPost } from "./timing-run.ts";

const USAGE = {
  command: "npm run bench:log-in",
  text: `Compares the times of refused logins for registered and unregistered phones. Exits with 1 when they differ.`,
};

const PAIRS = 40;
const WARM_UP_PAIRS = 3;
const PEOPLE = 10;
const PASSWORD = "seven-Lanterns over Sanaa";

const knownPhone = (n: number) => `+96777${String(1_000_000 + (n % PEOPLE))}`;
const unknownPhone = (n: number) => `+96777${String(2_000_000 + n)}`;

async function register({ url }: { readonly url: string }): Promise<void> {
  for (let n = 0; n < PEOPLE; n++) {
    const body = { username: `Person ${n}`, phone: knownPhone(n), password: PASSWORD };
    await timedPost(`${url}/v1/auth/register`, body, 201);
  }
}

/** Milliseconds from the request to the whole of its refusal. */
async function refusalMs(url: string, phone: string): Promise<number> {
  const body = { phone, password: "four-Camels under Marib" };
  return (await timedPost(`${url}/v1/auth/login`, body, 401)).ms;
}

async function main(): Promise<number> {
  readArguments(USAGE, {});
  const { known, unknown } = await runTiming({
    pairs: PAIRS,
    warmUpPairs: WARM_UP_PAIRS,
    prepare: register,
    known: (url, n) => refusalMs(url, knownPhone(n)),
    unknown: (url, n) => refusalMs(url, unknownPhone(n)),
  });
  const { text, isEven } = timingReport([
    {
      name: "login",
      known: { label: "wrong password", ms: known },
      unknown: { label: "unknown phone", ms: unknown },
    },
  ]);
  console.log(text);
  return isEven ? 0 : 1;
}

if (import.meta.main) await runScript(main);
