import { env } from "cloudflare:workers";
import { fromWireId, type SessionId, type UserId } from "../src/domain/ids.ts";
import { readConfig } from "../src/env.ts";
import { type Caller, type ServiceContext, serviceContext } from "../src/services/context.ts";
import { idOf } from "./database.ts";
import { newAddress, type Person } from "./people.ts";

/** The caller that an access token names, as services receive it. */
export function callerOf({ accessToken }: Pick<Person, "accessToken">): Caller {
  const { sub, sid, wid } = JSON.parse(atob(accessToken.split(".")[1] ?? ""));
  return {
    userId: idOf("usr", sub) as UserId,
    sessionId: idOf("ses", sid) as SessionId,
    defaultWalletId: wid === undefined ? null : fromWireId("wal", wid),
  };
}

/** The origin of a request from a new network. */
export const origin = () => ({ network: newAddress(), device: null, place: null });

/** Services that run `interrupt` immediately before a user's row is locked for a change. */
export function interruptedAtLock(interrupt: () => Promise<unknown>): ServiceContext {
  const services = serviceContext(env, readConfig(env));
  const db = new Proxy(services.db, {
    get(target, name, receiver) {
      const value = Reflect.get(target, name, receiver);
      if (typeof value !== "function") return value;
      if (name !== "batch") return value.bind(target);
      return async (...batches: { getQuery?(): { sql: string } }[][]) => {
        const [first] = batches[0] ?? [];
        if (/FROM users .*FOR NO KEY UPDATE/s.test(first?.getQuery?.().sql ?? "")) {
          await interrupt();
        }
        return value.apply(target, batches);
      };
    },
  });
  return { ...services, db };
}

/** Services that record their database calls, and their work after the answer. */
export function observed() {
  const steps: string[] = [];
  const services = serviceContext(env, readConfig(env));
  const db = new Proxy(services.db, {
    get(target, name, receiver) {
      const value = Reflect.get(target, name, receiver);
      if (typeof value === "function") steps.push(String(name));
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  const later = (work: Promise<void>) => {
    steps.push("later");
    void work;
  };
  return { steps, ctx: { ...services, db, later } satisfies ServiceContext };
}
