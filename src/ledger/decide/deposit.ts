// Decides a deposit: money from outside arrives on a wallet of the actor.
import { type Decider, failing, posting, sidesOf } from "./decided.ts";
import { counterWallet } from "./post-legs.ts";
import { actorRefusal, payeeFailure } from "./wallet-failures.ts";

/** Credits a wallet of the actor with money from outside. */
export const decideDeposit: Decider = (one, batch) => {
  const { to } = sidesOf(one, batch);
  const { amountMinor } = one.command;
  const refusal = actorRefusal(one);
  if (refusal) return refusal;
  if (!to) return failing("recipient_not_found");
  const code = payeeFailure(to, one.command);
  if (code) return failing(code);
  return posting([
    { wallet: counterWallet(one), amountMinor: -amountMinor },
    { wallet: to, amountMinor },
  ]);
};
