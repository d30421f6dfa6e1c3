import { describe, expect, it } from "vitest";
import {
  DOMAIN_LABEL_LENGTH_MAX,
  EMAIL_LENGTH_MAX,
  EMAIL_LOCAL_LENGTH_MAX,
} from "../../../src/domain/bounds.ts";
import { parseEmail } from "../../../src/domain/email.ts";

describe("an e-mail address", () => {
  it.each([
    ["amina@example.com", "amina@example.com"],
    ["Amina.Saleh@Example.COM", "Amina.Saleh@example.com"],
    ["amina+wallet@mail.example.ye", "amina+wallet@mail.example.ye"],
    ["info@xn--mgbaam7a8h.xn--mgberp4a5d4ar", "info@xn--mgbaam7a8h.xn--mgberp4a5d4ar"],
    ["info@mail.xn--p1ai", "info@mail.xn--p1ai"],
    ["a@B.XN--P1AI", "a@b.xn--p1ai"],
    ["smith&sons@example.com", "smith&sons@example.com"],
    ["a=b/c!d#e@example.com", "a=b/c!d#e@example.com"],
    ["O'Brien@example.com", "O'Brien@example.com"],
    ["-_-@example.com", "-_-@example.com"],
    ["!#$%&'*+-/=?^_`{|}~@example.com", "!#$%&'*+-/=?^_`{|}~@example.com"],
    ["a.b.c@1-2.3com.museum", "a.b.c@1-2.3com.museum"],
    ["a@r3---x.example.com", "a@r3---x.example.com"],
  ])("%s is read as %s", (text, email) => {
    expect(parseEmail(text)).toBe(email);
  });

  it.each([
    " amina@example.com",
    "amina@example.com\n",
    "\tamina@example.com\r\n",
    "\u00A0amina@example.com\u3000",
    "\u202Aamina@example.com\u202C",
    "\u2066amina@example.com\u2069",
    "\u200Famina@example.com\u200E",
    "\uFEFFamina@example.com",
    "amina\u200B@\u2060example.com",
    "ami\u00ADna@exam\u00ADple.com",
    "mailto:amina@example.com",
    "\u2068MAILTO:amina@example.com\u2069",
  ])("%j is the same address as it was pasted", (text) => {
    expect(parseEmail(text)).toBe("amina@example.com");
  });

  it.each([
    "",
    "amina",
    "@",
    "@example.com",
    "amina@",
    "amina@example",
    "amina@example..com",
    "amina@.example.com",
    "amina@example.com.",
    "a..b@example.com",
    ".amina@example.com",
    "amina.@example.com",
    "amina @example.com",
    "ami na@example.com",
    "amina@exam ple.com",
    "amina@example.com\r\nBcc: other@example.com",
    "amina@example.com\nother@example.com",
    "amina\r\n@example.com",
    "amina\u0000@example.com",
    "amina@example.com,other@example.com",
    "amina@example.com;other@example.com",
    "Amina <amina@example.com>",
    "<amina@example.com>",
    "mailto:amina@example.com?subject=x",
    "am\u0131na@example.com",
    "amina@ex\u00e4mple.com",
    "amina@\u0645\u062b\u0627\u0644.\u0627\u0644\u0633\u0639\u0648\u062f\u064a\u0629",
    "amina@example.com@example.com",
    "a@example-.com",
    "a@-example.com",
    "a@example.-com",
    "a@example.com-",
    "a@ex_ample.com",
    "a@example.123",
    "a@example.c",
    "a@example.c0m",
    "a@1.2.3.4",
    "a@[127.0.0.1]",
    "a@[IPv6:::1]",
    '"amina saleh"@example.com',
    "amina(wallet)@example.com",
    "a@example.xn--",
    "a@xn--.com",
    "a\\@b@example.com",
    "a:b@example.com",
  ])("%j is refused", (text) => {
    expect(parseEmail(text)).toBeNull();
  });

  it("is refused above its maximum length, and above the maximum of each part", () => {
    const local = "a".repeat(EMAIL_LOCAL_LENGTH_MAX);
    expect(parseEmail(`${local}@example.com`)).not.toBeNull();
    expect(parseEmail(`${local}a@example.com`)).toBeNull();
    const label = "b".repeat(DOMAIN_LABEL_LENGTH_MAX);
    expect(parseEmail(`amina@${label}.com`)).not.toBeNull();
    expect(parseEmail(`amina@${label}b.com`)).toBeNull();
    expect(parseEmail(`amina@example.${"c".repeat(DOMAIN_LABEL_LENGTH_MAX + 1)}`)).toBeNull();
    const domain = (length: number) =>
      `${`${"b".repeat(9)}.`.repeat(30).slice(0, length - ".example.com".length - 1)}b.example.com`;
    const longest = EMAIL_LENGTH_MAX - "amina@".length;
    expect(parseEmail(`amina@${domain(longest)}`)).toHaveLength(EMAIL_LENGTH_MAX);
    expect(parseEmail(`amina@${domain(longest + 1)}`)).toBeNull();
  });
});
