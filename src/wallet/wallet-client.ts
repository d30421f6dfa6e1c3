// The only caller of wallet objects. It repeats a call whose object was lost, stops waiting at the
// command's deadline, and returns unknown if the command may have been committed.
import { CALL_RESERVE_MS, COMMAND_MS_MAX } from "../domain/bounds.ts";
import type { LedgerCommand, OutcomeOf } from "../domain/command.ts";
import { asUnknownIfNoEffect, commandText, readOutcome, UNKNOWN } from "../domain/command-text.ts";
import type { WalletId } from "../domain/ids.ts";
import { type Clock, systemClock, type UnixMs } from "../domain/instant.ts";
import { readConfig } from "../env.ts";
import { errorText, logLine } from "../log/log-line.ts";
import { retryCall } from "./retry-call.ts";
import type { WalletObject } from "./wallet-object.ts";

export interface WalletClient {
  /**
   * Sends a command through the object of this wallet. Resolves within `withinMs` milliseconds. A
   * money command that turns out to change another wallet returns misrouted: the caller must send
   * it through the object of that wallet.
   */
  submit<C extends LedgerCommand>(
    walletId: WalletId,
    command: C,
    withinMs?: number,
  ): Promise<OutcomeOf[C["kind"]]>;
  /**
   * Lets the object of this wallet end the wallet's holds at `atMs`. It is lost if the object cannot
   * be reached: the minute job does the same.
   */
  wakeAt(walletId: WalletId, atMs: UnixMs): Promise<void>;
}

export function walletClient(env: Env, clock: Clock = systemClock): WalletClient {
  return {
    async submit<C extends LedgerCommand>(
      walletId: WalletId,
      command: C,
      withinMs = COMMAND_MS_MAX,
    ) {
      const text = commandText(command);
      const deadlineMs = clock() + withinMs;
      const call = () =>
        walletObjectOf(env, walletId).submit(text, deadlineMs - clock() - CALL_RESERVE_MS);
      return readOutcome(await outcomeWithin(withinMs, call)) as OutcomeOf[C["kind"]];
    },
    async wakeAt(walletId, atMs) {
      try {
        await walletObjectOf(env, walletId).wakeAt(atMs);
      } catch (error) {
        console.warn(logLine("alarm_not_set", { fault: errorText(error) }));
      }
    },
  };
}

/**
 * Calls a wallet object until it returns an outcome, for at most `ms` milliseconds; then returns
 * unknown.
 */
async function outcomeWithin(ms: number, call: () => Promise<string>): Promise<string> {
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
    return isLost ? asUnknownIfNoEffect(outcome) : outcome;
  } catch (error) {
    console.error(logLine("command_outcome_unknown", { fault: errorText(error) }));
    return UNKNOWN;
  } finally {
    clearTimeout(timer);
  }
}

/** The object of a wallet. The location hint only has an effect when the object is created. */
export function walletObjectOf(env: Env, walletId: WalletId): DurableObjectStub<WalletObject> {
  return env.WALLET.getByName(walletId, { locationHint: readConfig(env).ledgerLocation });
}
