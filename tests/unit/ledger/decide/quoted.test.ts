import { describe, expect, it } from "vitest";
import { type CurrencyCode, currencyOf } from "../../../../src/domain/currency.ts";
import { exchangeAmounts } from "../../../../src/domain/exchange.ts";
import { newId, type UserId, type WalletId } from "../../../../src/domain/ids.ts";
import { unixMs } from "../../../../src/domain/instant.ts";
import type {
  Case,
  LiquidityPosition,
  LockedQuote,
  LockedRows,
  LockedWallet,
} from "../../../../src/ledger/case.ts";
import { decide } from "../../../../src/ledger/decide/decide.ts";
import { quotedSides } from "../../../../src/ledger/decide/quoted.ts";
import { judgedCase } from "../../../../src/ledger/judged-case.ts";
import { randomExchange, seededRandom } from "../../domain/random-exchanges.ts";

const AT = unixMs(Date.UTC(2026, 10, 28));
const id = <P extends "usr" | "wal" | "txn" | "ses" | "quo">(prefix: P) => newId(prefix, AT);
const [ME, YOU] = [id("usr"), id("usr")];
const code = (text: string): CurrencyCode => currencyOf(text).code;
const [SOURCE, TARGET, FEES] = [id("wal"), id("wal"), id("wal")];

function wallet(ownerId: UserId, currency: string, more: Partial<LockedWallet> = {}): LockedWallet {
  return {
    id: id("wal"),
    ownerId,
    currency: code(currency),
    market: null,
    status: "active",
    freezeScope: null,
    balanceMinor: 1_000n,
    heldMinor: 0n,
    seq: 1n,
    ...more,
  };
}

/** 10.00 USD into 16,000.00 YEM of Aden, with a fee of 0.10 USD. */
const quote = (more: Partial<LockedQuote> = {}): LockedQuote => ({
  id: id("quo"),
  userId: ME,
  from: code("USD"),
  to: code("YEM"),
  market: "aden",
  sourceMinor: 10_00n,
  feeMinor: 10n,
  targetMinor: 16_000_00n,
  rate: null,
  isUsed: false,
  isExpired: false,
  sourceLiquidityId: SOURCE,
  targetLiquidityId: TARGET,
  feesId: FEES,
  ...more,
});

const position = (more: Partial<LiquidityPosition> = {}): LiquidityPosition => ({
  positionMinor: 0n,
  floorMinor: -10_000_000n,
  ceilingMinor: 10_000_000n,
  ...more,
});

function using(
  used: LockedQuote,
  from: LockedWallet,
  to: LockedWallet,
  type: "EXCHANGE" | "TRANSFER" = "EXCHANGE",
): Case {
  const command = {
    kind: "money",
    transactionId: id("txn"),
    createdAtMs: AT,
    type,
    actorId: ME,
    sessionId: id("ses"),
    amountMinor: used.sourceMinor,
    currency: used.from,
    toCurrency: used.to,
    from: { by: "id", walletId: from.id },
    to: { by: "id", walletId: to.id },
    links: { quoteId: used.id },
    note: null,
    idempotency: null,
    recipientCounterKey: null,
    reachesUnverifiedPhones: true,
    isDryRun: false,
  } as const;
  return judgedCase({
    command,
    viaWalletId: from.id,
    fromWalletId: from.id,
    toWalletId: to.id,
  });
}

const rows = (
  wallets: readonly LockedWallet[],
  quotes: readonly LockedQuote[],
  positions: ReadonlyMap<WalletId, LiquidityPosition> = new Map([
    [SOURCE, position()],
    [TARGET, position()],
  ]),
): LockedRows => ({
  wallets: new Map(wallets.map((one) => [one.id, one])),
  holds: new Map(),
  quotes: new Map(quotes.map((one) => [one.id, one])),
  positions,
  nowMs: AT,
});

/** The failure or refusal of one exchange; null: it succeeds. */
function codeOf(
  used: LockedQuote,
  from: LockedWallet,
  to: LockedWallet,
  { type, locked }: { type?: "EXCHANGE" | "TRANSFER"; locked?: LockedRows } = {},
) {
  const [verdict] = decide(
    [using(used, from, to, type)],
    locked ?? rows([from, to], [used]),
  ).verdicts;
  if (verdict?.kind === "refused") return verdict.code;
  return verdict?.kind === "recorded" ? verdict.transaction.failureCode : verdict;
}

