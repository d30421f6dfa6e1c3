// Wallets, originals and cases of refunds and reversals, for the tests of their deciders.
import type { MoneyCommand } from "../../../../src/domain/command.ts";
import { currencyOf, DEFAULT_CURRENCY } from "../../../../src/domain/currency.ts";
import { newId } from "../../../../src/domain/ids.ts";
import { unixMs } from "../../../../src/domain/instant.ts";
import type {
  Case,
  LockedOriginal,
  LockedWallet,
  OriginalLeg,
} from "../../../../src/ledger/case.ts";
import { decide } from "../../../../src/ledger/decide/decide.ts";
import { judgedCase } from "../../../../src/ledger/judged-case.ts";
import type { LockedProposal } from "../../../../src/ledger/proposal-case.ts";

export const AT = unixMs(Date.UTC(2026, 10, 28));
export const USD = currencyOf("USD").code;
export const YEM = DEFAULT_CURRENCY;

export const walletOf = (change: Partial<LockedWallet> = {}): LockedWallet => ({
  id: newId("wal", AT),
  ownerId: newId("usr", AT),
  currency: YEM,
  status: "active",
  balanceMinor: 1_000n,
  heldMinor: 0n,
  seq: 3n,
  ...change,
});

export const PAYER = walletOf();
export const RECEIVER = walletOf();

export const legOf = (
  { id: walletId, currency }: Pick<LockedWallet, "id" | "currency">,
  amountMinor: bigint,
  systemPurpose: string | null = null,
) => ({ walletId, currency, amountMinor, systemPurpose }) as OriginalLeg;

/** A transfer of 100 from the payer to the receiver. */
export const originalOf = (change: Partial<LockedOriginal> = {}): LockedOriginal => ({
  id: newId("txn", AT),
  type: "TRANSFER",
  fromWalletId: PAYER.id,
  toWalletId: RECEIVER.id,
  payerId: PAYER.ownerId,
  isPayerWalletClosed: false,
  payerMarket: null,
  refunds: 0,
  receiverId: RECEIVER.ownerId,
  currency: RECEIVER.currency,
  amountMinor: 100n,
  refundedMinor: 0n,
  legs: [legOf(PAYER, -100n), legOf(RECEIVER, 100n)],
  countedOn: { out: null, in: null },
  lossWalletId: newId("wal", AT),
  ...change,
});

/** The receiver gives back this much; null: all that is left. */
export function refundOf(
  original: LockedOriginal,
  amountMinor: bigint | null,
  change: Partial<Case & { from: LockedWallet; to: LockedWallet; dry: boolean }> = {},
): Case {
  const { from = RECEIVER, to = PAYER, dry = false, ...rest } = change;
  const command: MoneyCommand = {
    kind: "money",
    transactionId: newId("txn", AT),
    createdAtMs: AT,
    type: "REFUND",
    actorId: RECEIVER.ownerId,
    sessionId: newId("ses", AT),
    amountMinor: amountMinor ?? 1n,
    currency: original.currency,
    from: { by: "id", walletId: from.id },
    to: { by: "id", walletId: to.id },
    links: { originalId: original.id },
    terms: { kind: "refund", isAll: amountMinor === null },
    note: null,
    idempotency: null,
    recipientCounterKey: null,
    reachesUnverifiedPhones: true,
    isDryRun: dry,
  };
  return judgedCase({
    command,
    viaWalletId: from.id,
    fromWalletId: from.id,
    toWalletId: to.id,
    ...rest,
  });
}

export function decideOn(
  original: LockedOriginal,
  cases: readonly Case[],
  ...wallets: LockedWallet[]
) {
  const locked = wallets.length > 0 ? wallets : [PAYER, RECEIVER];
  return decide(cases, {
    wallets: new Map(locked.map((wallet) => [wallet.id, wallet])),
    holds: new Map(),
    originals: new Map([[original.id, original]]),
    nowMs: AT,
  });
}

/** The failure code, the refusal's code, or the amount that was given back. */
export function resultOf(original: LockedOriginal, one: Case, ...wallets: LockedWallet[]) {
  const [verdict] = decideOn(original, [one], ...wallets).verdicts;
  if (verdict?.kind === "refused") return verdict.code;
  if (verdict?.kind !== "recorded") throw new Error(`decided as ${verdict?.kind}`);
  return verdict.transaction.failureCode ?? verdict.transaction.amountMinor;
}

const [MAKER, CHECKER] = [newId("usr", AT), newId("usr", AT)];

/** An open proposal to reverse all that is left of the original, which the checker may approve. */
export const proposalOf = (
  original: LockedOriginal,
  change: Partial<LockedProposal> = {},
): LockedProposal => ({
  id: newId("prp", AT),
  kind: "reversal",
  userId: original.receiverId,
  walletId: original.toWalletId,
  amountMinor: original.amountMinor - original.refundedMinor,
  currency: original.currency,
  direction: null,
  reversesId: original.id,
  shortfall: "refuse",
  reason: "fraud",
  proposedBy: MAKER,
  isOpen: true,
  approvers: new Set([CHECKER, MAKER, original.payerId ?? CHECKER]),
  approvedBy: null,
  ...change,
});

/** Decides the approval of a proposal by the checker. */
export function decideReversal(
  original: LockedOriginal,
  proposal: LockedProposal,
  wallets: readonly LockedWallet[] = [PAYER, RECEIVER],
  change: Partial<MoneyCommand> = {},
) {
  const { command, ...one } = refundOf(original, proposal.amountMinor);
  const { terms, ...plain } = command;
  const links = { originalId: original.id, proposalId: proposal.id };
  const reversal = { ...plain, type: "REVERSAL" as const, actorId: CHECKER, links, ...change };
  return decide([{ ...one, command: reversal, toWalletId: original.fromWalletId }], {
    wallets: new Map(wallets.map((wallet) => [wallet.id, wallet])),
    holds: new Map(),
    originals: new Map([[original.id, original]]),
    proposals: new Map([[proposal.id, proposal]]),
    nowMs: AT,
  });
}

/** As resultOf. */
export function reversalResult(...given: Parameters<typeof decideReversal>) {
  const [verdict] = decideReversal(...given).verdicts;
  if (verdict?.kind === "refused") return verdict.code;
  if (verdict?.kind !== "recorded") throw new Error(`decided as ${verdict?.kind}`);
  return verdict.transaction.failureCode ?? verdict.transaction.amountMinor;
}
