// `npm run bench:reset`: checks that the time of a password reset does not reveal whether the phone is verified.
// Measures the built Worker, one request at a time. Fails when a step's medians differ by more than 5 %.
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { runScript } from "../scripts/cli-error.ts";
import { readArguments } from "../scripts/system/arguments.ts";
import { timingReport } from "./report/timing.ts";
import { runTiming, timedPost } from "./timing-run.ts";

const USAGE = {
  command: "npm run bench:reset",
  text: `Compares the times of password resets for verified and unknown phones. Exits with 1 when they differ.`,
};

const PAIRS = 150;
const WARM_UP_PAIRS = 10;
/** The Worker's work after an answer must have ended before the next request. */
const PAUSE_MS = 25;
const STEPS = ["request", "attempt"] as const;

const knownPhone = (n: number) => `+96777${String(1_000_000 + n)}`;
const unknownPhone = (n: number) => `+96777${String(2_000_000 + n)}`;

/** Milliseconds of a request for a reset and of an attempt with a wrong code. */
type Times = Readonly<Record<(typeof STEPS)[number], number>>;

/** Inserts people with a verified phone; each is used once, so that no throttle applies. */
async function makePeople({ databaseUrl }: { readonly databaseUrl: string }): Promise<void> {
  const databases = new pg.Client(databaseUrl);
  await databases.connect();
  for (let n = 0; n < PAIRS + WARM_UP_PAIRS; n++) {
    await databases.query(
      `INSERT INTO users (id, username, phone, password_hash, created_at, updated_at, phone_verified_at)
        VALUES ($1, 'person', $2, 'x', now(), now(), now())`,
      [randomUUID(), knownPhone(n)],
    );
  }
  await databases.end();
}

async function measure(url: string, phone: string): Promise<Times> {
  const reset = `${url}/v1/auth/password-reset`;
  const asked = await timedPost(reset, { phone }, 202);
  await sleep(PAUSE_MS);
  const { reset_token } = JSON.parse(asked.text) as { reset_token: string };
  const attempt = { reset_token, code: "00000000", new_password: "four-Camels under Marib" };
  const attempted = await timedPost(`${reset}/confirm`, attempt, 403);
  await sleep(PAUSE_MS);
  return { request: asked.ms, attempt: attempted.ms };
}

async function main(): Promise<number> {
  readArguments(USAGE, {});
  const { known, unknown } = await runTiming<Times>({
    pairs: PAIRS,
    warmUpPairs: WARM_UP_PAIRS,
    prepare: makePeople,
    known: (url, n) => measure(url, knownPhone(n)),
    unknown: (url, n) => measure(url, unknownPhone(n)),
  });
  const { text, isEven } = timingReport(
    STEPS.map((step) => ({
      name: step,
      known: { label: `${step}, known phone`, ms: known.map((times) => times[step]) },
      unknown: { label: `${step}, unknown phone`, ms: unknown.map((times) => times[step]) },
    })),
  );
  console.log(text);
  return isEven ? 0 : 1;
}

if (import.meta.main) await runScript(main);
