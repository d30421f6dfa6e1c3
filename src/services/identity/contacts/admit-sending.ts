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

/**
 * The client that requests a message: its network and, for a code requested in a session, its user.
 */
interface Requester extends Pick<Origin, "network"> {
  readonly userId?: UserId;
}

/**
 * Checks whether a message may be sent to a contact now, and counts it. This protects the contact
 * from a flood of messages and the service from their cost. Messages are counted by address,
 * whether or not a user has it, and by requester. Each purpose is counted separately, so that
 * password resets requested by others do not delay a user's verification code. Refuses with
 * too_many_attempts and the delay.
 */
export async function admitSending(
  ctx: Pick<ServiceContext, "config" | "db" | "nowMs">,
  purpose: Purpose,
  contact: Contact,
  requester: Requester,
): Promise<Outcome<null, "too_many_attempts">> {
  const admitted = await admitAttempt(ctx, sendingAttempt(purpose, contact, requester));
  return admitted.ok ? done(null) : admitted;
}

/** The attempt that a message is counted as; see admitSending. */
export function sendingAttempt(
  purpose: Purpose,
  { address }: Contact,
  { network, userId }: Requester,
): Attempt {
  return {
    kind: "code_sending",
    subject: `${purpose} ${address.toLowerCase()}`,
    source: { by: "address", name: network },
    ...(userId && { person: userId }),
  };
}

/**
 * A statement that makes this network a trusted source for password resets of a contact, after its
 * owner was there: resets requested from other networks do not delay the owner here. Messages that
 * were requested from here stay counted, because each message costs money.
 */
export function trustResetsStatement(
  ctx: Pick<ServiceContext, "config">,
  contact: Contact,
  { network }: Pick<Origin, "network">,
): SQL {
  return trustSourcesStatement(ctx, [sendingAttempt("password_reset", contact, { network })]);
}
