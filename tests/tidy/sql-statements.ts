/** One statement of a migration. */
export interface SqlStatement {
  /** In capitals, without comments and quotes of names, one blank between words, literals as ''. */
  readonly text: string;
  /** The comment lines that open it. */
  readonly comments: readonly string[];
}

// A comment, a literal or a dollar-quoted body; the rest of the text stays.
const TOKENS = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|\$(\w*)\$([\s\S]*?)\$\1\$/g;

/** The statements of a migration's file, including those inside DO blocks. */
export function statementsOf(file: string): SqlStatement[] {
  return file.split("--> statement-breakpoint").flatMap((chunk) => {
    const comments = chunk
      .trim()
      .split("\n")
      .filter((_, i, lines) => lines.slice(0, i + 1).every((each) => /^(--|\s*$)/.test(each)));
    return plainStatements(chunk).map((text) => ({ text, comments }));
  });
}

function plainStatements(sql: string): string[] {
  const bodies: string[] = [];
  const isBlock = /^\s*(--[^\n]*\n\s*)*DO\b/i.test(sql);
  const plain = sql.replace(TOKENS, (token, _tag, body) => {
    // A function's body does not run now; a DO block's body does.
    if (body !== undefined && isBlock) bodies.push(body);
    return token.startsWith("--") || token.startsWith("/*") ? " " : "''";
  });
  const own = plain
    .split(";")
    .map((text) => text.replaceAll('"', "").replace(/\s+/g, " ").trim().toUpperCase())
    .filter((text) => text !== "");
  return [...own, ...bodies.flatMap(plainStatements)];
}

/** Splits at the commas outside parentheses. */
export function splitAtCommas(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (const [i, letter] of [...text].entries()) {
    if (letter === "(") depth++;
    if (letter === ")") depth--;
    if (letter !== "," || depth > 0) continue;
    parts.push(text.slice(start, i).trim());
    start = i + 1;
  }
  return [...parts, text.slice(start).trim()];
}
