import { env } from "cloudflare:workers";
import { neon } from "@neondatabase/serverless";
import { drizzle } from "drizzle-orm/neon-http";
import * as schema from "../src/db/schema/index.ts";
import { readConfig } from "../src/env.ts";
import { type ServiceContext, serviceContext } from "../src/services/context.ts";

/**
 * Services at another time, Unix time in milliseconds: their statements read it where they say now(), so that
 * a test of deadlines need not wait.
 */
export function servicesAt(atMs: number): ServiceContext {
  const services = serviceContext(env, readConfig(env));
  const now = `'${new Date(atMs).toISOString()}'::timestamptz`;
  const client = neon(readConfig(env).databaseUrl);
  const then = new Proxy(client, {
    get(target, name, receiver) {
      if (name !== "query") return Reflect.get(target, name, receiver);
      const query: typeof client.query = (text, ...rest) =>
        target.query(text.replaceAll("now()", now), ...rest);
      return query;
    },
  });
  return { ...services, db: drizzle(then, { schema }), nowMs: () => atMs };
}
