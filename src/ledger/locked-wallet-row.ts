// The row of a locked wallet, for statements outside a batch's first one.
import { sql } from "drizzle-orm";
import { PERSON, type PersonColumns, personOf } from "../db/person-limits.ts";
import { FREEZE_SCOPE_NOW } from "../db/wallet-status.ts";
import type { CurrencyCode } from "../domain/currency.ts";
import type { FreezeScope } from "../domain/freeze.ts";
import type { UserId, WalletId } from "../domain/ids.ts";
import type { Market } from "../domain/market.ts";
import type { WalletStatus } from "../domain/wallet.ts";
import type { LockedWallet } from "./case.ts";
import { STATUS_NOW } from "./sql-fragments.ts";

/** A row of lockedWalletColumns. Bigints are text: JSON numbers would round them. */
export interface LockedWalletRow extends Record<string, unknown> {
  readonly id: WalletId;
  readonly owner_id: UserId;
  readonly currency: CurrencyCode;
  readonly status: WalletStatus;
  readonly freeze_scope: FreezeScope | null;
  readonly market: Market | null;
  readonly balance: string;
  readonly held: string;
  readonly seq: string;
  readonly limits_wallet_id: WalletId | null;
  readonly person: PersonColumns | null;
}

/** The columns of LockedWalletRow, of wallet `w`, which the statement must lock. */
export const lockedWalletColumns = sql`w.id, w.owner_id, w.currency, ${STATUS_NOW} AS status,
  ${FREEZE_SCOPE_NOW} AS freeze_scope, w.market, w.balance::text, w.held::text, w.seq::text,
  w.limits_wallet_id, ${PERSON} AS person`;

export const lockedWalletOf = (row: LockedWalletRow): LockedWallet => ({
  id: row.id,
  ownerId: row.owner_id,
  currency: row.currency,
  status: row.status,
  freezeScope: row.freeze_scope,
  market: row.market,
  balanceMinor: BigInt(row.balance),
  heldMinor: BigInt(row.held),
  seq: BigInt(row.seq),
  ...(row.limits_wallet_id && { limitsWalletId: row.limits_wallet_id }),
  ...(row.person && { person: personOf(row.person) }),
});
