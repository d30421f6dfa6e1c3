// Which wallet object looks after a person's wallets, and which writer posts for a wallet object: fixed
// choices, so that the commands of one person, who alone spends from a wallet, always meet in one place.
import type { UserId } from "../domain/ids.ts";
import { readConfig } from "../env.ts";
import type { LedgerWriter } from "../ledger/writer-object.ts";
import type { WalletObject } from "./wallet-object.ts";

/**
 * Which of `count` shares a name falls to: evenly, and the same everywhere. FNV-1a over the characters, and
 * MurmurHash3's last steps, for FNV's low bits follow the low bits of the characters alone: names that are
 * alike would fall to half of the shares.
 */
export function shareOf(name: string, count: number): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) {
    value = Math.imul(value ^ name.charCodeAt(i), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return ((value ^ (value >>> 16)) >>> 0) % count;
}

/** The object that looks after a person's wallets. The location hint counts at its first use only. */
export function walletObjectOf(env: Env, personId: UserId): DurableObjectStub<WalletObject> {
  const { walletObjects, ledgerLocation } = readConfig(env);
  const id = env.WALLET.idFromName(`wallets-${shareOf(personId, walletObjects)}`);
  return env.WALLET.get(id, { locationHint: ledgerLocation });
}

/** The writer of the wallet object of this name: by its number, so that few objects are spread evenly. */
export function writerOf(env: Env, objectName: string): DurableObjectStub<LedgerWriter> {
  const { ledgerWriters, ledgerLocation } = readConfig(env);
  const number = Number(/\d+$/.exec(objectName)?.[0] ?? 0);
  const id = env.LEDGER_WRITER.idFromName(`writer-${number % ledgerWriters}`);
  return env.LEDGER_WRITER.get(id, { locationHint: ledgerLocation });
}
