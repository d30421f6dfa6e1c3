/**
 * Time under a test's control. Two clocks decide in the service: the Worker's (tokens, authenticator codes) and
 * the database's, which statements read as now() (expiry of sessions, challenges, codes, throttle counters).
 * - `atTime` sets both for requests to the API; `servicesAt` does so for services that a test calls directly.
 * - A test changes rows instead in three cases. (1) The ledger's writer decides, for example whether a freeze has
 *   ended or a step-up is fresh: its prepared statements belong to a connection that outlives the test. (2) A
 *   message must arrive: its receiver refuses signatures that are older or newer than five minutes. (3) A nightly
 *   job deletes expired rows: at a later time it would delete the rows of other tests too.
 */
import { env } from "cloudflare:workers";
import { neon, neonConfig } from "@neondatabase/serverless";
import { drizzle } from "drizzle-orm/neon-http";
import { vi } from "vitest";
import * as schema from "../src/db/schema/index.ts";
import { msText, unixMs } from "../src/domain/instant.ts";
import { readConfig } from "../src/env.ts";
import { type ServiceContext, serviceContext } from "../src/services/context.ts";

/** SQL text in which now() is a fixed time, in Unix time in milliseconds. */
const withNow = (text: string, atMs: number): string =>
  text.replaceAll("now()", `'${msText(atMs)}'::timestamptz`);

/**
 * Runs `work` at a fixed time, Unix time in milliseconds. During it, Date is that time in the test and in the
 * Worker, and now() is that time in every statement that is sent over HTTP. Timers run as usual.
 */
export async function atTime<T>(atMs: number, work: () => Promise<T>): Promise<T> {
  const send = neonConfig.fetchFunction;
  neonConfig.fetchFunction = (url: string, init: { body: string }) =>
    send(url, { ...init, body: withNow(init.body, atMs) });
  vi.useFakeTimers({ now: atMs, toFake: ["Date"] });
  try {
    return await work();
  } finally {
    vi.useRealTimers();
    neonConfig.fetchFunction = send;
  }
}

/** Services at a fixed time, Unix time in milliseconds: their clock, and now() in their statements. */
export function servicesAt(atMs: number): ServiceContext {
  const services = serviceContext(env, readConfig(env), undefined, () => unixMs(atMs));
  const client = neon(readConfig(env).databaseUrl);
  const fixed = new Proxy(client, {
    get(target, name, receiver) {
      if (name !== "query") return Reflect.get(target, name, receiver);
      const query: typeof client.query = (text, ...rest) =>
        target.query(withNow(text, atMs), ...rest);
      return query;
    },
  });
  return { ...services, db: drizzle(fixed, { schema }) };
}
