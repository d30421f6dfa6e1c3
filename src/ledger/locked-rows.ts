// What a batch reads after it has locked the wallets, and what it writes before its last statement,
// beside transactions, entries and balances: one file for each table. A batch of plain deposits,
// withdrawals and transfers needs none of it, and no statement.
import type { HoldId } from "../domain/ids.ts";
import type { UnixMs } from "../domain/instant.ts";
import type { Case, Decision, LockedHold, LockedRows } from "./case.ts";
import { countOpenWithdrawals, readLockedFunding, writeFunding } from "./locked-funding.ts";
import { readLockedHolds, writeHolds } from "./locked-holds.ts";
import { readLockedOriginals, writeRefundTotals } from "./locked-originals.ts";
import { readLockedProposals, writeProposals } from "./locked-proposals.ts";
import { readLockedQuotes } from "./locked-quotes.ts";
import { writeOpenings } from "./openings.ts";
import type { LedgerTransaction } from "./prepared-statement.ts";

const NO_HOLDS: ReadonlyMap<HoldId, LockedHold> = new Map();

/** Reads the rows that belong to the cases and their wallets, which are locked. */
export async function readLockedRows(
  tx: LedgerTransaction,
  cases: readonly Case[],
  { wallets, nowMs, limits }: Omit<LockedRows, "holds">,
): Promise<LockedRows> {
  const read = await readLockedHolds(tx, cases, wallets);
  const quoted = await readLockedQuotes(tx, cases);
  const original = await readLockedOriginals(tx, cases, wallets);
  return {
    wallets,
    limits,
    holds: read?.holds ?? NO_HOLDS,
    ...(read && { openHolds: read.openHolds }),
    ...(quoted && { quotes: quoted.quotes }),
    ...(original && { originals: original.originals }),
    positions: new Map([...(quoted?.positions ?? []), ...(original?.positions ?? [])]),
    funding: await readLockedFunding(tx, cases),
    openWithdrawals: await countOpenWithdrawals(tx, cases),
    proposals: await readLockedProposals(tx, cases),
    nowMs: quoted?.nowMs ?? read?.nowMs ?? nowMs,
  };
}

/** Writes the rows that the decision changes. Nothing, if it records nothing. */
export async function writeLockedRows(
  tx: LedgerTransaction,
  {
    holds,
    openings,
    originals,
    funding,
    proposals,
  }: Pick<Decision, "holds" | "openings" | "originals" | "funding" | "proposals">,
  nowMs: UnixMs,
): Promise<void> {
  await writeOpenings(tx, openings);
  await writeHolds(tx, holds);
  await writeRefundTotals(tx, originals);
  await writeFunding(tx, funding);
  await writeProposals(tx, proposals, nowMs);
}
