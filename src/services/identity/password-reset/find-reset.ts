import { sql } from "drizzle-orm";
import { contactCodes, users } from "../../../db/schema/index.ts";
import { userColumns, userOf } from "../../../db/user-row.ts";
import { contactOf } from "../../../domain/contact.ts";
import type { ServiceContext } from "../../context.ts";
import type { VerifiedContact } from "../contacts/find-contact.ts";

/** Whose password a reset is for, and where its code went; null when there is no such reset. */
export async function findReset(
  { db }: Pick<ServiceContext, "db">,
  requestHash: string,
): Promise<VerifiedContact | null> {
  const [row] = await db
    .select({ ...userColumns, channel: contactCodes.channel })
    .from(contactCodes)
    .innerJoin(users, sql`${users.id} = ${contactCodes.userId}`)
    .where(
      sql`${contactCodes.requestHash} = decode(${requestHash}, 'hex')
        AND ${contactCodes.purpose} = 'password_reset'`,
    );
  const user = row ? userOf(row) : null;
  const contact = row && user && contactOf(user, row.channel);
  return user && contact ? { user, contact } : null;
}
