import { and, eq, getTableColumns, sql } from "drizzle-orm";
import { verifyFormerAccessToken } from "../../crypto/access-token.ts";
import { sessions, users } from "../../db/schema/index.ts";
import type { Guess } from "../../domain/guess.ts";
import { GUESS_SOURCE_KNOWN_DAYS } from "../../domain/limits.ts";
import type { Origin } from "../../domain/origin.ts";
import type { Phone } from "../../domain/phone.ts";
import type { ServiceContext } from "../context.ts";
import { logInGuess } from "./log-in-guess.ts";

const KNOWN_SECONDS = GUESS_SOURCE_KNOWN_DAYS * 86_400;

/** What is known of a log-in before its password is tried. */
export interface ReadLogIn {
  readonly holder: typeof users.$inferSelect | null;
  readonly guess: Guess;
}

/**
 * Reads who has a phone, and tells who tries to log in there: a device that this account has let in before,
 * when it still has an access token of then, run out or not; else whoever is at the address. The token
 * opens nothing. It keeps its holder apart from strangers, those behind the same carrier's address too,
 * wherever they are now. A session that was ended in distrust, or that did not outlive the password
 * before, is no such device: a thief may hold its token. One statement, whoever is there or is not.
 * Source: OWASP, Slow Down Online Guessing Attacks with Device Cookies.
 */
export async function readLogIn(
  { config, db, nowMs }: Pick<ServiceContext, "config" | "db" | "nowMs">,
  phone: Phone,
  { network }: Origin,
  formerToken: string | null,
): Promise<ReadLogIn> {
  const subject =
    formerToken === null
      ? null
      : await verifyFormerAccessToken(config, formerToken, nowMs(), KNOWN_SECONDS);
  const isDevice = sql`${sessions.endedAt} IS NULL OR ${sessions.endReason} IN ('logout', 'displaced')
    AND ${sessions.endedAt} > coalesce(${users.passwordChangedAt}, ${users.createdAt})`;
  const [row] = await db
    .select({ ...getTableColumns(users), deviceId: sessions.id })
    .from(users)
    // A token of an account of one's own is nothing at another's.
    .leftJoin(
      sessions,
      and(
        eq(sessions.userId, users.id),
        sql`${sessions.id} = ${subject?.sessionId ?? null}::uuid`,
        sql`(${isDevice})`,
      ),
    )
    .where(eq(users.phone, phone));
  if (!row) return { holder: null, guess: logInGuess(phone, atAddress(network), null) };
  const { deviceId, ...holder } = row;
  const source = deviceId ? ({ by: "device", name: deviceId } as const) : atAddress(network);
  return { holder, guess: logInGuess(phone, source, holder) };
}

const atAddress = (network: string) => ({ by: "address", name: network }) as const;
