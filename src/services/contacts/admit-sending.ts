import type { CodePurpose, Contact } from "../../domain/contact.ts";
import type { Guess } from "../../domain/guess.ts";
import type { UserId } from "../../domain/ids.ts";
import type { Origin } from "../../domain/origin.ts";
import { done, type Outcome } from "../../domain/outcome.ts";
import type { ServiceContext } from "../context.ts";
import { admitGuess } from "../guessing/admit-guess.ts";
import { recordRightGuess } from "../guessing/record-right-guess.ts";

type Context = Pick<ServiceContext, "config" | "db" | "nowMs">;
type Purpose = CodePurpose | "notice" | `notice to ${UserId}`;
type Network = Pick<Origin, "network">;

/**
 * Asks whether a message may be sent to a contact now, and counts it: nobody's phone is flooded, and
 * nobody runs up a bill. Counted is the address, whether or not somebody here has it, and who asked;
 * each purpose by itself, so that no stranger who asks for password resets keeps a code that verifies
 * from its person.
 */
export async function admitSending(
  ctx: Context,
  purpose: Purpose,
  contact: Contact,
  origin: Network,
): Promise<Outcome<null, "too_many_attempts">> {
  const admitted = await admitGuess(ctx, sending(purpose, contact, origin));
  return admitted.ok ? done(null) : admitted;
}

/**
 * Remembers that a contact's own person was at this network: strangers who ask for resets of their
 * password elsewhere do not make them wait here.
 */
export async function welcomeResetsFrom(
  ctx: Context,
  contact: Contact,
  origin: Network,
): Promise<void> {
  const admitted = await admitGuess(ctx, sending("password_reset", contact, origin));
  if (admitted.ok) await recordRightGuess(ctx, admitted.value);
}

function sending(purpose: Purpose, { address }: Contact, { network }: Network): Guess {
  return {
    kind: "code_sending",
    subject: `${purpose} ${address.toLowerCase()}`,
    source: { by: "address", name: network },
  };
}
