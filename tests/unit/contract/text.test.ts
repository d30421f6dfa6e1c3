import { describe, expect, it } from "vitest";
import { RenamePasskey } from "../../../src/contract/passkeys.ts";
import { personText, secretText } from "../../../src/contract/text.ts";
import { CreateTransfer } from "../../../src/contract/transaction-requests.ts";
import { TransactionsQuery } from "../../../src/contract/transactions-query.ts";
import { ChangeProfile, Username } from "../../../src/contract/users.ts";
import { ChangeWallet, OpenWallet } from "../../../src/contract/wallets.ts";
import {
  NOTE_LENGTH_MAX,
  PASSKEY_NAME_LENGTH_MAX,
  SEARCH_LENGTH_MAX,
  USERNAME_LENGTH_MAX,
  USERNAME_LENGTH_MIN,
  WALLET_LABEL_LENGTH_MAX,
} from "../../../src/domain/bounds.ts";

const code = (result: { error?: { issues: readonly unknown[] } | undefined }) =>
  (result.error?.issues[0] as { params?: { code?: string } } | undefined)?.params?.code;

const plain = (_: string, value: unknown) => (typeof value === "bigint" ? value.toString() : value);
const payment = { amount: "1.00", to_phone: "+967771234567" };

/** Each field that takes a user's text, with its bounds. */
const FIELDS = [
  {
    name: "username",
    read: (text: string) => Username.safeParse(text),
    min: USERNAME_LENGTH_MIN,
    max: USERNAME_LENGTH_MAX,
  },
  {
    name: "username of a change",
    read: (username: string) => ChangeProfile.safeParse({ username }),
    min: USERNAME_LENGTH_MIN,
    max: USERNAME_LENGTH_MAX,
  },
  {
    name: "label of a new wallet",
    read: (label: string) => OpenWallet.safeParse({ currency: "YEM", label }),
    min: 1,
    max: WALLET_LABEL_LENGTH_MAX,
  },
  {
    name: "label",
    read: (label: string) => ChangeWallet.safeParse({ label }),
    min: 1,
    max: WALLET_LABEL_LENGTH_MAX,
  },
  {
    name: "name of a passkey",
    read: (name: string) => RenamePasskey.safeParse({ name }),
    min: 1,
    max: PASSKEY_NAME_LENGTH_MAX,
  },
  {
    name: "note",
    read: (note: string) => CreateTransfer.safeParse({ ...payment, note }),
    min: 1,
    max: NOTE_LENGTH_MAX,
  },
  {
    name: "search text",
    read: (q: string) => TransactionsQuery.safeParse({ q }),
    min: 1,
    max: SEARCH_LENGTH_MAX,
  },
];

describe.each(FIELDS)("the $name", ({ read, min, max }) => {
  it("needs as many visible characters as its minimum", () => {
    expect(read("م".repeat(min)).success).toBe(true);
    expect(code(read("م".repeat(min - 1)))).toBe("too_short");
    const padding = "\u3164\u200B\u2800\u00A0";
    expect(code(read(padding + "م".repeat(min - 1) + padding))).toBe("too_short");
  });

  it("may have as many characters as its maximum, and only stored characters count", () => {
    const longest = "李".repeat(max);
    expect(read(longest).success).toBe(true);
    expect(code(read(`${longest}李`))).toBe("too_long");
    expect(read(` \u200F${longest}\u200B\n`).success).toBe(true);
  });

  it.each([
    ["fillers of Hangul", "\u3164\u115F\u1160\uFFA0"],
    ["spaces without a width", "\u200B\u2060\uFEFF"],
    ["blanks of Braille", "\u2800\u2800\u2800"],
    ["soft hyphens and joiners", "\u00AD\u034F\u200C\u200D"],
    ["vowel separators and inherent vowels", "\u180E\u17B4\u17B5"],
    ["tags", "\u{E0041}\u{E0042}\u{E0043}"],
    ["variation selectors", "\uFE00\uFE0F\u{E0100}"],
    ["direction marks", "\u200E\u200F\u061C\u202A\u202C\u2068\u2069"],
    ["marks without a letter", "\u0301\u0302\u0303"],
    ["interlinear marks", "\uFFF9\uFFFA\uFFFB"],
    ["blanks", " \u00A0\u2003\u3000\t"],
  ])("is refused with nothing but %s", (_, text) => {
    expect(code(read(text))).toBe("too_short");
  });

  it.each([
    ..."\u200E\u200F\u061C\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069",
    "\u0000",
    "\u0007",
    "\n",
    "\u0085",
    "\u2028",
    "\u2029",
    "\uD800",
    "\uE000",
    "\u{F0000}",
    "\uFDD0",
    "\uFFFE",
    "\u{1FFFF}",
  ])("is refused with %j inside", (unsafe) => {
    expect(code(read(`Ami${unsafe}na`))).toBe("invalid_text");
  });

  it.each([
    "مي",
    "李明",
    "Li",
    "می\u200Cخواهم",
    "👨\u200D👩\u200D👧",
    "❤\uFE0F🔥",
    "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}!",
    "ली",
    "Ng",
    "O\u2019Brien",
  ])("may be %j, and that is what is kept", (text) => {
    expect(JSON.stringify(read(text).data, plain)).toContain(text.normalize("NFC"));
  });

  it.each([
    "\u200Fأمينة\u200F",
    "\u2068أمينة\u2069",
    "\u202Bأمينة\u202C",
    "\u00A0أمينة\u3000",
    "أمي\u200Bنة",
    "\uFEFFأمينة\t",
  ])("is the same text as it was pasted: %j", (text) => {
    expect(read(text).data).toEqual(read("أمينة").data);
  });
});

describe("text in NFC", () => {
  it("is composed after invisible characters are removed", () => {
    const text = personText({ min: 1, max: 5, description: "", example: "" });
    expect(text.parse("e\u200B\u0301")).toBe("é");
  });
});

describe("a password", () => {
  const password = secretText({ min: 1, max: 20, description: "", example: "" });

  it.each([" a b ", "\u200Ea\u200F", "a\u200Cb", "\u3164", "\u00A0", "a\u{E0041}"])(
    "%j is kept as it was typed",
    (text) => {
      expect(password.parse(text)).toBe(text);
    },
  );

  it.each(["a\u0000", "a\u202E", "\u2068a\u2069", "\uFEFFa", "\uD800"])("%j is refused", (text) => {
    expect(code(password.safeParse(text))).toBe("invalid_text");
  });
});
