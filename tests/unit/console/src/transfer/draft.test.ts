import type { Recipient } from "@mahfaza/client";
import { describe, expect, it } from "vitest";
import {
  amountCurrency,
  EMPTY_DRAFT,
  isStepDone,
  paidInOf,
  paidInOptions,
  payers,
  type SendDraft,
  sumOf,
} from "../../../../../console/src/transfer/draft.ts";
import {
  checkBody,
  draftOfBody,
  quoteBody,
  transferBody,
} from "../../../../../console/src/transfer/transfer-body.ts";
import { amount, wallet } from "../pay/wallets.ts";

const rial = wallet({ id: "wal_rial" });
const usd = wallet({ id: "wal_usd", currency: "USD" });
const recipient = (parts: Partial<Recipient> = {}): Recipient => ({
  name: "B*** A***",
  is_verified: true,
  currencies: ["YEM"],
  opens_wallets: false,
  ...parts,
});
const draft = (parts: Partial<SendDraft> = {}): SendDraft => ({
  ...EMPTY_DRAFT,
  to: "771 234 567",
  recipient: recipient(),
  amount: "300",
  ...parts,
});
const amountOf = (parts: Partial<SendDraft>) => sumOf(draft(parts), [rial, usd])?.amount;

describe("the steps of sending", () => {
  const isDone = (parts: Partial<SendDraft>, step: "recipient" | "amount" | "review") =>
    isStepDone(draft(parts), step, [rial, usd]);

  it("need a recipient whose name was checked, or an own wallet", () => {
    expect(isDone({}, "recipient")).toBe(true);
    expect(isDone({ recipient: null }, "recipient")).toBe(false);
    expect(isDone({ by: "own", to: usd.id, recipient: null }, "recipient")).toBe(true);
    expect(isDone({ by: "own", to: " ", recipient: null }, "recipient")).toBe(false);
  });

  it("need an amount that the currency has", () => {
    expect(isDone({ amount: "" }, "amount")).toBe(false);
    expect(isDone({ amount: "1.234" }, "amount")).toBe(false);
    expect(isDone({ amount: "٣٠٠٫٥" }, "amount")).toBe(true);
    expect(amountOf({ amount: "٣٠٠٫٥" })).toBe("300.50");
  });

  it("end with the review", () => expect(isDone({}, "review")).toBe(false));
});

describe("the wallets that can pay an own wallet", () => {
  it("hold the same money, and are another one", () => {
    const sanaa = wallet({ id: "wal_sanaa", market: "sanaa" });
    const other = wallet({ id: "wal_other", is_default: false });
    const own = draft({ by: "own", to: rial.id });
    expect(payers([rial, usd, sanaa, other], own)).toEqual([other]);
  });
});

describe("the currency of the recipient", () => {
  it("is that of the wallet, when it arrives", () => {
    expect(paidInOptions(draft(), rial)).toEqual(["YEM"]);
    expect(quoteBody(draft(), rial, amount("300.00"))).toBeNull();
  });

  it("is one of theirs, by a quote, when it does not", () => {
    expect(paidInOptions(draft(), usd)).toEqual(["YEM"]);
    expect(quoteBody(draft({ market: "sanaa" }), usd, amount("3.00"))).toEqual({
      from_wallet_id: usd.id,
      to_currency: "YEM",
      amount: "3.00",
      side: "source",
      market: "sanaa",
    });
  });

  it("can be chosen among theirs, and names no market for other money than rials", () => {
    const chosen = draft({ recipient: recipient({ currencies: ["USD", "YEM"] }), paidIn: "USD" });
    expect(paidInOptions(chosen, rial)).toEqual(["YEM", "USD"]);
    expect(quoteBody(chosen, rial, amount("3.00"))).not.toHaveProperty("market");
  });

  it("is each one for whom the service opens a wallet", () => {
    const opened = draft({ recipient: recipient({ opens_wallets: true }) });
    expect(paidInOptions(opened, usd)).toEqual(["USD", "YEM"]);
    expect(paidInOf(opened, usd)).toBe("USD");
  });

  it("is the one that a link asks for, if it is possible", () => {
    const linked = draft({ currency: "YEM", side: "target" });
    expect(paidInOf(linked, usd)).toBe("YEM");
    expect(amountCurrency(linked, usd)).toBe("YEM");
    expect(amountCurrency(draft({ currency: "EUR" }), rial)).toBe("YEM");
  });
});

describe("the request of a payment", () => {
  it("sends the phone as it was typed: the service reads it", () => {
    expect(checkBody(draft({ to: "tel:771 234 567" }))).toEqual({ phone: "tel:771 234 567" });
    expect(transferBody(draft({ note: " " }), rial, { amount: amount("300.00") })).toEqual({
      amount: "300.00",
      currency: "YEM",
      from_wallet_id: rial.id,
      to_phone: "771 234 567",
    });
  });

  it("cleans the id of a wallet, and has a quote in place of an amount", () => {
    const toWallet = draft({ by: "wallet", to: "\u200e WAL_01 \u00a0", note: " rent " });
    expect(checkBody(toWallet)).toEqual({ wallet_id: "wal_01" });
    expect(transferBody(toWallet, usd, { quoteId: "quo_1" })).toEqual({
      quote_id: "quo_1",
      from_wallet_id: usd.id,
      to_wallet_id: "wal_01",
      note: "rent",
    });
  });

  it("tells the form again after a reload", () => {
    const body = transferBody(draft({ note: "rent" }), rial, { amount: amount("300.00") });
    expect(draftOfBody(body)).toMatchObject({
      by: "phone",
      to: "771 234 567",
      fromId: rial.id,
      amount: "300.00",
      note: "rent",
    });
  });
});
