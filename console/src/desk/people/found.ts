import type { Account } from "@mahfaza/client";

let found: Account | null = null;

/** Keeps a person who was just found for their page, so that one look-up is not counted twice. */
export function keepFound(account: Account): void {
  found = account;
}

/** The person who was just found, once; null for anybody else. */
export function takeFound(id: string): Account | null {
  const taken = found?.id === id ? found : null;
  found = null;
  return taken;
}
