import { and, eq, getTableColumns, sql } from "drizzle-orm";
import { verifyFormerAccessToken } from "../../../crypto/access-token.ts";
import { sessions, users } from "../../../db/schema/index.ts";
import { TRUSTED_SOURCE_DAYS } from "../../../domain/bounds.ts";
import type { Origin } from "../../../domain/origin.ts";
import type { Phone } from "../../../domain/phone.ts";
import type { Attempt } from "../../../domain/throttle.ts";
import type { ServiceContext } from "../../context.ts";
import { loginAttempt } from "./login-attempt.ts";

const KNOWN_SECONDS = TRUSTED_SOURCE_DAYS * 86_400;

/** What is known of a log-in before its password is tried. */
export interface LoginRow {
  readonly holder: typeof users.$inferSelect | null;
  readonly attempt: Attempt;
}

/**
 * Reads who has a phone, and tells who tries to log in there: a device that this account has let in before,
 * when it still has an access token of then, run out or not; else whoever is at the address. The token
 * opens nothing. It keeps its holder apart from strangers, those behind the same carrier's address too,
 * wherever they are now. A session that was ended in distrust, or that did not outlive the password
 * before, is no such device: a thief may hold its token. One statement, whoever is there or is not.
 * Source: OWASP, Slow Down Online Throttling Attacks with Device Cookies.
 */
export async function readLogin(
  { config, db, nowMs }: Pick<ServiceContext, "config" | "db" | "nowMs">,
  phone: Phone,
  { network }: Origin,
  formerToken: string | null,
): Promise<LoginRow> {
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
  if (!row) return { holder: null, attempt: loginAttempt(phone, atAddress(network), null) };
  const { deviceId, ...holder } = row;
  const source = deviceId ? ({ by: "device", name: deviceId } as const) : atAddress(network);
  return { holder, attempt: loginAttempt(phone, source, holder) };
}

const atAddress = (network: string) => ({ by: "address", name: network }) as const;
