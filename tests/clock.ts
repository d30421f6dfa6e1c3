import { env } from "cloudflare:workers";
import { neon } from "@neondatabase/serverless";
import { drizzle } from "drizzle-orm/neon-http";
import * as schema from "../src/db/schema/index.ts";
import { msText, unixMs } from "../src/domain/instant.ts";
import { readConfig } from "../src/env.ts";
import { type ServiceContext, serviceContext } from "../src/services/context.ts";

/**
 * Services whose clock shows `atMs` (Unix time in milliseconds). now() in their statements is
 * replaced by this time, too, so that a test of deadlines does not wait.
 */
export function servicesAt(atMs: number): ServiceContext {
  const services = serviceContext(env, readConfig(env), undefined, () => unixMs(atMs));
  const now = `'${msText(atMs)}'::timestamptz`;
  const client = neon(readConfig(env).databaseUrl);
  const clientAt = new Proxy(client, {
    get(target, name, receiver) {
      if (name !== "query") return Reflect.get(target, name, receiver);
      const query: typeof client.query = (text, ...rest) =>
        target.query(text.replaceAll("now()", now), ...rest);
      return query;
    },
  });
  return { ...services, db: drizzle(clientAt, { schema }) };
}