describe("an exchange", () => {
  const usd = wallet(ME, "USD");
  const yem = wallet(ME, "YEM");

  it("writes five legs and changes the positions of both currencies", () => {
    const used = quote();
    const { entries, positionChanges, verdicts } = decide(
      [using(used, usd, yem)],
      rows([usd, yem], [used]),
    );
    expect(entries.map((e) => [e.walletId, e.currency, e.amountMinor])).toEqual([
      [usd.id, "USD", -10_00n],
      [SOURCE, "USD", 9_90n],
      [FEES, "USD", 10n],
      [TARGET, "YEM", -16_000_00n],
      [yem.id, "YEM", 16_000_00n],
    ]);
    expect([...positionChanges]).toEqual([
      [SOURCE, 9_90n],
      [TARGET, -16_000_00n],
    ]);
    expect(verdicts[0]).toMatchObject({ transaction: { exchange: { feeMinor: 10n } } });
  });

  it("uses a quote once in a batch, too", () => {
    const used = quote();
    const rich = { ...usd, balanceMinor: 100_00n };
    const cases = [using(used, rich, yem), using(used, rich, yem)];
    const { verdicts } = decide(cases, rows([rich, yem], [used]));
    expect(verdicts).toMatchObject([
      { transaction: { failureCode: null } },
      { transaction: { failureCode: "quote_used" } },
    ]);
  });

  it.each([
    ["quote_used", quote({ isUsed: true, isExpired: true }), usd, yem],
    ["quote_expired", quote({ isExpired: true }), usd, yem],
    ["quote_not_found", quote({ userId: YOU }), usd, yem],
    ["insufficient_funds", quote(), { ...usd, balanceMinor: 9_99n }, yem],
    ["insufficient_funds", quote(), { ...usd, heldMinor: 1n }, yem],
    ["wallet_closed", quote(), { ...usd, status: "closed" } as const, yem],
    ["currency_mismatch", quote(), wallet(ME, "EUR"), yem],
    ["currency_mismatch", quote(), usd, wallet(ME, "SAR")],
    ["market_mismatch", quote(), usd, { ...yem, market: "sanaa" } as const],
    ["market_mismatch", quote({ market: "sanaa" }), usd, yem],
    ["wallet_not_found", quote(), usd, wallet(YOU, "YEM")],
    ["balance_limit_exceeded", quote(), usd, { ...yem, balanceMinor: 10n ** 18n - 1n }],
  ])("answers %s", (expected, used, from, to) => {
    expect(codeOf(used, from, to)).toBe(expected);
  });

  it("succeeds up to the caps of both positions, and not beyond", () => {
    const used = quote();
    const within = (source: LiquidityPosition, target: LiquidityPosition) => {
      const positions = new Map([
        [SOURCE, source],
        [TARGET, target],
      ]);
      return codeOf(used, usd, yem, { locked: rows([usd, yem], [used], positions) });
    };
    const [full, empty] = [
      position({ ceilingMinor: 9_90n }),
      position({ floorMinor: -16_000_00n }),
    ];
    expect(within(full, empty)).toBeNull();
    expect(within({ ...full, ceilingMinor: 9_89n }, empty)).toBe("liquidity_exhausted");
    expect(within(full, { ...empty, floorMinor: -15_999_99n })).toBe("liquidity_exhausted");
  });
});

describe("a transfer", () => {
  it("with a quote does not tell why somebody else cannot be paid", () => {
    const from = wallet(ME, "USD");
    const type = "TRANSFER";
    expect(codeOf(quote(), from, wallet(YOU, "YEM"), { type })).toBeNull();
    const frozen = wallet(YOU, "YEM", { status: "closed" });
    expect(codeOf(quote(), from, frozen, { type })).toBe("recipient_not_found");
  });

  it("without a quote does not move rials from one market to the other", () => {
    const [aden, sanaa] = [wallet(ME, "YEM"), wallet(ME, "YEM", { market: "sanaa" })];
    const one = using(quote({ from: code("YEM"), sourceMinor: 1n }), aden, sanaa, "TRANSFER");
    const plain = { ...one, command: { ...one.command, links: {} } };
    const [verdict] = decide([plain], rows([aden, sanaa], [])).verdicts;
    expect(verdict).toMatchObject({ transaction: { failureCode: "market_mismatch" } });
  });
});

describe("the five legs", () => {
  it("sum to zero in each currency in 10^5 random exchanges", () => {
    const random = seededRandom(11);
    const unbalanced: unknown[] = [];
    const [from, to] = [wallet(ME, "USD"), wallet(ME, "YEM")];
    for (let i = 0; i < 100_000; i++) {
      const [request, rate] = randomExchange(random);
      const amounts = exchangeAmounts(request, rate);
      if (typeof amounts === "string") continue;
      const sums = new Map<CurrencyCode, bigint>();
      const terms = { ...quote(), ...amounts, from: request.from, to: request.to };
      const [payer, payee] = [
        { ...from, currency: request.from },
        { ...to, currency: request.to },
      ];
      for (const side of quotedSides(payer, payee, terms)) {
        const currency = typeof side.wallet === "string" ? side.currency : side.wallet.currency;
        if (currency) sums.set(currency, (sums.get(currency) ?? 0n) + side.amountMinor);
      }
      if (sums.size !== 2 || [...sums.values()].some((sum) => sum !== 0n)) unbalanced.push(terms);
    }
    expect(unbalanced).toEqual([]);
  });
});
