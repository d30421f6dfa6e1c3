// Which objects there are: one for each wallet, named by the wallet's id, and a small fixed set of writers.
import type { WalletId } from "../domain/ids.ts";
import { readConfig } from "../env.ts";
import type { LedgerWriter } from "../ledger/writer-object.ts";
import type { WalletObject } from "./wallet-object.ts";

/** The object of a wallet. The location hint counts at its first use only. */
export function walletObjectOf(env: Env, walletId: WalletId): DurableObjectStub<WalletObject> {
  return env.WALLET.getByName(walletId, { locationHint: readConfig(env).ledgerLocation });
}

/** The writer that posts for a wallet's object: always the same, and each for as many wallets as another. */
export function writerOf(env: Env, walletId: WalletId): DurableObjectStub<LedgerWriter> {
  const { ledgerWriters, ledgerLocation } = readConfig(env);
  // The last digits of a UUIDv7 are random (RFC 9562 §5.7).
  const number = Number.parseInt(walletId.slice(-6), 16) % ledgerWriters;
  return env.LEDGER_WRITER.getByName(`writer-${number}`, { locationHint: ledgerLocation });
}
