import type { Locks } from "../../packages/client/src/index.ts";

/** One lock for each name, given in the order of the requests, as navigator.locks does. */
export function exclusiveLocks(): Locks {
  const held = new Map<string, Promise<unknown>>();
  return {
    async request(name, { ifAvailable }, work) {
      const before = held.get(name);
      if (before && ifAvailable) return work(null);
      const turn = (before ?? Promise.resolve()).then(() => work({ name }));
      const settled = turn
        .catch(() => {})
        .then(() => {
          if (held.get(name) === settled) held.delete(name);
        });
      held.set(name, settled);
      return turn;
    },
  };
}
