import type { Caller, ServiceContext } from "../services/context.ts";

/** What Hono carries through one request. */
export interface AppEnv {
  Bindings: Env;
  Variables: {
    requestId: string;
    /** When the request came: Unix time in milliseconds. */
    startedAtMs: number;
    /** What services are called with. */
    services: ServiceContext;
    /** Who asks; set by `authenticated`, on routes that list it. */
    caller: Caller;
  };
}
