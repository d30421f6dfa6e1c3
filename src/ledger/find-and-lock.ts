// The first step of a batch: finds what each command names, locks the wallets, and makes the cases
// to decide.
import { clockOf, personOf } from "../db/person-limits.ts";
import type { MoneyCommand } from "../domain/command.ts";
import type { UserId, WalletId } from "../domain/ids.ts";
import { msOfText, type UnixMs } from "../domain/instant.ts";
import type { LimitsProfile } from "../domain/limit.ts";
import type { FailureCode } from "../domain/refusal.ts";
import type { Case, LimitsNow, LockedWallet, RecentFailures, RecipientCounter } from "./case.ts";
import {
  type AvailableRows,
  type FoundColumns,
  type FoundRow,
  findAndLockSkipping,
  findAndLockWaiting,
  INPUT_COLUMNS,
  type WalletColumns,
} from "./find-and-lock-statement.ts";
import type { LedgerTransaction } from "./prepared-statement.ts";

const lockedWallet = (columns: WalletColumns): LockedWallet => ({
  id: columns[0],
  ownerId: columns[1],
  currency: columns[2],
  status: columns[3],
  balanceMinor: BigInt(columns[4]),
  heldMinor: BigInt(columns[5]),
  seq: BigInt(columns[6]),
  freezeScope: columns[7],
  market: columns[8],
  ...(columns[9] && { limitsWalletId: columns[9] }),
  ...(columns[10] && { person: personOf(columns[10]) }),
});

/** The settings of a deployment's limits. */
export interface LimitsSettings {
  readonly profile: LimitsProfile;
  /** An IANA time zone. */
  readonly zone: string;
}

export interface FindOptions {
  /** Whether locked rows are skipped (SKIP LOCKED) instead of waited for. */
  readonly skipsLocked: boolean;
  readonly limits: LimitsSettings;
}

interface Found {
  readonly cases: Case[];
  readonly locked: Map<WalletId, LockedWallet>;
  readonly nowMs: UnixMs;
  readonly limits: LimitsNow;
}

/** A command, and the wallet whose object sent it. */
export interface RoutedCommand {
  readonly command: MoneyCommand;
  readonly viaWalletId: WalletId;
}

/**
 * Reads one case for each command, in order, and locks all wallets that the commands name until the
 * transaction ends. With `skipsLocked` it does not wait for locks: a command is blocked if it needs
 * a row that another transaction has locked.
 */
export async function findAndLock(
  tx: LedgerTransaction,
  routed: readonly RoutedCommand[],
  { skipsLocked, limits }: FindOptions,
): Promise<Found> {
  const input: Record<string, unknown> = { zone: limits.zone };
  for (const [name, read] of Object.entries(INPUT_COLUMNS)) {
    input[name] = routed.map(({ command }, i) => read(command, i));
  }
  const [row] = await (skipsLocked ? findAndLockSkipping : findAndLockWaiting)(tx, input);

  const locked = new Map<WalletId, LockedWallet>();
  for (const columns of row?.wallets ?? []) locked.set(columns[0], lockedWallet(columns));
  const isBlocked = blockedBy(row?.available ?? null, locked);
  const failures = failuresByActor(row?.failures ?? null);
  // A wallet that was named but not locked counts as not found: it does not exist, or is a system
  // wallet.
  const found = (id: WalletId | null): WalletId | null => (id && locked.has(id) ? id : null);
  const cases = routed.map(({ command, viaWalletId }, i): Case => {
    const columns = row?.commands[i];
    if (!columns) throw new Error("find-and-lock returned too few commands");
    const [session, from, to, counterWalletId, postedId, byKey, counter] = columns;
    const [lacksStepUp, isSuspended, namesOwnPhone] = session ?? [false, false, false];
    const [transactionId, fingerprint] = byKey ?? [postedId, null];
    const isSessionActive = session !== null || command.sessionId === null;
    return {
      command,
      viaWalletId,
      isPosted: postedId !== null,
      isBlocked: isSessionActive && isBlocked(command, [from, to], counterWalletId),
      isSessionActive,
      isSuspended,
      lacksStepUp,
      namesOwnPhone,
      recipientCounter: recipientCounterOf(command, counter),
      recentFailures: failures.get(command.actorId) ?? NO_FAILURES,
      fromWalletId: found(from),
      toWalletId: found(to),
      counterWalletId,
      prior: (transactionId ?? fingerprint) ? { transactionId, fingerprint } : null,
    };
  });
  if (!row) throw new Error("find-and-lock returned no row");
  return { cases, locked, nowMs: msOfText(row.now_ms), limits: limitsNow(row, limits) };
}

function limitsNow({ limits_clock: clock }: FoundRow, { profile }: LimitsSettings): LimitsNow {
  return { profile, ...clockOf(clock) };
}

const NO_FAILURES: ReadonlyMap<FailureCode, RecentFailures> = new Map();

function failuresByActor(rows: FoundRow["failures"]): Map<UserId, Case["recentFailures"]> {
  const byActor = new Map<UserId, Case["recentFailures"]>();
  for (const [actorId, failures] of rows ?? []) {
    const entries = failures?.map(([code, times, waitSeconds]) => [code, { times, waitSeconds }]);
    if (entries) byActor.set(actorId, new Map(entries as [FailureCode, RecentFailures][]));
  }
  return byActor;
}

function recipientCounterOf(
  { recipientCounterKey: key }: MoneyCommand,
  counter: FoundColumns[6],
): RecipientCounter | null {
  const [waitSeconds, tries] = counter ?? [0, 0];
  return key ? { key, waitSeconds, tries } : null;
}

type IsBlocked = (
  command: MoneyCommand,
  sides: readonly (WalletId | null)[],
  counterWalletId: WalletId | null,
) => boolean;

/**
 * A test whether a command, whose session is active, needs a row that another transaction has
 * locked.
 */
function blockedBy(
  rows: AvailableRows | null,
  locked: ReadonlyMap<WalletId, LockedWallet>,
): IsBlocked {
  if (!rows) return () => false;
  const [actors, counters] = [new Set(rows.actors), new Set(rows.counters)];
  const [named, currencies] = [new Set(rows.named), new Set(rows.currencies)];
  const isLocked = (id: WalletId): boolean => {
    const wallet = locked.get(id);
    return wallet !== undefined && locked.has(wallet.limitsWalletId ?? id);
  };
  return ({ actorId, currency }, sides, counterWalletId) =>
    sides.some((id) => id !== null && named.has(id) && !isLocked(id)) ||
    !actors.has(actorId) ||
    !currencies.has(currency) ||
    (counterWalletId !== null && !counters.has(counterWalletId));
}
