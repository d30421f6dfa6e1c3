import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { GONE_WITH_PERSON } from "../../src/db/erase-person.ts";
import { depositOf, type LedgerPerson, openBooks } from "./ledger-world.ts";
import { type LedgerWriter, openWriter } from "./ledger-writer.ts";

let books: Awaited<ReturnType<typeof openBooks>>;
let writer: LedgerWriter;

const close = async (person: LedgerPerson) => {
  const command = {
    kind: "close_account",
    actorId: person.userId,
    sessionId: person.sessionId,
    createdAtMs: Date.now(),
  } as const;
  // As the wallet object does: again until the lock that stood in the way is gone.
  for (;;) {
    const [outcome] = await writer.post(person.walletId, [command]);
    if (outcome?.kind !== "blocked") return outcome;
  }
};
const rowOf = async (person: LedgerPerson) => {
  const { rows } = await books.db.query(
    `SELECT u.username, u.phone, u.password_hash, w.status, w.is_default, s.end_reason
     FROM users u JOIN wallets w ON w.owner_id = u.id JOIN sessions s ON s.user_id = u.id
     WHERE u.id = $1`,
    [person.userId],
  );
  return rows;
};

beforeAll(async () => {
  books = await openBooks();
  writer = openWriter({
    databaseUrl: books.databaseUrl,
    databaseGateway: books.gateway,
  });
});

afterAll(async () => {
  writer.close();
  await books.close();
});

describe("closeAccount", () => {
  it("closes the wallets, erases the person and ends the sessions", async () => {
    const person = await books.person();
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

  it("answers a call that comes twice as it answered the first", async () => {
    const person = await books.person();
    expect([await close(person), await close(person)]).toEqual([
      { kind: "closed" },
      { kind: "closed" },
    ]);
  });

  it("refuses while there is money, and changes nothing", async () => {
    const person = await books.person();
    await writer.post(person.walletId, [depositOf(person, 1n)]);
    const before = await rowOf(person);
    expect(await close(person)).toEqual({ kind: "refused", code: "balance_not_zero" });
    expect(await rowOf(person)).toEqual(before);
  });

  it("refuses while a wallet is frozen: closing is no way out of a freeze", async () => {
    const person = await books.person();
    await books.db.query(
      "UPDATE wallets SET status = 'frozen', freeze_reason = 'legal_order' WHERE id = $1",
      [person.walletId],
    );
    expect(await close(person)).toEqual({ kind: "refused", code: "wallet_frozen" });
    const { rows } = await books.db.query("SELECT deleted_at FROM users WHERE id = $1", [
      person.userId,
    ]);
    expect(rows).toEqual([{ deleted_at: null }]);
  });

  it("refuses a session that has ended", async () => {
    const person = await books.person();
    await books.db.query(
      "UPDATE sessions SET ended_at = now(), end_reason = 'logout' WHERE id = $1",
      [person.sessionId],
    );
    expect(await close(person)).toEqual({ kind: "refused", code: "session_ended" });
  });

  it("refuses a session that ended while it waited for its person, and keeps the account", async () => {
    const person = await books.person();
    const changer = new pg.Client(books.databaseUrl);
    await changer.connect();
    // As a change of the password does it: the person is locked, then their sessions end.
    await changer.query("BEGIN");
    await changer.query("SELECT FROM users WHERE id = $1 FOR NO KEY UPDATE", [person.userId]);
    const closing = close(person);
    await vi.waitUntil(async () => {
      const { rowCount } = await changer.query(
        "SELECT FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))",
      );
      return rowCount === 1;
    });
    await changer.query(
      "UPDATE sessions SET ended_at = now(), end_reason = 'password_change' WHERE user_id = $1",
      [person.userId],
    );
    await changer.query("COMMIT");
    await changer.end();
    expect(await closing).toEqual({ kind: "refused", code: "session_ended" });
    expect(await rowOf(person)).toMatchObject([{ username: "person", status: "active" }]);
  });

  it("leaves no row about its person but those of history, and those it takes the person out of", async () => {
    const history = [
      "audit_events.actor_id",
      "audit_events.user_id",
      "idempotency_keys.user_id",
      "transactions.actor_id",
    ];
    const emptied = ["sessions.user_id", "wallets.owner_id"];
    const gone = GONE_WITH_PERSON.map((table) => `${table}.user_id`);
    const { rows } = await books.db.query(
      `SELECT conrelid::regclass || '.' || attname AS name
       FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = ANY(conkey)
       WHERE contype = 'f' AND confrelid = 'users'::regclass`,
    );
    expect(rows.map(({ name }) => name).sort()).toEqual([...history, ...emptied, ...gone].sort());
  });
});
