import type { Clock } from "../domain/instant.ts";
import type { Caller, ServiceContext } from "../services/context.ts";

/** The variables that Hono carries through one request. */
export interface AppEnv {
  Bindings: Env;
  Variables: {
    requestId: string;
    /** The clock of the request: Unix time in milliseconds. */
    nowMs: Clock;
    /** The arrival of the request: Unix time in milliseconds. */
    startedAtMs: number;
    /** The context that every service is called with. */
    services: ServiceContext;
    /** The user who sent the request; set by `authenticated`, on the routes that use it. */
    caller: Caller;
    /** The bytes of a signed body; set by `signedByProvider`, on the route that uses it. */
    signedBody: Uint8Array;
  };
}
