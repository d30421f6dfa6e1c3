// Which writer posts for a wallet: a fixed choice by the wallet's name, so that one wallet's commands
// meet in one writer and fold into one batch.

import { readConfig } from "../env.ts";
import type { LedgerWriter } from "../ledger/writer-object.ts";

/** FNV-1a over the name's characters: spreads names evenly, and the same everywhere. */
function hash(name: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) {
    value = Math.imul(value ^ name.charCodeAt(i), 0x01000193);
  }
  return value >>> 0;
}

/** The writer of the wallet object with this name. The location hint counts at its first use only. */
export function writerOf(env: Env, name: string): DurableObjectStub<LedgerWriter> {
  const { ledgerWriters, ledgerLocation } = readConfig(env);
  const id = env.LEDGER_WRITER.idFromName(`writer-${hash(name) % ledgerWriters}`);
  return env.LEDGER_WRITER.get(id, { locationHint: ledgerLocation });
}
