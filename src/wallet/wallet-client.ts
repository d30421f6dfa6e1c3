// The only caller of wallet objects: names the object, repeats a call whose object was lost, and says
// honestly when it cannot tell what happened.
import type {
  CloseAccountCommand,
  CloseAccountOutcome,
  MoneyCommand,
  MoneyOutcome,
} from "../domain/command.ts";
import { logLine } from "../log/log-line.ts";
import { wordsOfError } from "../log/redacted.ts";
import { afterLoss, deliverAgain } from "./redelivery.ts";
import { walletObjectOf } from "./shares.ts";

export interface WalletClient {
  /** Sends a command through the object of its actor's wallets. */
  submit(command: MoneyCommand): Promise<MoneyOutcome>;
  /** Ends the actor's account, through the object of its wallets. */
  closeAccount(command: CloseAccountCommand): Promise<CloseAccountOutcome>;
}

export function walletClient(env: Env): WalletClient {
  return {
    async submit(command) {
      try {
        return await deliverAgain<MoneyOutcome>(
          () => walletObjectOf(env, command.actorId).submit(command),
          afterLoss,
        );
      } catch (error) {
        console.error(logLine("command_outcome_unknown", { fault: wordsOfError(error) }));
        return { kind: "unknown" };
      }
    },
    async closeAccount(command) {
      try {
        return await deliverAgain<CloseAccountOutcome>(() =>
          walletObjectOf(env, command.actorId).closeAccount(command),
        );
      } catch (error) {
        console.error(logLine("closing_outcome_unknown", { fault: wordsOfError(error) }));
        return { kind: "unknown" };
      }
    },
  };
}
