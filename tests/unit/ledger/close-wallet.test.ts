import { describe, expect, it } from "vitest";
import { BALANCE_MINOR_MAX } from "../../../src/domain/bounds.ts";
import { currencyOf, DEFAULT_CURRENCY } from "../../../src/domain/currency.ts";
import { newId, type UserId } from "../../../src/domain/ids.ts";
import { unixMs } from "../../../src/domain/instant.ts";
import {
  type ClosableWallet,
  type Closing,
  decideClosing,
} from "../../../src/ledger/decide/close-wallet.ts";

const AT = unixMs(Date.UTC(2026, 10, 28));
const me = newId("usr", AT) as UserId;
const USD = currencyOf("USD").code;

const walletOf = (change: Partial<ClosableWallet> = {}): ClosableWallet => ({
  id: newId("wal", AT),
  ownerId: me,
  currency: DEFAULT_CURRENCY,
  status: "active",
  freezeScope: null,
  isDefault: false,
  balanceMinor: 0n,
  heldMinor: 0n,
  seq: 3n,
  ...change,
});
const closing = (
  wallet: ClosableWallet,
  others: readonly ClosableWallet[] = [walletOf()],
  change: Partial<Closing> = {},
) =>
  decideClosing({
    walletId: wallet.id,
    sweepToWalletId: null,
    wallets: [wallet, ...others],
    openWallets: 1 + others.length,
    hasPendingDeposit: false,
    lacksStepUp: false,
    ...change,
  });
const refusalOf = (...args: Parameters<typeof closing>) => {
  const decision = closing(...args);
  return decision.kind === "refused" ? decision.code : null;
};

describe("decideClosing", () => {
  it("closes an empty wallet without a transfer, also if a target is named", () => {
    const [wallet, other] = [walletOf(), walletOf()];
    const closed = { kind: "close", sweep: null, nextDefaultId: null };
    expect(closing(wallet)).toEqual(closed);
    expect(closing(wallet, [other], { sweepToWalletId: other.id })).toEqual(closed);
  });

  it("sweeps the balance to the named wallet", () => {
    const wallet = walletOf({ balanceMinor: 250n });
    const other = walletOf({ balanceMinor: BALANCE_MINOR_MAX - 250n });
    const decision = closing(wallet, [walletOf(), other], { sweepToWalletId: other.id });
    expect(decision).toMatchObject({ sweep: { from: wallet, to: other } });
  });

  it("passes the default on to the oldest open wallet of the currency, if there is one", () => {
    const wallet = walletOf({ isDefault: true });
    const [closed, oldest, younger] = [walletOf({ status: "closed" }), walletOf(), walletOf()];
    const dollars = walletOf({ currency: USD, isDefault: true });
    expect(closing(wallet, [dollars, closed, oldest, younger])).toMatchObject({
      nextDefaultId: oldest.id,
    });
    expect(closing(wallet, [dollars, closed])).toMatchObject({ nextDefaultId: null });
    expect(closing(walletOf(), [oldest])).toMatchObject({ nextDefaultId: null });
    const frozen = walletOf({ status: "frozen" });
    expect(closing(wallet, [frozen])).toMatchObject({ nextDefaultId: frozen.id });
  });

  it.each([
    ["step_up_required", {}, { lacksStepUp: true }],
    ["wallet_closed", { status: "closed" }, {}],
    ["wallet_frozen", { status: "frozen" }, {}],
    ["wallet_frozen", { status: "frozen", freezeScope: "credits" }, {}],
    ["holds_open", { balanceMinor: 1n, heldMinor: 1n }, {}],
    ["deposit_pending", {}, { hasPendingDeposit: true }],
    ["last_wallet", {}, { openWallets: 1 }],
    ["balance_not_zero", { balanceMinor: 1n }, {}],
  ] as const)("refuses with %s, case %#", (code, wallet, change) => {
    expect(refusalOf(walletOf(wallet), [walletOf()], change)).toBe(code);
  });

  it.each([
    ["wallet_closed", { status: "closed" }],
    ["wallet_frozen", { status: "frozen", freezeScope: "credits" }],
    ["wallet_frozen", { status: "frozen" }],
    [null, { status: "frozen", freezeScope: "debits" }],
    ["currency_mismatch", { currency: USD }],
    ["balance_limit_exceeded", { balanceMinor: BALANCE_MINOR_MAX }],
  ] as const)("refuses a target with %s, case %#", (code, change) => {
    const other = walletOf(change);
    const wallet = walletOf({ balanceMinor: 1n });
    const decision = closing(wallet, [other], { sweepToWalletId: other.id });
    expect(decision).toMatchObject(
      code === null ? { kind: "close" } : { kind: "refused", code, walletId: other.id },
    );
  });

  it("refuses itself as the target, an unknown target, and an unknown wallet", () => {
    const wallet = walletOf({ balanceMinor: 1n });
    expect(refusalOf(wallet, [walletOf()], { sweepToWalletId: wallet.id })).toBe("same_wallet");
    const unknown = newId("wal", AT);
    expect(refusalOf(wallet, [walletOf()], { sweepToWalletId: unknown })).toBe("wallet_not_found");
    expect(refusalOf(wallet, [walletOf()], { walletId: unknown })).toBe("wallet_not_found");
  });
});
