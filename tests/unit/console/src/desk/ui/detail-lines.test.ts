import "../../browser.ts";
import { afterEach, describe, expect, it } from "vitest";
import { detailLines } from "../../../../../../console/src/desk/ui/detail-lines.ts";
import { language } from "../../../../../../console/src/i18n/language.ts";

type Seen = Parameters<typeof detailLines>[0];

afterEach(() => {
  language.value = "en";
});

const textsOf = (event: Seen) => detailLines(event).map(({ name, text }) => `${name}: ${text}`);

describe("the details of an event", () => {
  it("are words in both languages", () => {
    const event: Seen = {
      type: "wallet_frozen",
      details: { reason: "owner_request", scope: "debits" },
    };
    expect(textsOf(event)).toEqual(["Reason: The owner asked for it", "Scope: Money that leaves"]);
    language.value = "ar";
    expect(textsOf(event)).toEqual(["السبب: بطلب من صاحبها", "النطاق: الأموال الصادرة"]);
  });

  it.each<readonly [Seen["type"], Seen["details"], readonly string[]]>([
    ["contact_verified", { channel: "phone" }, ["By: phone"]],
    ["tier_changed", { from: "basic", to: "verified" }, ["From: Basic", "To: Verified"]],
    ["role_changed", { role: "admin", before: "user" }, ["Role: Admin", "Before: No role"]],
    ["profile_changed", { fields: ["username", "phone"] }, ["Changed: name, phone"]],
    ["role_refused", { act: "wallet_frozen" }, ["Act: Wallet frozen"]],
    ["own_limits_changed", { lowered: ["day_sum"] }, ["Lowered: Out, a day"]],
    // The same code of two lists.
    ["factors_removed", { reason: "owner_request" }, ["Reason: The owner lost them"]],
    ["wallet_reopened", { reason: "mistake" }, ["Reason: Closed by mistake"]],
    ["wallet_unfrozen", { reason: "mistake" }, ["Reason: A mistake"]],
    ["adjustment_made", { reason: "goodwill" }, ["Reason: Goodwill"]],
  ])("of %s are the words of its lists: %j", (type, details, texts) => {
    expect(textsOf({ type, details })).toEqual(texts);
    expect(detailLines({ type, details }).every(({ isCode }) => !isCode)).toBe(true);
  });

  it("without words are shown as they were recorded", () => {
    const details = { reason: "new_reason", shape: "round", fields: ["phone", "colour"] };
    expect(detailLines({ type: "user_suspended", details })).toEqual([
      { name: "Reason", text: "new_reason", isCode: true },
      { name: "shape", text: "round", isCode: true },
      { name: "Changed", text: "phone, colour", isCode: true },
    ]);
    expect(detailLines({ type: "user_logged_in", details: {} })).toEqual([]);
  });

  it("name the operator who proposed", () => {
    const [line] = detailLines({ type: "role_changed", details: { proposed_by: "usr_1" } });
    expect(line).toEqual({
      name: "Proposed by",
      text: "usr_1",
      isCode: true,
      operatorId: "usr_1",
    });
  });

  it("show an amount with the decimals of its currency, and an unknown one as it is", () => {
    const shown = (details: Seen["details"]) => textsOf({ type: "adjustment_made", details });
    expect(shown({ amount_minor: "123456", currency: "YEM" })).toEqual([
      "Amount: \u20661,234.56\u2069\u00a0YEM",
    ]);
    expect(shown({ amount_minor: "5", currency: "QQQ" })).toEqual([
      "amount_minor: 5",
      "Currency: QQQ",
    ]);
  });
});
