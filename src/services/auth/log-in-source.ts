import { and, eq } from "drizzle-orm";
import { verifyFormerAccessToken } from "../../crypto/access-token.ts";
import { users } from "../../db/schema/index.ts";
import type { GuessSource } from "../../domain/guess.ts";
import { GUESS_SOURCE_KNOWN_DAYS } from "../../domain/limits.ts";
import type { Origin } from "../../domain/origin.ts";
import type { Phone } from "../../domain/phone.ts";
import type { ServiceContext } from "../context.ts";

const KNOWN_SECONDS = GUESS_SOURCE_KNOWN_DAYS * 86_400;

/**
 * Who tries to log in: a device that this account has let in before, when it still has an access token of
 * then, run out or not; else whoever is at the address. The token opens nothing. It keeps its holder apart
 * from strangers, those behind the same carrier's address too, wherever they are now.
 * Source: OWASP, Slow Down Online Guessing Attacks with Device Cookies.
 */
export async function logInSource(
  { config, db, nowMs }: Pick<ServiceContext, "config" | "db" | "nowMs">,
  phone: Phone,
  { network }: Origin,
  formerToken: string | null,
): Promise<GuessSource> {
  const address = { by: "address", name: network } as const;
  if (formerToken === null) return address;
  const holder = await verifyFormerAccessToken(config, formerToken, nowMs(), KNOWN_SECONDS);
  if (!holder) return address;
  // A token of an account of one's own is nothing at another's.
  const [own] = await db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, holder.userId), eq(users.phone, phone)));
  return own ? { by: "device", name: holder.sessionId } : address;
}
