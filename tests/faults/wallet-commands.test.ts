import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId, type WalletId } from "../../src/domain/ids.ts";
import { systemClock } from "../../src/domain/instant.ts";
import type { ChangeWalletCommand, CloseWalletCommand } from "../../src/domain/wallet-command.ts";
import { depositOf, type LedgerUser, openLedgerDatabase } from "./ledger-database.ts";
import { type LedgerWriter, openWriter } from "./ledger-writer.ts";

let ledger: Awaited<ReturnType<typeof openLedgerDatabase>>;
let writer: LedgerWriter;

beforeAll(async () => {
  ledger = await openLedgerDatabase();
  writer = openWriter({ databaseUrl: ledger.databaseUrl, databaseGateway: ledger.gateway });
});

afterAll(async () => {
  writer.close();
  await ledger.close();
});

type Command = ChangeWalletCommand | CloseWalletCommand;

/** Like the wallet object: repeats the command while it is blocked by a lock. */
const post = async (command: Command) => {
  for (;;) {
    const [outcome] = await writer.post(command.walletId, [command]);
    if (outcome?.kind !== "blocked") return outcome;
  }
};
const commandOf = (person: LedgerUser, walletId: WalletId = person.walletId) => {
  const createdAtMs = systemClock();
  const { userId: actorId, sessionId } = person;
  return { actorId, sessionId, walletId, eventId: newId("aud", createdAtMs), createdAtMs };
};
const labelled = (person: LedgerUser, label: string): ChangeWalletCommand => ({
  ...commandOf(person),
  kind: "change_wallet",
  label,
  isDefault: false,
});
const closing = (person: LedgerUser, sweepToWalletId: WalletId | null): CloseWalletCommand => {
  const command = commandOf(person);
  const transactionId = newId("txn", command.createdAtMs);
  const rest = { transactionId, sweepToWalletId, idempotency: null, isDryRun: false };
  return { ...command, kind: "close_wallet", ...rest };
};

async function secondWallet({ userId }: LedgerUser): Promise<WalletId> {
  const id = newId("wal", systemClock());
  await ledger.db.query(
    "INSERT INTO wallets (id, owner_id, currency, created_at) VALUES ($1, $2, 'YEM', now())",
    [id, userId],
  );
  return id;
}
const eventsOf = async ({ userId }: LedgerUser): Promise<string[]> => {
  const { rows } = await ledger.db.query(
    "SELECT type FROM audit_events WHERE user_id = $1 ORDER BY created_at",
    [userId],
  );
  return rows.map(({ type }) => type);
};

describe("a command whose reply was lost", () => {
  it("closes a wallet once, and has the same transfer in each answer", async () => {
    const person = await ledger.person();
    const target = await secondWallet(person);
    await writer.post(person.walletId, [depositOf(person, 750n)]);
    const command = closing(person, target);
    const first = await post(command);
    expect(first).toMatchObject({
      kind: "wallet_closed",
      transaction: { id: command.transactionId, amountMinor: 750n },
    });
    expect(await post(command)).toEqual(first);
    expect(await eventsOf(person)).toEqual(["wallet_closed"]);
    expect(await ledger.wallet(person.walletId)).toEqual({ balance: 0n, seq: 2n, sum: 0n });
    expect(await ledger.wallet(target)).toEqual({ balance: 750n, seq: 1n, sum: 750n });
  });

  it("closes an empty wallet once, even if it was reopened in between", async () => {
    const person = await ledger.person();
    await secondWallet(person);
    const command = closing(person, null);
    const first = await post(command);
    expect(first).toEqual({ kind: "wallet_closed", transaction: null, isReplay: false });
    await ledger.db.query("UPDATE wallets SET status = 'active' WHERE id = $1", [person.walletId]);
    expect(await post(command)).toEqual(first);
    const { rows } = await ledger.db.query("SELECT status FROM wallets WHERE id = $1", [
      person.walletId,
    ]);
    expect(rows).toEqual([{ status: "active" }]);
  });

  it("does not undo a later change of the same wallet", async () => {
    const person = await ledger.person();
    const [first, second] = [labelled(person, "first"), labelled(person, "second")];
    expect(await post(first)).toEqual({ kind: "changed" });
    expect(await post(second)).toEqual({ kind: "changed" });
    expect(await post(first)).toEqual({ kind: "changed" });
    const { rows } = await ledger.db.query("SELECT label FROM wallets WHERE id = $1", [
      person.walletId,
    ]);
    expect(rows).toEqual([{ label: "second" }]);
    expect(await eventsOf(person)).toEqual(["wallet_changed", "wallet_changed"]);
  });
});

describe("a command of a session that has ended", () => {
  it("changes and closes nothing", async () => {
    const person = await ledger.person();
    await secondWallet(person);
    await ledger.db.query(
      "UPDATE sessions SET ended_at = now(), end_reason = 'logout' WHERE id = $1",
      [person.sessionId],
    );
    const ended = { kind: "refused", code: "session_ended" };
    expect(await post(closing(person, null))).toEqual(ended);
    expect(await post(labelled(person, "mine"))).toEqual(ended);
    expect(await eventsOf(person)).toEqual([]);
  });
});
