import { describe, expect, it } from "vitest";
import { costlyPasswords } from "../../../../../bench/password/costly-passwords.ts";
import { ESTIMATE_LENGTH_MAX, PASSWORD_LENGTH_MAX } from "../../../../../src/domain/bounds.ts";
import type { Phone } from "../../../../../src/domain/phone.ts";
import { makeEstimator } from "../../../../../src/services/identity/passwords/password-estimator.ts";
import {
  partsOf,
  passwordWeakness,
} from "../../../../../src/services/identity/passwords/password-weakness.ts";

const PERSON = { username: "Amina Saleh al-Hamdani", phone: "+967771234567" as Phone };
const isWeak = async (password: string) => (await passwordWeakness(password, PERSON)) !== null;

/** A ready estimator, and a counter of its dictionary look-ups. */
function countingEstimator() {
  const making = makeEstimator();
  let step = making.next();
  while (!step.done) step = making.next();
  const counted = { zxcvbn: step.value, lookUps: 0 };
  // biome-ignore lint/complexity/useLiteralKeys: a private property.
  const { rankedDictionaries } = counted.zxcvbn["options"];
  for (const [name, ranks] of Object.entries<Record<string, number>>(rankedDictionaries)) {
    rankedDictionaries[name] = new Proxy(ranks, {
      get(words, word) {
        counted.lookUps += 1;
        return Reflect.get(words, word);
      },
    });
  }
  return counted;
}

describe("the strength of a password", () => {
  it("is estimated with bounded work for every kind of password", () => {
    const counted = countingEstimator();
    const corpus = costlyPasswords(3);
    const works = corpus.map(({ kind, password }) => {
      const before = counted.lookUps;
      const parts = partsOf(password);
      for (const part of parts) counted.zxcvbn.check(part, [PERSON.username]);
      return { kind, parts: parts.length, lookUps: counted.lookUps - before };
    });
    const worst = works.reduce((a, b) => (b.lookUps > a.lookUps ? b : a));
    expect(works.length).toBeGreaterThan(100);
    expect(Math.max(...works.map(({ parts }) => parts))).toBe(2);
    // Without a bound, 128 characters of base 64 take eighteen million look-ups.
    expect(worst.lookUps).toBeGreaterThan(10_000);
    expect(worst.lookUps, worst.kind).toBeLessThan(200_000);
  });

  it.each([
    ["one repeated letter", "a".repeat(PASSWORD_LENGTH_MAX)],
    ["a word, repeated to the full length", "password".repeat(16)],
    // Cut after forty letters, its third word would look random.
    ["two words, repeated", "internationalinformation".repeat(5)],
    [
      "two words, repeated, the last time incomplete",
      "internationalinformation".repeat(5).slice(0, -7),
    ],
    ["a common password in disguise", "p@$$w0rd1234"],
    ["a sequence of numbers in words", "onetwothreefourfive"],
    ["a surname and a year", "Anderson1987"],
    ["two common passwords", "password 123456"],
    ["two common passwords and a hyphen", "qwerty-123456"],
    ["two repeated digits", "111111 222222"],
    ["a country, a sign and a year", "Yemen@2026"],
    ["the service's name, a year and signs", "Mahfaza2026!!"],
    ["twelve blanks", " ".repeat(12)],
    ["two letters, each many times", `${"a".repeat(64)}${"b".repeat(64)}`],
  ])("is too low for %s", async (_, password) => {
    expect(await isWeak(password)).toBe(true);
  });

  it.each([
    ["a passphrase", "three quiet camels at dusk"],
    ["a random text of the full length", `kJ8#vQ2!mZ${"x7Lp0WrT9bNc5YgH3dKf".repeat(5)}`],
    ["a strong end behind a weak start", `${"a".repeat(60)}kJ8#vQ2!mZx7Lp0WrT9b`],
    ["a strong start before a weak end", `kJ8#vQ2!mZx7Lp0WrT9b${"a".repeat(60)}`],
    ["a strong text, twice", "kJ8#vQ2!mZx7Lp0WrT9bNc5YgH3dKfkJ8#vQ2!mZx7Lp0WrT9bNc5YgH3dKf"],
    ["twelve different emoji", "🐫🌙🍇🎻🧭🪁🦉🌵🥁🚲🍯🧵"],
    ["Arabic", "ثلاثة جمال هادئة عند الغسق"],
  ])("is sufficient for %s", async (_, password) => {
    expect(await isWeak(password)).toBe(false);
  });

  it("is estimated in parts, which are whole repeats where the password repeats itself", () => {
    const text = (length: number) =>
      Array.from({ length }, (_, i) => String.fromCharCode(0x4e00 + i)).join("");
    expect(partsOf(text(ESTIMATE_LENGTH_MAX))).toEqual([text(ESTIMATE_LENGTH_MAX)]);
    const long = text(PASSWORD_LENGTH_MAX);
    expect(partsOf(long)).toEqual([long.slice(0, 40), long.slice(-40)]);
    expect(partsOf(text(30).repeat(4))).toEqual([text(30)]);
    expect(partsOf(text(30).repeat(4).slice(0, -1))).toEqual([text(30)]);
    expect(partsOf(text(15).repeat(8))).toEqual([text(15).repeat(2)]);
    expect(partsOf(text(60).repeat(2))).toEqual([text(40), text(60).slice(-40)]);
  });

  it("can be estimated by many requests at once while the word list is still loading", async () => {
    const asked = Array.from({ length: 20 }, () => isWeak("password1234"));
    expect(new Set(await Promise.all(asked))).toEqual(new Set([true]));
  });
});
