import { type SQL, sql } from "drizzle-orm";
import { users } from "../../../db/schema/index.ts";
import { userColumns, userOf } from "../../../db/user-row.ts";
import { type Contact, contactOf, type OwnContact } from "../../../domain/contact.ts";
import type { User } from "../../../domain/user.ts";
import type { ServiceContext } from "../../context.ts";

/** A person, and their contact exactly as they wrote it. */
export interface VerifiedContact {
  readonly user: User;
  readonly contact: OwnContact;
}

/** The row of users that has shown this contact to be its own: one or none. */
export function isVerifiedContact({ channel, address }: Contact): SQL {
  return channel === "phone"
    ? sql`phone = ${address} AND phone_verified_at IS NOT NULL`
    : sql`lower(email) = ${address.toLowerCase()} AND email_verified_at IS NOT NULL`;
}

/** Who is reached at a contact; null when nobody has shown that it is theirs. */
export async function findVerifiedContact(
  { db }: Pick<ServiceContext, "db">,
  contact: Contact,
): Promise<VerifiedContact | null> {
  const [row] = await db.select(userColumns).from(users).where(isVerifiedContact(contact));
  const user = row ? userOf(row) : null;
  const own = user && contactOf(user, contact.channel);
  return user && own && { user, contact: own };
}
