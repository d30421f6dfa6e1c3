import { describe, expect, it } from "vitest";
import { filesIn, textOf } from "./tree.ts";

/**
 * Words that are not standard terms, each with the standard one. docs.test.ts checks the documentation for
 * the same.
 */
const NOT_STANDARD: readonly (readonly [word: RegExp, standard: string])[] = [
  [/brake/i, "rate limit"],
  [/trespass/i, "ownership violation"],
  [/\bguess/i, "login or code attempt"],
  [/\bcrowd|\bstranger/i, "untrusted source"],
  [/\bpatience\b/i, "throttle policy"],
  [/\bwelcome/i, "trust"],
  [/\bbooks\b/i, "the ledger, or the database"],
  [/\blives\b|whileLive/, "active session"],
  [/deliverAgain|afterLoss|\bdoubt/i, "retry, as unknown"],
  [/Recollection/, "idempotency index"],
  [/GatheringClient|\bJoined\b/, "pipelining client, coalesced statement"],
  [/complain/i, "CliError, add issue"],
  [/\btrail\b/i, "audit log"],
  [/\blog-ins?\b(?!(-with-passkey)?\.ts")/, "login"],
  [/\banew\b/i, "again"],
  [/\brooms?\b|\bthe house\b/i, "module"],
  [/\boutbox\b/i, "messages"],
  [/\bwhoever\b/i, "the subject by its name"],
];

/** Words of others: titles of sources, names of former tables, paths that a test tries. */
const QUOTED = [
  "Slow Down Online Guessing Attacks with Device Cookies",
  "Guessing Attacks with Device Cookies",
  "guess_counters",
  "guesses",
  "outbox_messages",
  "`outbox message $",
  '"/outbox"',
  '"/v1/outbox"',
  '"/dev/outbox"',
  "/outbox|message/",
];

const isGenerated = (file: string) => /-words\.ts$|\.d\.ts$|client\/src\/schema\.ts$/.test(file);
const holdsTheList = (file: string) => /tests\/tidy\/(words|docs)\.test\.ts$/.test(file);

describe("src, tests, scripts, bench and the client", () => {
  it.each(NOT_STANDARD)("contain no %s: the term is %s", (word) => {
    const files = filesIn("src", "tests", "scripts", "bench", "packages/client/src").filter(
      (file) => /\.(ts|lua|css|js)$/.test(file) && !isGenerated(file) && !holdsTheList(file),
    );
    expect(files.length).toBeGreaterThan(300);
    const found = files.flatMap((file) => {
      const text = QUOTED.reduce((rest, quoted) => rest.replaceAll(quoted, ""), textOf(file));
      return text
        .split("\n")
        .flatMap((line) => (word.test(line) ? [`${file}: ${line.trim()}`] : []));
    });
    expect(found).toEqual([]);
  });
});
