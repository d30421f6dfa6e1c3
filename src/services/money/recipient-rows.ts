import { type SQL, sql } from "drizzle-orm";
import { mayOpenFor } from "../../db/recipient-opening.ts";
import { RECEIVES_NOW } from "../../db/wallet-status.ts";
import { BALANCE_MINOR_MAX } from "../../domain/bounds.ts";
import type { CurrencyCode } from "../../domain/currency.ts";
import type { NamedRecipient } from "../../domain/recipient.ts";
import type { Caller, ServiceContext } from "../context.ts";

/** The row of `recipientRows`. */
export interface RecipientRow extends Record<string, unknown> {
  readonly name: string;
  readonly is_verified: boolean;
  readonly currencies: CurrencyCode[];
  readonly opens_wallets: boolean;
}

/**
 * A query for the person and the currencies that a transfer to this phone or wallet would reach now,
 * by the same conditions as the ledger's find-and-lock: a phone means its holder's default wallets.
 * No row if there is none, or unless `only` holds.
 */
export function recipientRows(
  { config }: Pick<ServiceContext, "config">,
  { userId: me }: Pick<Caller, "userId">,
  recipient: NamedRecipient,
  only: SQL = sql`true`,
): SQL {
  const isByPhone = recipient.by === "phone";
  const isNamed =
    recipient.by === "id"
      ? sql`w.id = ${recipient.walletId}`
      : sql`u.phone = ${recipient.phone} AND w.is_default AND (u.id = ${me}
          OR ${config.paysUnverifiedPhones}::boolean OR u.phone_verified_at IS NOT NULL)`;
  return sql`
    SELECT u.username AS name, u.phone_verified_at IS NOT NULL AS is_verified,
      array_agg(w.currency ORDER BY w.currency) AS currencies,
      ${isByPhone && config.opensWalletsForRecipients}::boolean AND u.id <> ${me}
        AND ${mayOpenFor(sql`u.id`)} AS opens_wallets
    FROM users u JOIN wallets w ON w.owner_id = u.id
    WHERE ${isNamed} AND ${RECEIVES_NOW} AND w.balance < ${BALANCE_MINOR_MAX.toString()}::bigint
      AND ${only}
    GROUP BY u.id`;
}
