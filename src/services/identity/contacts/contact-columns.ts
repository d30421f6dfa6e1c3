import { type SQL, sql } from "drizzle-orm";
import type { Channel } from "../../../domain/contact.ts";

interface ContactColumns {
  readonly address: SQL;
  readonly verifiedAt: SQL;
}

/** Where a person's row keeps the contact of each channel. */
export const CONTACT_COLUMNS: Readonly<Record<Channel, ContactColumns>> = {
  phone: { address: sql`phone`, verifiedAt: sql`phone_verified_at` },
  email: { address: sql`email`, verifiedAt: sql`email_verified_at` },
};
