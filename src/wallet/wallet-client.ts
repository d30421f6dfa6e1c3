// The only caller of wallet objects: repeats a call whose object was lost, ends the wait when a command's
// time is over, and says honestly when it cannot tell what happened.

import { CALL_RESERVE_MS, COMMAND_MS_MAX } from "../domain/bounds.ts";
import type { LedgerCommand, OutcomeOf } from "../domain/command.ts";
import { afterLostCall, commandText, readOutcome, UNKNOWN } from "../domain/command-text.ts";
import type { WalletId } from "../domain/ids.ts";
import { readConfig } from "../env.ts";
import { logLine, wordsOfError } from "../log/log-line.ts";
import { retryCall } from "./retry-call.ts";
import type { WalletObject } from "./wallet-object.ts";

export interface WalletClient {
  /**
   * Sends a command through the object of this wallet; answers within `withinMs` milliseconds, which are
   * COMMAND_MS_MAX if not told. A money command that turns out to change another wallet is answered as
   * misrouted: send it through that wallet's object.
   */
  submit<C extends LedgerCommand>(
    walletId: WalletId,
    command: C,
    withinMs?: number,
  ): Promise<OutcomeOf[C["kind"]]>;
}

export function walletClient(env: Env): WalletClient {
  return {
    async submit<C extends LedgerCommand>(
      walletId: WalletId,
      command: C,
      withinMs = COMMAND_MS_MAX,
    ) {
      const text = await outcomeWithin(withinMs, env, walletId, commandText(command));
      return readOutcome(text) as OutcomeOf[C["kind"]];
    },
  };
}

async function outcomeWithin(
  ms: number,
  env: Env,
  walletId: WalletId,
  command: string,
): Promise<string> {
  const deadlineMs = Date.now() + ms;
  const call = () =>
    walletObjectOf(env, walletId).submit(command, deadlineMs - Date.now() - CALL_RESERVE_MS);
  let isLost = false;
  const onLost = () => {
    isLost = true;
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, ms, UNKNOWN);
  });
  try {
    const outcome = await Promise.race([retryCall(call, onLost), late]);
    return isLost ? afterLostCall(outcome) : outcome;
  } catch (error) {
    console.error(logLine("command_outcome_unknown", { fault: wordsOfError(error) }));
    return UNKNOWN;
  } finally {
    clearTimeout(timer);
  }
}

/** The object of a wallet. The location hint counts at its first use only. */
export function walletObjectOf(env: Env, walletId: WalletId): DurableObjectStub<WalletObject> {
  return env.WALLET.getByName(walletId, { locationHint: readConfig(env).ledgerLocation });
}
