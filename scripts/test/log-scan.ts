import { stripVTControlCharacters } from "node:util";

/** Something that a log must never have. */
export interface LogFinding {
  /** What kind of secret it looks like. */
  readonly kind: string;
  /** The line, with the secret itself taken out. */
  readonly line: string;
}

/**
 * What secrets and personal data look like. Phones are those that tests give out;
 * a bare row of digits may be a time or an amount.
 */
const SECRETS: readonly (readonly [string, RegExp])[] = [
  ["access token", /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g],
  ["refresh token", /\bmrt_[\w-]{16,}/g],
  ["reset token", /\bmpr_[\w-]{16,}/g],
  ["claim token", /\bmpc_[\w-]{16,}/g],
  ["webhook secret", /\bwhsec_[\w+/]{16,}/g],
  ["one-time code", /\b\d{8} is your Mahfaza code\b[^"']*/g],
  ["recovery code", /\b(?:[0-9A-HJKMNP-TV-Z]{6}-){3}[0-9A-HJKMNP-TV-Z]{6}\b/g],
  ["authenticator app's secret", /\botpauth:\/\/\S+/g],
  ["password hash", /\$scrypt\$[^\s"']+/g],
  ["key", /"k"\s*:\s*"[\w-]{20,}"/g],
  ["bearer header", /\bBearer\s+[\w-]{20,}/g],
  ["database password", /\bpostgres(?:ql)?:\/\/[^:\s/@]+:[^@\s]+@/g],
  ["phone", /(?<![\w.:-])(?:\+|%2B|00)?967\d{8,9}(?!\d)/g],
  ["e-mail address", /\b[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.(?:example|test|com|net|org)\b/g],
];

const LINE_SHOWN_MAX = 300;
/** A test's own title, which may well name a phone that it sends. */
const TITLE = /^\s*[✓×↓❯]/;

/** Searches what a run wrote, line by line, for the shapes of secrets and for values planted in it. */
export function findInLog(text: string, planted: readonly string[]): LogFinding[] {
  const sought: readonly (readonly [string, RegExp | string])[] = [
    ...SECRETS,
    ...planted.map((value) => ["planted value", value] as const),
  ];
  return stripVTControlCharacters(text)
    .split("\n")
    .filter((line) => !TITLE.test(line))
    .flatMap((line) =>
      sought.flatMap(([kind, secret]) => {
        const without = line.replaceAll(secret, "…");
        return without === line ? [] : [{ kind, line: without.slice(0, LINE_SHOWN_MAX) }];
      }),
    );
}

/** The lines of a run that the service wrote itself, as structured log. */
export function countLogLines(text: string): number {
  return stripVTControlCharacters(text)
    .split("\n")
    .filter((line) => /^\s*\{"event":/.test(line)).length;
}
