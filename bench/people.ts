import { writeFileSync } from "node:fs";
import { type AccessTokenSubject, signAccessToken } from "../src/crypto/access-token.ts";
import { toWireId } from "../src/domain/ids.ts";
import { phoneOf, sessionIdOf, userIdOf, walletIdOf } from "./fill.ts";
import { TOKEN_SETTINGS } from "./serve/settings.ts";

/** The password of every person of the benchmark. */
export const PASSWORD = "a lone payer measures time";
/** The cost of its hash: the same as the service's. */
export const PASSWORD_COST = { log2N: 14, r: 8, p: 5 };

/** A person who can send requests: a new token, valid for ten minutes, and a wallet. */
export interface Person {
  readonly token: string;
  /** The id on the wire. */
  readonly walletId: string;
}

/** An access token that every measured server accepts. */
export function tokenOf(subject: AccessTokenSubject, nowMs = Date.now()): Promise<string> {
  const settings = {
    accessTokenKeys: JSON.parse(TOKEN_SETTINGS.ACCESS_TOKEN_KEYS).keys,
    tokenIssuer: TOKEN_SETTINGS.TOKEN_ISSUER,
    tokenAudience: TOKEN_SETTINGS.TOKEN_AUDIENCE,
  };
  return signAccessToken(settings, subject, nowMs);
}

/** Person `n` of the filled database. */
export async function personOf(n: number, nowMs = Date.now()): Promise<Person> {
  const walletId = walletIdOf(n);
  const subject = { userId: userIdOf(n), sessionId: sessionIdOf(n), defaultWalletId: walletId };
  return { token: await tokenOf(subject, nowMs), walletId: toWireId("wal", walletId) };
}

/** Writes the file that the load reads, for people 1 to `count`. */
export function writePeople(file: string, count: number): Promise<void> {
  return writeChosenPeople(file, spreadOver(count, count));
}

/** Writes the file that the load reads, for these people only. */
export async function writeChosenPeople(file: string, numbers: readonly number[]): Promise<void> {
  const nowMs = Date.now();
  const lines: string[] = [];
  for (const n of numbers) {
    const { token, walletId } = await personOf(n, nowMs);
    lines.push(`${token} ${walletId} ${phoneOf(n)}`);
  }
  writeFileSync(file, `${lines.join("\n")}\n`);
}

/** At most `max` numbers, evenly spread over 1 to `wallets`. */
export function spreadOver(wallets: number, max: number): number[] {
  const count = Math.min(wallets, max);
  return Array.from({ length: count }, (_, i) => 1 + Math.floor((i * wallets) / count));
}
