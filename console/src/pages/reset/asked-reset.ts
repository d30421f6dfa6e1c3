import type { components } from "@mahfaza/client";

/** A reset whose code was asked for. Neither a code nor a password is kept. */
export interface AskedReset {
  /** The contact as it was typed. */
  readonly to: string;
  /** Opens nothing without the code. */
  readonly token: string;
  /** When the code expires, in milliseconds since 1970. */
  readonly until: number;
}

/** What to keep of the service's answer. */
export function askedReset(
  to: string,
  { reset_token, expires_in }: components["schemas"]["ResetRequested"],
  now: number,
): AskedReset {
  return { to, token: reset_token, until: now + expires_in * 1000 };
}

const KEY = "mahfaza.reset";

/** Keeps it in this tab: reading the code elsewhere may cost a phone the page. */
export function keepAskedReset(storage: Pick<Storage, "setItem">, asked: AskedReset): void {
  storage.setItem(KEY, JSON.stringify(asked));
}

export function forgetAskedReset(storage: Pick<Storage, "removeItem">): void {
  storage.removeItem(KEY);
}

/** Reads it while its code can be used; null otherwise, or for another text. */
export function readAskedReset(storage: Pick<Storage, "getItem">, now: number): AskedReset | null {
  try {
    const kept = JSON.parse(storage.getItem(KEY) ?? "null") as Partial<AskedReset> | null;
    const { to, token, until } = kept ?? {};
    const isWhole =
      typeof to === "string" && typeof token === "string" && typeof until === "number";
    return isWhole && now < until ? { to, token, until } : null;
  } catch {
    // Another version of the console wrote it.
    return null;
  }
}
