// The only caller of wallet objects: names the object, repeats a call whose object was lost, and says
// honestly when it cannot tell what happened.
import type {
  CloseAccountCommand,
  CloseAccountOutcome,
  MoneyCommand,
  MoneyOutcome,
} from "../domain/command.ts";
import type { UserId, WalletId } from "../domain/ids.ts";
import { afterLoss, deliverAgain } from "./redelivery.ts";
import { walletObjectOf } from "./shares.ts";

export interface WalletClient {
  /**
   * Sends a command through the object of the wallet that its actor calls their own; null when they
   * have none by that name, which the ledger then refuses.
   */
  submit(walletId: WalletId | null, command: MoneyCommand): Promise<MoneyOutcome>;
  /** Ends the actor's account, through the object of one of its wallets. */
  closeAccount(walletId: WalletId, command: CloseAccountCommand): Promise<CloseAccountOutcome>;
}

export function walletClient(env: Env): WalletClient {
  // Named by the caller too: whoever names another's wallet waits in a line of their own, and cannot
  // fill the owner's.
  const nameOf = (actorId: UserId, walletId: WalletId | null): string =>
    `${actorId}/${walletId ?? "none"}`;

  return {
    async submit(walletId, command) {
      try {
        const name = nameOf(command.actorId, walletId);
        return await deliverAgain<MoneyOutcome>(
          () => walletObjectOf(env, name).submit(name, command),
          afterLoss,
        );
      } catch (error) {
        console.error({ event: "command_outcome_unknown", error: `${error}` });
        return { kind: "unknown" };
      }
    },
    async closeAccount(walletId, command) {
      try {
        const name = nameOf(command.actorId, walletId);
        return await deliverAgain<CloseAccountOutcome>(() =>
          walletObjectOf(env, name).closeAccount(command),
        );
      } catch (error) {
        console.error({ event: "closing_outcome_unknown", error: `${error}` });
        return { kind: "unknown" };
      }
    },
  };
}
