import { describe, expect, it } from "vitest";
import { newRecoveryCodes, recoveryCodeHash } from "../../../src/crypto/recovery-code.ts";
import { RECOVERY_CODES_PER_USER } from "../../../src/domain/bounds.ts";

const CODE = "7K3M9Q-XT2A4B-0PZ5WD-HN81CE";

describe("recovery codes", () => {
  it("are different, and each has a hash of its own", () => {
    const codes = newRecoveryCodes();
    const hashes = new Set(codes.map(recoveryCodeHash));
    expect(hashes.size).toBe(RECOVERY_CODES_PER_USER);
    expect(hashes.has(null)).toBe(false);
  });

  it.each([
    CODE.toLowerCase(),
    CODE.replaceAll("-", ""),
    CODE.replaceAll("-", " "),
    CODE.replaceAll("-", " - "),
    ...[..."\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\uFE63\uFF0D"].map((dash) =>
      CODE.replaceAll("-", dash),
    ),
    CODE.replaceAll("-", "\u00AD"),
    CODE.replaceAll("-", "\u00A0"),
    CODE.replaceAll("-", "\u2009"),
    CODE.replaceAll("0", "O").replaceAll("1", "I"),
    CODE.replaceAll("0", "o").replaceAll("1", "l"),
    `\u2068${CODE}\u2069`,
    `\t${CODE}\r\n`,
    "\uFEFF7\u200BK3M9Q-XT2A4B-0PZ5WD-HN81CE\u200F",
    "٧K٣M٩Q-XT٢A٤B-٠PZ٥WD-HN٨١CE",
    "７Ｋ３Ｍ９Ｑ－ＸＴ２Ａ４Ｂ－０ＰＺ５ＷＤ－ＨＮ８１ＣＥ",
  ])("%j is the same code", (text) => {
    expect(recoveryCodeHash(text)).toBe(recoveryCodeHash(CODE));
  });

  it.each(["", CODE.slice(1), `${CODE}7`, CODE.replace("K", "U"), CODE.replace("K", "_")])(
    "%j is no code",
    (text) => {
      expect(recoveryCodeHash(text)).toBeNull();
    },
  );
});
