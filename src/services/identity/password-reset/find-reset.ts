import { sql } from "drizzle-orm";
import { contactCodes, users } from "../../../db/schema/index.ts";
import { userColumns, userOf } from "../../../db/user-row.ts";
import { contactOf } from "../../../domain/contact.ts";
import type { ServiceContext } from "../../context.ts";
import type { VerifiedContact } from "../contacts/find-contact.ts";

/** Finds the user of a reset and the contact that its code was sent to; null when there is none. */
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
