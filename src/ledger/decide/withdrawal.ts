// Decides a withdrawal: money of a wallet of the actor leaves the service.
import { type Decider, failing, posting, sidesOf } from "./decided.ts";
import { counterWallet } from "./post-legs.ts";
import { actorRefusal, payerFailure } from "./wallet-failures.ts";

/** Debits a wallet of the actor; the money leaves the service. */
export const decideWithdrawal: Decider = (one, batch) => {
  const { from } = sidesOf(one, batch);
  const { amountMinor } = one.command;
  const refusal = actorRefusal(one);
  if (refusal) return refusal;
  if (!from) throw new Error("a withdrawal without the wallet of its actor");
  const code = payerFailure(from, one.command);
  if (code) return failing(code);
  return posting([
    { wallet: from, amountMinor: -amountMinor },
    { wallet: counterWallet(one), amountMinor },
  ]);
};
