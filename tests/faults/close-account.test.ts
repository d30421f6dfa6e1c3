import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { TABLES_ERASED_WITH_USER } from "../../src/db/erase-user.ts";
import { systemClock } from "../../src/domain/instant.ts";
import { WAIT_LIMIT } from "../wait-limit.ts";
import { depositOf, type LedgerUser, openLedgerDatabase } from "./ledger-database.ts";
import { type LedgerWriter, openWriter } from "./ledger-writer.ts";

let ledger: Awaited<ReturnType<typeof openLedgerDatabase>>;
let writer: LedgerWriter;

const close = async (person: LedgerUser) => {
  const command = {
    kind: "close_account",
    actorId: person.userId,
    sessionId: person.sessionId,
    createdAtMs: systemClock(),
  } as const;
  // Like the wallet object: repeats the command while it is blocked by a lock.
  for (;;) {
    const [outcome] = await writer.post(person.walletId, [command]);
    if (outcome?.kind !== "blocked") return outcome;
  }
};
const rowOf = async (person: LedgerUser) => {
  const { rows } = await ledger.db.query(
    `SELECT u.username, u.phone, u.password_hash, w.status, w.is_default, s.end_reason
     FROM users u JOIN wallets w ON w.owner_id = u.id JOIN sessions s ON s.user_id = u.id
     WHERE u.id = $1`,
    [person.userId],
  );
  return rows;
};

beforeAll(async () => {
  ledger = await openLedgerDatabase();
  writer = openWriter({
    databaseUrl: ledger.databaseUrl,
    databaseGateway: ledger.gateway,
  });
});

afterAll(async () => {
  writer.close();
  await ledger.close();
});

describe("closeAccount", () => {
  it("closes the wallets, erases the user and ends the sessions", async () => {
    const person = await ledger.person();
    expect(await close(person)).toEqual({ kind: "closed" });
    expect(await rowOf(person)).toEqual([
      {
        username: null,
        phone: null,
        password_hash: null,
        status: "closed",
        is_default: false,
        end_reason: "account_deletion",
      },
    ]);
  });

  it("returns the same outcome for a repeated command", async () => {
    const person = await ledger.person();
    expect([await close(person), await close(person)]).toEqual([
      { kind: "closed" },
      { kind: "closed" },
    ]);
  });

  it("refuses while a wallet has money, and changes nothing", async () => {
    const person = await ledger.person();
    await writer.post(person.walletId, [depositOf(person, 1n)]);
    const before = await rowOf(person);
    expect(await close(person)).toEqual({ kind: "refused", code: "balance_not_zero" });
    expect(await rowOf(person)).toEqual(before);
  });

  it("refuses while a wallet is frozen, so that closing does not circumvent a freeze", async () => {
    const person = await ledger.person();
    await ledger.db.query(
      "UPDATE wallets SET status = 'frozen', freeze_reason = 'legal_order' WHERE id = $1",
      [person.walletId],
    );
    expect(await close(person)).toEqual({ kind: "refused", code: "wallet_frozen" });
    const { rows } = await ledger.db.query("SELECT deleted_at FROM users WHERE id = $1", [
      person.userId,
    ]);
    expect(rows).toEqual([{ deleted_at: null }]);
  });

  it("refuses a session that has ended", async () => {
    const person = await ledger.person();
    await ledger.db.query(
      "UPDATE sessions SET ended_at = now(), end_reason = 'logout' WHERE id = $1",
      [person.sessionId],
    );
    expect(await close(person)).toEqual({ kind: "refused", code: "session_ended" });
  });

  it("refuses a session that ended while the command waited for the user's lock", async () => {
    const person = await ledger.person();
    const changer = new pg.Client(ledger.databaseUrl);
    await changer.connect();
    // Like a password change: locks the user, then ends the sessions.
    await changer.query("BEGIN");
    await changer.query("SELECT FROM users WHERE id = $1 FOR NO KEY UPDATE", [person.userId]);
    const closing = close(person);
    await vi.waitUntil(async () => {
      const { rowCount } = await changer.query(
        "SELECT FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))",
      );
      return rowCount === 1;
    }, WAIT_LIMIT);
    await changer.query(
      "UPDATE sessions SET ended_at = now(), end_reason = 'password_change' WHERE user_id = $1",
      [person.userId],
    );
    await changer.query("COMMIT");
    await changer.end();
    expect(await closing).toEqual({ kind: "refused", code: "session_ended" });
    expect(await rowOf(person)).toMatchObject([{ username: "person", status: "active" }]);
  });

  it("handles each table that references users: deletes its rows, erases columns, or keeps history", async () => {
    const history = [
      "audit_events.actor_id",
      "audit_events.user_id",
      "exchange_rates.approved_by",
      "exchange_rates.set_by",
      "funding_intents.user_id",
      "money_proposals.decided_by",
      "money_proposals.proposed_by",
      "money_proposals.user_id",
      "quotes.user_id",
      "rate_proposals.decided_by",
      "rate_proposals.proposed_by",
      "role_proposals.decided_by",
      "role_proposals.proposed_by",
      "role_proposals.user_id",
      "transactions.actor_id",
    ];
    const erased = ["sessions.user_id", "wallets.owner_id"];
    const deleted = TABLES_ERASED_WITH_USER.map((table) => `${table}.user_id`);
    const { rows } = await ledger.db.query(
      `SELECT conrelid::regclass || '.' || attname AS name
       FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = ANY(conkey)
       WHERE contype = 'f' AND confrelid = 'users'::regclass`,
    );
    expect(rows.map(({ name }) => name).sort()).toEqual([...history, ...erased, ...deleted].sort());
  });
});
