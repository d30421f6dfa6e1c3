import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  pgTable,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Email } from "../../domain/email.ts";
import type { FreezeReason } from "../../domain/freeze.ts";
import type { UserId } from "../../domain/ids.ts";
import { TIERS, type Tier } from "../../domain/limit.ts";
import type { Phone } from "../../domain/phone.ts";
import type { Role } from "../../domain/user.ts";
import { oneOf } from "./columns.ts";

/** Users. Deletion erases the personal data and keeps the row, because history references it. */
export const users = pgTable(
  "users",
  {
    id: uuid().$type<UserId>().primaryKey(),
    username: text(),
    phone: text().$type<Phone>(),
    /** scrypt, as a PHC string, which contains the parameters. */
    passwordHash: text("password_hash"),
    /**
     * When the password was last changed or reset; null: never. Rehashing the same password does
     * not count.
     */
    passwordChangedAt: timestamp("password_changed_at", { withTimezone: true }),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    updatedAt: timestamp("updated_at", { withTimezone: true }).notNull(),
    deletedAt: timestamp("deleted_at", { withTimezone: true }),
    role: text().$type<Role>().notNull().default("user"),
    email: text().$type<Email>(),
    /**
     * When the user entered a code that was sent there; null again after a change of the contact.
     */
    phoneVerifiedAt: timestamp("phone_verified_at", { withTimezone: true }),
    emailVerifiedAt: timestamp("email_verified_at", { withTimezone: true }),
    /**
     * Whether an authenticator app or a passkey is enrolled. The services that change factors keep
     * it current, so that a payment finds it in the row that it reads anyway.
     */
    hasSecondFactor: boolean("has_second_factor").notNull().default(false),
    /**
     * When an operator suspended the user; null when the user is not suspended. The audit log names
     * the operator.
     */
    suspendedAt: timestamp("suspended_at", { withTimezone: true }),
    suspensionReason: text("suspension_reason").$type<FreezeReason>(),
    /** Which limits apply; operators set it. */
    tier: text().$type<Tier>().notNull().default("basic"),
  },
  (t) => [
    unique("users_phone_unique").on(t.phone),
    // Only a verified address is unique, so that nobody can block the address of another person.
    uniqueIndex("users_email_verified_unique")
      .on(sql`lower(${t.email})`)
      .where(sql`${t.emailVerifiedAt} IS NOT NULL`),
    check("users_tier_in_list", oneOf(t.tier, TIERS)),
    check("users_role_known", sql`${t.role} IN ('user', 'support', 'admin')`),
    check("users_deleted_has_no_role", sql`${t.deletedAt} IS NULL OR ${t.role} = 'user'`),
    // For the list of operators, who are few of the users.
    index("users_operators_idx").on(t.id).where(sql`${t.role} <> 'user'`),
    check("users_phone_e164", sql`${t.phone} ~ '^[+][1-9][0-9]{6,14}$'`),
    // A user has no phone after another person has proven that the number is theirs.
    check(
      "users_account_data_until_deleted",
      sql`num_nonnulls(${t.username}, ${t.passwordHash}) = CASE WHEN ${t.deletedAt} IS NULL THEN 2 ELSE 0 END AND (${t.deletedAt} IS NULL OR ${t.phone} IS NULL)`,
    ),
    check(
      "users_suspended_has_reason",
      sql`(${t.suspendedAt} IS NULL) = (${t.suspensionReason} IS NULL)`,
    ),
    check("users_email_form", sql`${t.email} ~ '^[^@[:space:]]{1,64}@[^@[:space:]]+$'`),
    check("users_email_length", sql`char_length(${t.email}) <= 254`),
    check(
      "users_verified_is_there",
      sql`(${t.phoneVerifiedAt} IS NULL OR ${t.phone} IS NOT NULL) AND (${t.emailVerifiedAt} IS NULL OR ${t.email} IS NOT NULL)`,
    ),
    check("users_email_until_deleted", sql`${t.deletedAt} IS NULL OR ${t.email} IS NULL`),
  ],
);
