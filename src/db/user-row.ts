import { suspensionOf } from "../domain/suspension.ts";
import type { User } from "../domain/user.ts";
import { users } from "./schema/index.ts";

/** The columns that `userOf` needs. */
export const userColumns = {
  id: users.id,
  username: users.username,
  phone: users.phone,
  email: users.email,
  phoneVerifiedAt: users.phoneVerifiedAt,
  emailVerifiedAt: users.emailVerifiedAt,
  createdAt: users.createdAt,
  role: users.role,
  suspendedAt: users.suspendedAt,
  suspensionReason: users.suspensionReason,
};

type Row = Pick<typeof users.$inferSelect, keyof typeof userColumns>;

/** A user from a row; null for a deleted user. */
export function userOf(row: Row): User | null {
  const { id, username, phone, email, phoneVerifiedAt, emailVerifiedAt, createdAt, role } = row;
  if (username === null) return null;
  const isPhoneVerified = phoneVerifiedAt !== null;
  const isEmailVerified = emailVerifiedAt !== null;
  const suspension = suspensionOf(row.suspendedAt, row.suspensionReason);
  const contacts = { phone, email, isPhoneVerified, isEmailVerified };
  return { id, username, ...contacts, createdAt, role, suspension };
}
