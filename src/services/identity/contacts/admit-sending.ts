import type { SQL } from "drizzle-orm";
import type { CodePurpose, Contact } from "../../../domain/contact.ts";
import type { UserId } from "../../../domain/ids.ts";
import type { Origin } from "../../../domain/origin.ts";
import { done, type Outcome } from "../../../domain/outcome.ts";
import type { Attempt } from "../../../domain/throttle.ts";
import type { ServiceContext } from "../../context.ts";
import { admitAttempt } from "../throttle/admit-attempt.ts";
import { trustSourcesStatement } from "../throttle/trust-sources.ts";

type Purpose = CodePurpose | "notice";

/** Who asks for a message: from where and, where they are logged in and it is a code, who it is. */
interface Asker extends Pick<Origin, "network"> {
  readonly person?: UserId;
}

/**
 * Asks whether a message may be sent to a contact now, and counts it: nobody's phone is flooded, and
 * nobody runs up a bill. Counted is the address, whether or not somebody here has it, and who asked;
 * each purpose by itself, so that no stranger who asks for password resets keeps a code that verifies
 * from its person.
 */
export async function admitSending(
  ctx: Pick<ServiceContext, "config" | "db" | "nowMs">,
  purpose: Purpose,
  contact: Contact,
  asker: Asker,
): Promise<Outcome<null, "too_many_attempts">> {
  const admitted = await admitAttempt(ctx, sendingAttempt(purpose, contact, asker));
  return admitted.ok ? done(null) : admitted;
}

/** What is counted of a sending; see admitSending. */
export function sendingAttempt(
  purpose: Purpose,
  { address }: Contact,
  { network, person }: Asker,
): Attempt {
  return {
    kind: "code_sending",
    subject: `${purpose} ${address.toLowerCase()}`,
    source: { by: "address", name: network },
    ...(person && { person }),
  };
}

/**
 * A statement that remembers that a contact's own person was at this network: strangers who ask elsewhere
 * for resets of their password do not make them wait here. What was sent there stays counted, for each
 * message costs, also one to a phone of one's own.
 */
export function trustResetsStatement(
  ctx: Pick<ServiceContext, "config">,
  contact: Contact,
  { network }: Pick<Origin, "network">,
): SQL {
  return trustSourcesStatement(ctx, [sendingAttempt("password_reset", contact, { network })]);
}
