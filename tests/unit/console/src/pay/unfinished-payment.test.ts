import { describe, expect, it } from "vitest";
import { FORGOTTEN_AFTER_MS } from "../../../../../console/src/pay/unfinished.ts";
import {
  isShownAt,
  PHONE_LENGTH_MAX,
  unfinishedPayment,
} from "../../../../../console/src/pay/unfinished-payment.ts";

const NOW = Date.parse("2026-11-28T12:00:00.000Z");
const at = (age: number) => new Date(NOW - age).toISOString();

function seen(form: string, body: unknown = {}, age = 60_000) {
  return unfinishedPayment(form, { body, startedAt: at(age) }, NOW);
}

describe("a payment without an outcome", () => {
  it("says its sum and whom it pays", () => {
    const body = { amount: "10.00", currency: "YEM", to_phone: "771234567" };
    expect(seen("send", body)).toEqual({
      form: "send",
      kind: "send",
      href: "/send",
      amount: "10.00",
      currency: "YEM",
      phone: "771234567",
    });
  });

  it("says no sum when the request has none, or not its currency", () => {
    expect(seen("send", { quote_id: "quo_1" })).toMatchObject({ amount: null, currency: null });
    expect(seen("refund:txn_1", { amount: "5.00" })).toMatchObject({ amount: null });
    expect(seen("deposit", "no object")).toMatchObject({ amount: null, phone: null });
  });

  it.each([
    ["a thousand decimals", { amount: `0.${"1".repeat(1000)}`, currency: "YEM" }],
    ["a text", { amount: "<b>1</b>", currency: "YEM" }],
    ["an unknown kind of currency", { amount: "1.00", currency: "<b>" }],
    ["a number", { amount: 1, currency: "YEM" }],
    ["nothing", null],
    ["a list", ["1.00", "YEM"]],
  ])("shows no sum of a stored body that has %s for it", (_, body) => {
    expect(seen("deposit", body)).toMatchObject({ amount: null, currency: null });
  });

  it("names no phone that is longer than any", () => {
    const phone = "7".repeat(PHONE_LENGTH_MAX);
    expect(seen("send", { to_phone: phone })?.phone).toBe(phone);
    expect(seen("send", { to_phone: `${phone}7` })?.phone).toBeNull();
  });

  it.each([
    ["deposit", "/deposit"],
    ["withdrawal", "/withdraw"],
    ["exchange", "/exchange"],
    ["place-hold", "/holds/new"],
    ["open-wallet", "/wallets/new"],
    ["refund:txn_1", "/history/txn_1"],
    ["capture:hld_1", "/holds/hld_1"],
    ["close-wallet:wal_1", "/wallets/wal_1"],
  ])("%s leads to its form, %s", (form, href) => {
    expect(seen(form)?.href).toBe(href);
  });

  it("is not shown for a form that does not exist", () => {
    expect(seen("signup")).toBeNull();
    for (const form of ["refund:../me", "refund", "refund:", "send:txn_1", "__proto__", ""]) {
      expect(seen(form)).toBeNull();
    }
  });

  it("is not shown once the service has forgotten its key", () => {
    expect(seen("send", {}, FORGOTTEN_AFTER_MS)).not.toBeNull();
    expect(seen("send", {}, FORGOTTEN_AFTER_MS + 1)).toBeNull();
  });
});

describe("the page of its form", () => {
  const payment = { href: "/send" };

  it("asks for the outcome itself", () => {
    expect(isShownAt(payment, { path: "/send", query: { step: "review" } })).toBe(true);
  });

  it("does not when it shows a receipt, and other pages do not", () => {
    expect(isShownAt(payment, { path: "/send", query: { step: "receipt", id: "txn_1" } })).toBe(
      false,
    );
    expect(isShownAt(payment, { path: "/", query: {} })).toBe(false);
  });
});
