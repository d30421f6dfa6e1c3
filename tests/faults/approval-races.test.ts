import { setTimeout } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrateDatabase } from "../../scripts/migrate.ts";
import { startNeonGateway } from "../../scripts/neon-gateway/start-gateway.ts";
import { startThrowawayPostgres } from "../../scripts/postgres/throwaway-postgres.ts";
import type { MoneyCommand } from "../../src/domain/command.ts";
import { newId } from "../../src/domain/ids.ts";
import { depositOf, type LedgerUser, openLedgerDatabase } from "./ledger-database.ts";
import { type LedgerWriter, openWriter } from "./ledger-writer.ts";

// An own Postgres, so that the lock of the ledger's clock does not block other tests.
let postgres: Awaited<ReturnType<typeof startThrowawayPostgres>>;
let gateway: Awaited<ReturnType<typeof startNeonGateway>>;
let ledger: Awaited<ReturnType<typeof openLedgerDatabase>>;
let writers: [LedgerWriter, LedgerWriter];
let maker: LedgerUser;
let checker: LedgerUser;

beforeAll(async () => {
  postgres = await startThrowawayPostgres();
  await migrateDatabase(postgres.url);
  gateway = await startNeonGateway({ databaseUrl: postgres.url });
  ledger = await openLedgerDatabase(postgres.url, gateway.address);
  const address = { databaseUrl: postgres.url, databaseGateway: gateway.address };
  writers = [openWriter(address), openWriter(address)];
  const opening = writers.map(async (writer) => {
    const person = await ledger.person();
    return writer.post(person.walletId, [depositOf(person, 1n)]);
  });
  await Promise.all(opening);
  [maker, checker] = [await ledger.person(), await ledger.person()];
  const admins = [[maker.userId, checker.userId]];
  await ledger.db.query("UPDATE users SET role = 'admin' WHERE id = ANY($1)", admins);
  await ledger.db.query(
    "UPDATE sessions SET stepped_up_at = now() WHERE user_id = ANY($1)",
    admins,
  );
});
afterAll(async () => {
  for (const writer of writers) writer.close();
  await ledger.close();
  await gateway.close();
  await postgres.stop();
});

/** The command that approves a new proposal of 100 for the person. */
async function approvalFor(person: LedgerUser, eventId: string): Promise<MoneyCommand> {
  const proposalId = newId("prp", Date.now());
  await ledger.db.query(
    `INSERT INTO money_proposals (id, kind, user_id, wallet_id, amount, currency, direction, reason,
       funding_event_id, proposed_by, created_at, expires_at)
     VALUES ($1, 'adjustment', $2, $3, 100, 'YEM', 'credit', 'unapplied_funds', $4, $5, now(),
       now() + interval '1 hour')`,
    [proposalId, person.userId, person.walletId, eventId, maker.userId],
  );
  const { userId: actorId, sessionId } = checker;
  const to = { by: "id", walletId: person.walletId } as const;
  const links = { proposalId };
  return { ...depositOf(person, 100n), type: "ADJUSTMENT", actorId, sessionId, to, links };
}

async function eventInSuspense(): Promise<string> {
  const id = newId("fev", Date.now());
  await ledger.db.query(
    `INSERT INTO funding_events (id, webhook_id, body_hash, type, reference, payment_id, amount,
       currency, received_at, decision, reason, decided_at)
     VALUES ($1::uuid, $1::text, sha256('x'), 'deposit.succeeded', 'X', 'p', '1.00', 'YEM', now(),
       'suspense', 'unknown_reference', now())`,
    [id],
  );
  return id;
}

/** Runs `work` while no commit gets its place, and so none ends; then lets all of them end. */
async function whileCommitsWait(work: () => Promise<void>): Promise<void> {
  const client = new pg.Client(postgres.url);
  await client.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT take_posted_at(0)");
    await work();
  } finally {
    await client.end();
  }
}

/** In this time both writers read, and wait to commit. It is shorter than their lock_timeout. */
const READ_MS = 60;

/** On a busy machine the wait may exceed the lock_timeout: nothing is written then. */
async function postUnblocked(
  writer: LedgerWriter,
  { walletId }: LedgerUser,
  command: MoneyCommand,
) {
  for (;;) {
    const [outcome] = await writer.post(walletId, [command]);
    if (!outcome) throw new Error("no outcome");
    if (outcome.kind !== "blocked") return outcome;
  }
}

describe("approvals that race", () => {
  it("of two credits for one event give it to one person, and the other finds no open proposal", async () => {
    const [a, b] = [await ledger.person(), await ledger.person()];
    const eventId = await eventInSuspense();
    const [first, second] = [await approvalFor(a, eventId), await approvalFor(b, eventId)];
    let posting: ReturnType<typeof postUnblocked>[] = [];
    await whileCommitsWait(async () => {
      posting = [postUnblocked(writers[0], a, first), postUnblocked(writers[1], b, second)];
      await setTimeout(READ_MS);
    });
    const outcomes = await Promise.all(posting);
    const codes = outcomes.map((outcome) => ("code" in outcome ? outcome.code : outcome.kind));
    expect(codes.sort()).toEqual(["proposal_not_found", "recorded"]);
    const balances = [(await ledger.wallet(a.walletId)).sum, (await ledger.wallet(b.walletId)).sum];
    expect(balances.sort()).toEqual([0n, 100n]);
  });
});
