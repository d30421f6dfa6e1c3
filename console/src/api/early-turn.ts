import type { Locks } from "@mahfaza/client";

/** The lock of the client's session: only its holder may spend the refresh token. */
export const SESSION_LOCK = "mahfaza-session";

/**
 * The client takes over what was begun within this time. Later it is dropped: another tab, which
 * waits for the lock meanwhile, would take itself for offline.
 */
export const HANDOVER_MS = 3000;

/** The lock of the session, held for the client from before its code was here. */
interface EarlyTurn {
  /** Runs the work under the lock; null when the lock is not held, or was given away before. */
  run<T>(work: (lock: unknown) => Promise<T>): Promise<{ readonly value: T } | null>;
}

/**
 * Takes the lock and does the early work, unless another tab has the lock. It then keeps the lock
 * until other work has run under it, so that no tab can spend the refresh token in between.
 */
export function earlyTurn(locks: Locks, earlyWork: () => Promise<void>): EarlyTurn {
  let isGiven = false;
  let release = () => {};
  const drop = () => {
    if (!isGiven) release();
    isGiven = true;
  };
  const ready = new Promise<unknown>((resolve) => {
    const hold = async (lock: unknown) => {
      if (lock === null) return resolve(null);
      await earlyWork();
      const released = new Promise<void>((done) => {
        release = done;
      });
      resolve(lock);
      setTimeout(drop, HANDOVER_MS);
      await released;
    };
    locks.request(SESSION_LOCK, { ifAvailable: true }, hold).catch(() => resolve(null));
  });
  return {
    run: async (work) => {
      if (isGiven) return null;
      isGiven = true;
      const lock = await ready;
      if (lock === null) return null;
      try {
        return { value: await work(lock) };
      } finally {
        release();
      }
    },
  };
}
