import { and, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import { verifyFormerAccessToken } from "../../../crypto/access-token.ts";
import { sessions, users } from "../../../db/schema/index.ts";
import { TRUSTED_SOURCE_DAYS } from "../../../domain/bounds.ts";
import type { Origin } from "../../../domain/origin.ts";
import { isPhone } from "../../../domain/phone.ts";
import type { Attempt } from "../../../domain/throttle.ts";
import type { ServiceContext } from "../../context.ts";
import { type LoginName, loginAttempt } from "./login-attempt.ts";

const TRUSTED_SECONDS = TRUSTED_SOURCE_DAYS * 86_400;

/** The data that a login needs before its password is checked. */
export interface LoginRow {
  readonly holder: typeof users.$inferSelect | null;
  readonly attempt: Attempt;
}

/**
 * Reads the user with a login name and determines the source of the attempt. The source is a
 * device, if the client sends an access token of an earlier session of this account, expired or
 * not; otherwise it is the network address. The token grants no access: it only separates its
 * holder from other clients, even behind a shared carrier address. A session does not count as a
 * device if it was ended for a security reason or before the password was last changed, because a
 * thief may hold its token. One statement runs whether or not a user has the name. Source: OWASP,
 * Slow Down Online Guessing Attacks with Device Cookies.
 */
export async function readLogin(
  { config, db, nowMs }: Pick<ServiceContext, "config" | "db" | "nowMs">,
  name: LoginName,
  { network }: Origin,
  formerToken: string | null,
): Promise<LoginRow> {
  const former =
    formerToken === null
      ? null
      : await verifyFormerAccessToken(config, formerToken, nowMs(), TRUSTED_SECONDS);
  const sessionId = former?.kind === "valid" ? former.subject.sessionId : null;
  const isDevice = sql`${sessions.endedAt} IS NULL OR ${sessions.endReason} IN ('logout', 'displaced')
    AND ${sessions.endedAt} > coalesce(${users.passwordChangedAt}, ${users.createdAt})`;
  const [row] = await db
    .select({ ...getTableColumns(users), deviceId: sessions.id })
    .from(users)
    // A token of another account does not count.
    .leftJoin(
      sessions,
      and(
        eq(sessions.userId, users.id),
        sql`${sessions.id} = ${sessionId}::uuid`,
        sql`(${isDevice})`,
      ),
    )
    .where(hasLoginName(name));
  if (!row) return { holder: null, attempt: loginAttempt(name, atAddress(network), null) };
  const { deviceId, ...holder } = row;
  const source = deviceId ? ({ by: "device", name: deviceId } as const) : atAddress(network);
  return { holder, attempt: loginAttempt(name, source, holder) };
}

/** A condition on `users`. An id is a login name only of an account without a phone. */
function hasLoginName(name: LoginName): SQL {
  return isPhone(name)
    ? eq(users.phone, name)
    : sql`${users.id} = ${name} AND ${users.phone} IS NULL AND ${users.deletedAt} IS NULL`;
}

const atAddress = (network: string) => ({ by: "address", name: network }) as const;
