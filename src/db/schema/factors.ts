import { sql } from "drizzle-orm";
import { bigint, check, index, pgTable, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import type { PasskeyId, UserId } from "../../domain/ids.ts";
import { hexBytes } from "./columns.ts";
import { users } from "./users.ts";

/** A user's authenticator app. Without confirmed_at, its secret was shown and not confirmed yet. */
export const totpFactors = pgTable(
  "totp_factors",
  {
    userId: uuid("user_id")
      .$type<UserId>()
      .primaryKey()
      .references(() => users.id),
    /** kid.iv.ciphertext: see crypto/sealed-secret.ts. */
    sealedSecret: text("sealed_secret").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    confirmedAt: timestamp("confirmed_at", { withTimezone: true }),
    /** The time step of the last code: codes up to this step are refused (RFC 6238 §5.2). */
    lastUsedStep: bigint("last_used_step", { mode: "number" }),
    lastUsedAt: timestamp("last_used_at", { withTimezone: true }),
  },
  (t) => [
    check(
      "totp_factors_secret_sealed",
      sql`${t.sealedSecret} ~ '^[\\w-]+[.][\\w-]{16}[.][\\w-]+$'`,
    ),
    check(
      "totp_factors_confirmed_by_use",
      sql`num_nonnulls(${t.confirmedAt}, ${t.lastUsedStep}, ${t.lastUsedAt}) IN (0, 3)`,
    ),
  ],
);

/** A user's passkeys (WebAuthn credentials): public keys only. */
export const passkeys = pgTable(
  "passkeys",
  {
    id: uuid().$type<PasskeyId>().primaryKey(),
    userId: uuid("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    credentialId: hexBytes("credential_id").notNull(),
    /** COSE (RFC 9052 §7). */
    publicKey: hexBytes("public_key").notNull(),
    /**
     * The authenticator's signature counter: it never decreases; some authenticators always send 0.
     */
    signCount: bigint("sign_count", { mode: "number" }).notNull(),
    transports: text().array().notNull(),
    name: text().notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    lastUsedAt: timestamp("last_used_at", { withTimezone: true }),
  },
  (t) => [
    unique("passkeys_credential_id_unique").on(t.credentialId),
    index("passkeys_user_id_idx").on(t.userId),
    check("passkeys_credential_id_length", sql`octet_length(${t.credentialId}) BETWEEN 1 AND 1023`),
    check("passkeys_sign_count_range", sql`${t.signCount} BETWEEN 0 AND 4294967295`),
    check("passkeys_name_length", sql`char_length(${t.name}) BETWEEN 1 AND 50`),
  ],
);

/** Unused recovery codes, stored as SHA-256. A used one is deleted. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    hash: hexBytes().primaryKey(),
    userId: uuid("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
  },
  (t) => [
    index("recovery_codes_user_id_idx").on(t.userId),
    check("recovery_codes_hash_sha256", sql`octet_length(${t.hash}) = 32`),
  ],
);
