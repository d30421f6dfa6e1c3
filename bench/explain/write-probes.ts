// Probes of the two statements of a batch, on a writer's connection with its settings.

import { createHash } from "node:crypto";
import { WRITER_BATCH_MAX } from "../../src/domain/bounds.ts";
import type { MoneyCommand } from "../../src/domain/command.ts";
import { DEFAULT_CURRENCY } from "../../src/domain/currency.ts";
import { newId } from "../../src/domain/ids.ts";
import { systemClock } from "../../src/domain/instant.ts";
import type { RoutedCommand } from "../../src/ledger/find-and-lock.ts";
import type { LedgerConnection } from "../../src/ledger/ledger-connection.ts";
import { postBatch } from "../../src/ledger/post-batch.ts";
import { WRITE_DECISION } from "../../src/ledger/write-decision-statement.ts";
import { phoneOf, sessionIdOf, userIdOf, walletIdOf } from "../fill.ts";
import { collectExecutions, type NoticeSource, nesting } from "./plans.ts";
import type { Probe } from "./probe.ts";

const BATCHES = [1, 64, WRITER_BATCH_MAX];

export async function writeProbes(connection: LedgerConnection, wallets: number): Promise<Probe[]> {
  const { take } = await connection.run(async (db) =>
    collectExecutions((db as unknown as { $client: NoticeSource }).$client),
  );
  return BATCHES.map((size) => ({
    name: `transfers, batch of ${size}`,
    statements: ["find_and_lock", WRITE_DECISION],
    run: () => postAll(connection, transfers(size, wallets)),
    take,
    nest: (isOn) => connection.run((db) => db.execute(nesting(isOn))),
  }));
}

/** Posts and commits: COMMIT is sent with the last statement. */
async function postAll(
  connection: LedgerConnection,
  routed: readonly RoutedCommand[],
): Promise<void> {
  const options = {
    nowMs: systemClock(),
    skipsLocked: false,
    limits: LIMITS,
    onDecided: () => undefined,
  };
  const outcomes = await connection.run((db) => postBatch(db, routed, options));
  const isPosted = outcomes.every(
    (outcome) => outcome.kind === "recorded" && outcome.transaction.status === "success",
  );
  if (!isPosted) throw new Error("a transfer was refused");
}

const LIMITS = { profile: "development", zone: "Asia/Aden" } as const;

const keyOf = (payer: number) => createHash("sha256").update(`${payer}`).digest("hex");

/** Transfers between people all over the tables; the payee is named by phone and by wallet in turn. */
function transfers(size: number, wallets: number): RoutedCommand[] {
  const createdAtMs = systemClock();
  const stride = Math.floor(wallets / (2 * size + 1));
  return Array.from({ length: size }, (_, i): RoutedCommand => {
    const [payer, payee] = [(2 * i + 1) * stride, (2 * i + 2) * stride];
    const command: MoneyCommand = {
      kind: "money",
      transactionId: newId("txn", createdAtMs),
      createdAtMs,
      type: "TRANSFER",
      actorId: userIdOf(payer),
      sessionId: sessionIdOf(payer),
      amountMinor: 100n,
      currency: DEFAULT_CURRENCY,
      from: { by: "default" },
      to:
        i % 2 === 0
          ? { by: "phone", phone: phoneOf(payee) }
          : { by: "id", walletId: walletIdOf(payee) },
      note: null,
      idempotency: {
        key: newId("txn", createdAtMs),
        fingerprint: "ab".repeat(32),
        unkeyedFingerprint: "cd".repeat(32),
      },
      recipientCounterKey: keyOf(payer),
      reachesUnverifiedPhones: true,
      links: {},
      isDryRun: false,
    };
    return { command, viaWalletId: walletIdOf(payer) };
  });
}
