import { eq } from "drizzle-orm";
import { wallets } from "../../db/schema/index.ts";
import type { BalanceHistory } from "../../domain/history.ts";
import type { WalletId } from "../../domain/ids.ts";
import { microsText, unixMicros } from "../../domain/instant.ts";
import { done, type Outcome } from "../../domain/outcome.ts";
import { type BalanceRow, balanceStepOf, selectBalances } from "../../ledger/balance-reads.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { readInSession } from "../identity/sessions/read-in-session.ts";
import { refuseWallet } from "../wallets/ownership/refuse-wallet.ts";

const DAY_MICROS = 86_400_000_000n;

/** The balance of one of the caller's wallets over the last days, each of 24 hours. */
export async function readBalances(
  ctx: ServiceContext,
  caller: Caller,
  walletId: WalletId,
  days: number,
): Promise<Outcome<BalanceHistory, "session_ended" | "wallet_not_found">> {
  const toMicros = unixMicros(BigInt(ctx.nowMs()) * 1_000n);
  const fromMicros = unixMicros(toMicros - BigInt(days) * DAY_MICROS);
  const read = await readInSession(ctx, caller, (db) => [
    db.execute<BalanceRow>(selectBalances(caller.userId, walletId, { fromMicros, toMicros })),
    db
      .select({ ownerId: wallets.ownerId, currency: wallets.currency })
      .from(wallets)
      .where(eq(wallets.id, walletId)),
  ]);
  if (!read.ok) return read;
  const [{ rows }, [wallet]] = read.value;
  if (wallet?.ownerId !== caller.userId) return refuseWallet(ctx, caller, walletId, wallet);
  const before = rows.find((row) => row.is_opening);
  return done({
    currency: wallet.currency,
    opening: {
      at: microsText(fromMicros),
      balanceMinor: before ? balanceStepOf(before).balanceMinor : 0n,
    },
    steps: rows.filter((row) => !row.is_opening).map(balanceStepOf),
    until: microsText(toMicros),
    isExact: !rows.some((row) => row.is_sampled),
  });
}
