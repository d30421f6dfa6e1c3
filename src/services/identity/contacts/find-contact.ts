import { type SQL, sql } from "drizzle-orm";
import { users } from "../../../db/schema/index.ts";
import { userColumns, userOf } from "../../../db/user-row.ts";
import { type Channel, type Contact, contactOf, type OwnContact } from "../../../domain/contact.ts";
import type { User } from "../../../domain/user.ts";
import type { ServiceContext } from "../../context.ts";

interface ContactColumns {
  readonly address: SQL;
  readonly verifiedAt: SQL;
}

/** The columns of `users` that store the contact of each channel. */
export const CONTACT_COLUMNS: Readonly<Record<Channel, ContactColumns>> = {
  phone: { address: sql`phone`, verifiedAt: sql`phone_verified_at` },
  email: { address: sql`email`, verifiedAt: sql`email_verified_at` },
};

/** A user, and their verified contact exactly as they wrote it. */
export interface VerifiedContact {
  readonly user: User;
  readonly contact: OwnContact;
}

/** A condition on `users`: this user has verified the contact. It holds for one row at most. */
export function isVerifiedContact({ channel, address }: Contact): SQL {
  return channel === "phone"
    ? sql`phone = ${address} AND phone_verified_at IS NOT NULL`
    : sql`lower(email) = ${address.toLowerCase()} AND email_verified_at IS NOT NULL`;
}

/** Finds the user who has verified a contact; null when no user has. */
export async function findVerifiedContact(
  { db }: Pick<ServiceContext, "db">,
  contact: Contact,
): Promise<VerifiedContact | null> {
  const [row] = await db.select(userColumns).from(users).where(isVerifiedContact(contact));
  const user = row ? userOf(row) : null;
  const own = user && contactOf(user, contact.channel);
  return user && own && { user, contact: own };
}
