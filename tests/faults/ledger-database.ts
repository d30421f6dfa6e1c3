import { randomInt } from "node:crypto";
import pg from "pg";
import type { MoneyCommand } from "../../src/domain/command.ts";
import { DEFAULT_CURRENCY } from "../../src/domain/currency.ts";
import { newId, type SessionId, type UserId, type WalletId } from "../../src/domain/ids.ts";
import { systemClock } from "../../src/domain/instant.ts";
import type { Phone } from "../../src/domain/phone.ts";

/** A user with an active session and an empty default wallet in YEM. */
export interface LedgerUser {
  readonly userId: UserId;
  readonly sessionId: SessionId;
  readonly walletId: WalletId;
  readonly phone: Phone;
}

// Valid German mobile numbers, of which no other test has one. Each process counts from a start of its own.
let nextPhone = randomInt(1e8);

function newPhone(): Phone {
  nextPhone = (nextPhone + 1) % 1e8;
  return `+49151${nextPhone.toString().padStart(8, "0")}` as Phone;
}

/** The ledger's database, used directly, without a Worker. */
export async function openLedgerDatabase(
  databaseUrl = process.env.DATABASE_URL ?? "",
  gateway = process.env.NEON_GATEWAY ?? "",
) {
  // One connection, which tests may use for several queries at once: they wait for one another.
  const db = new pg.Pool({ connectionString: databaseUrl, max: 1, idleTimeoutMillis: 0 });
  return {
    db,
    databaseUrl,
    gateway,
    async person(): Promise<LedgerUser> {
      const now = Date.now();
      const [userId, sessionId, walletId] = [
        newId("usr", now),
        newId("ses", now),
        newId("wal", now),
      ];
      const phone = newPhone();
      await db.query("INSERT INTO users VALUES ($1, 'person', $2, 'x', now(), now())", [
        userId,
        phone,
      ]);
      await db.query("INSERT INTO sessions VALUES ($1, $2, now(), now() + interval '1 day')", [
        sessionId,
        userId,
      ]);
      await db.query(
        "INSERT INTO wallets (id, owner_id, currency, is_default, created_at) VALUES ($1, $2, 'YEM', true, now())",
        [walletId, userId],
      );
      return { userId, sessionId, walletId, phone };
    },
    /** Balance, last seq and the sum of the wallet's entries. */
    async wallet(walletId: WalletId): Promise<{ balance: bigint; seq: bigint; sum: bigint }> {
      const { rows } = await db.query(
        `SELECT balance, seq, (SELECT coalesce(sum(amount), 0) FROM entries WHERE wallet_id = w.id) AS sum
         FROM wallets w WHERE id = $1`,
        [walletId],
      );
      return {
        balance: BigInt(rows[0].balance),
        seq: BigInt(rows[0].seq),
        sum: BigInt(rows[0].sum),
      };
    },
    close: () => db.end(),
  };
}

/** A user's deposit to the default wallet, in minor units. */
export function depositOf(person: LedgerUser, amountMinor: bigint): MoneyCommand {
  const createdAtMs = systemClock();
  return {
    kind: "money",
    transactionId: newId("txn", createdAtMs),
    createdAtMs,
    type: "DEPOSIT",
    actorId: person.userId,
    sessionId: person.sessionId,
    amountMinor,
    currency: DEFAULT_CURRENCY,
    from: null,
    to: { by: "default" },
    note: null,
    idempotency: null,
    recipientCounterKey: null,
    reachesUnverifiedPhones: true,
    links: {},
    isDryRun: false,
  };
}
