import { type SQL, sql } from "drizzle-orm";
import { users } from "../../db/schema/index.ts";
import { type Contact, contactOf, type OwnContact } from "../../domain/contact.ts";
import type { User } from "../../domain/user.ts";
import type { ServiceContext } from "../context.ts";
import { userColumns, userOf } from "../users/user-row.ts";

/** A person, and their contact exactly as they wrote it. */
export interface Reached {
  readonly user: User;
  readonly contact: OwnContact;
}

/** The row of users that has shown this contact to be its own: one or none. */
export function isReachedAt({ channel, address }: Contact): SQL {
  return channel === "phone"
    ? sql`phone = ${address} AND phone_verified_at IS NOT NULL`
    : sql`lower(email) = ${address.toLowerCase()} AND email_verified_at IS NOT NULL`;
}

/** Who is reached at a contact; null when nobody has shown that it is theirs. */
export async function findReached(
  { db }: Pick<ServiceContext, "db">,
  contact: Contact,
): Promise<Reached | null> {
  const [row] = await db.select(userColumns).from(users).where(isReachedAt(contact));
  const user = row ? userOf(row) : null;
  const own = user && contactOf(user, contact.channel);
  return user && own && { user, contact: own };
}
