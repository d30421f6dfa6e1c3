import { describe, expect, it } from "vitest";
import { EMAIL_LENGTH_MAX, EMAIL_LOCAL_LENGTH_MAX } from "../../../src/domain/bounds.ts";
import { parseEmail } from "../../../src/domain/email.ts";

describe("an e-mail address", () => {
  it.each([
    ["amina@example.com", "amina@example.com"],
    ["Amina.Saleh@Example.COM", "Amina.Saleh@example.com"],
    ["amina+wallet@mail.example.ye", "amina+wallet@mail.example.ye"],
  ])("%s is read as %s", (text, email) => {
    expect(parseEmail(text)).toBe(email);
  });

  it.each([
    "",
    "amina",
    "@example.com",
    "amina@",
    "amina@example",
    "amina@example..com",
    "a..b@example.com",
    ".amina@example.com",
    "amina @example.com",
    " amina@example.com",
    "amina@example.com\n",
    "amina@example.com\r\nBcc: other@example.com",
    "amina@example.com,other@example.com",
    "Amina <amina@example.com>",
    "am\u0131na@example.com",
    "amina@ex\u00e4mple.com",
    "amina@example.com@example.com",
  ])("%j is refused", (text) => {
    expect(parseEmail(text)).toBeNull();
  });

  it("is refused above its maximum length, and above the maximum before the @", () => {
    const local = "a".repeat(EMAIL_LOCAL_LENGTH_MAX);
    expect(parseEmail(`${local}@example.com`)).not.toBeNull();
    expect(parseEmail(`${local}a@example.com`)).toBeNull();
    const domain = (length: number) => `${"b".repeat(length - ".example.com".length)}.example.com`;
    const longest = EMAIL_LENGTH_MAX - "amina@".length;
    expect(parseEmail(`amina@${domain(longest)}`)).toHaveLength(EMAIL_LENGTH_MAX);
    expect(parseEmail(`amina@${domain(longest + 1)}`)).toBeNull();
  });
});
