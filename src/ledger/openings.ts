// Recipients who have no wallet in the currency of a transfer to their phone, and for whom the
// transfer may open one. The rows of these people are locked, as by every command that opens or
// closes a wallet, so that their wallets cannot change before the commit.
import { sql } from "drizzle-orm";
import { mayOpenFor } from "../db/recipient-opening.ts";
import { RECEIVES_NOW } from "../db/wallet-status.ts";
import type { UserId, WalletId } from "../domain/ids.ts";
import { msText } from "../domain/instant.ts";
import type { Tier } from "../domain/limit.ts";
import type { Phone } from "../domain/phone.ts";
import type { Case, LockedWallet, Opening } from "./case.ts";
import { type LockedWalletRow, lockedWalletColumns, lockedWalletOf } from "./locked-wallet-row.ts";
import { type LedgerTransaction, prepareStatement } from "./prepared-statement.ts";

const of = (name: string) => sql.placeholder(name);

// A locked row is skipped: its holder may wait for a wallet that this batch has locked.
const lockRecipients = prepareStatement<{ id: UserId }>(
  "lock_recipients",
  sql`
    SELECT u.id FROM users u WHERE u.phone = ANY(${of("phones")}::text[])
    ORDER BY u.id FOR NO KEY UPDATE SKIP LOCKED`,
);

interface RecipientRow extends Record<string, unknown> {
  readonly ordinal: number;
  readonly id: UserId;
  readonly has_default: boolean;
  readonly can_open: boolean;
  readonly tier: Tier;
  /** An older wallet of the currency, closed or not the default, which counts for the new one. */
  readonly limits_wallet_id: WalletId | null;
}

// By the same conditions as the check of a recipient: a person who can be paid in no currency is not
// found, so no wallet is opened for them.
const readRecipients = prepareStatement<RecipientRow>(
  "read_recipients",
  sql`
    SELECT c.ordinal, u.id,
      EXISTS (SELECT FROM wallets w
        WHERE w.owner_id = u.id AND w.currency = c.currency AND w.is_default) AS has_default,
      EXISTS (SELECT FROM wallets w WHERE w.owner_id = u.id AND w.is_default AND ${RECEIVES_NOW})
        AND ${mayOpenFor(sql`u.id`)} AS can_open, u.tier,
      (SELECT w.id FROM wallets w WHERE w.owner_id = u.id AND w.currency = c.currency
        AND w.limits_wallet_id IS NULL) AS limits_wallet_id
    FROM unnest(${of("ordinals")}::int[], ${of("phones")}::text[], ${of("currencies")}::text[],
      ${of("reaches_unverified")}::bool[]) AS c (ordinal, phone, currency, reaches_unverified)
    JOIN users u ON u.phone = c.phone AND (c.reaches_unverified OR u.phone_verified_at IS NOT NULL)`,
);

/** The phone of a recipient for whom the case may open a wallet; null: it may not. */
function phoneOf(one: Case): Phone | null {
  const { command } = one;
  if (!command.opensWalletId || command.to?.by !== "phone" || one.toWalletId) return null;
  const mustWait = (one.recipientCounter?.waitSeconds ?? 0) > 0;
  const isDecided = one.isPosted || one.isBlocked || one.prior !== null || mustWait;
  return one.isSessionActive && !isDecided && !one.namesOwnPhone ? command.to.phone : null;
}

/**
 * Adds to each case the recipient for whom it may open a wallet, and locks their rows; no statement
 * if there is none. A case is blocked, and so repeated, if another transaction has locked the row or
 * has just opened the wallet. The wallets that count for the new ones are added to `wallets`.
 */
export async function withOpenings(
  tx: LedgerTransaction,
  cases: readonly Case[],
  wallets: Map<WalletId, LockedWallet>,
): Promise<Case[]> {
  const found = cases.flatMap((one, ordinal) => {
    const phone = phoneOf(one);
    return phone === null ? [] : [{ ordinal, phone, command: one.command }];
  });
  if (found.length === 0) return [...cases];
  const phones = found.map(({ phone }) => phone);
  const locked = new Set((await lockRecipients(tx, { phones })).map(({ id }) => id));
  // A statement of its own: it sees all that was committed before the locks were taken.
  const rows = await readRecipients(tx, {
    ordinals: found.map(({ ordinal }) => ordinal),
    phones,
    currencies: found.map(({ command }) => command.toCurrency ?? command.currency),
    reaches_unverified: found.map(({ command }) => command.reachesUnverifiedPhones),
  });
  const recipients = new Map(rows.map((row) => [row.ordinal, row]));
  await lockCounters(tx, rows, wallets);
  return cases.map((one, i) => {
    const recipient = recipients.get(i);
    if (!recipient) return one;
    const { id, tier, limits_wallet_id: limitsWalletId } = recipient;
    const isLocked = locked.has(id) && (limitsWalletId === null || wallets.has(limitsWalletId));
    if (!isLocked || recipient.has_default) return { ...one, isBlocked: true };
    return recipient.can_open ? { ...one, opensFor: { id, tier, limitsWalletId } } : one;
  });
}

// Skipped for the same reason as above.
const lockCounterWallets = prepareStatement<LockedWalletRow>(
  "lock_counting_wallets",
  sql`
    SELECT ${lockedWalletColumns} FROM wallets w
    WHERE w.id = ANY(${of("ids")}::uuid[])
    ORDER BY w.id FOR NO KEY UPDATE OF w SKIP LOCKED`,
);

/** Locks the wallets that count for wallets to open; no statement if there are none. */
async function lockCounters(
  tx: LedgerTransaction,
  recipients: readonly RecipientRow[],
  wallets: Map<WalletId, LockedWallet>,
): Promise<void> {
  const ids = recipients.flatMap(({ limits_wallet_id: id }) =>
    id && !wallets.has(id) ? [id] : [],
  );
  if (ids.length === 0) return;
  for (const row of await lockCounterWallets(tx, { ids })) {
    wallets.set(row.id, lockedWalletOf(row));
  }
}

const insertWallets = prepareStatement(
  "insert_wallets",
  sql`
    INSERT INTO wallets (id, owner_id, currency, is_default, created_at)
    SELECT u.id, u.owner_id, u.currency, true, u.created_at
    FROM unnest(${of("ids")}::uuid[], ${of("owner_ids")}::uuid[], ${of("currencies")}::text[],
      ${of("times")}::timestamptz[]) AS u (id, owner_id, currency, created_at)`,
);

/** Writes the opened wallets, which are empty; no statement if there are none. */
export async function writeOpenings(
  tx: LedgerTransaction,
  openings: readonly Opening[],
): Promise<void> {
  if (openings.length === 0) return;
  await insertWallets(tx, {
    ids: openings.map(({ walletId }) => walletId),
    owner_ids: openings.map(({ ownerId }) => ownerId),
    currencies: openings.map(({ currency }) => currency),
    times: openings.map(({ createdAtMs }) => msText(createdAtMs)),
  });
}
