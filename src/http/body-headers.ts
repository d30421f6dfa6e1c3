// Forms of RFC 9110 §5.6: token, quoted-string, and a parameter with its blanks. Each pattern is
// sticky and leaves no choice to the matcher, so that reading takes time linear in the length.
const TOKEN = "[\\w!#$%&'*+.^`|~-]+";
const QUOTED = '"(?:[^"\\\\]|\\\\.)*"';
const ESSENCE = new RegExp(`${TOKEN}/${TOKEN}`, "y");
const BLANKS = /[ \t]*/y;
const PARAMETER = new RegExp(`(${TOKEN})=(${TOKEN}|${QUOTED})`, "y");

// The label of WHATWG's Encoding Standard beside the name of IANA: both mean UTF-8.
const UTF_8 = new Set(["utf-8", "utf8"]);

/** Reads a pattern at a position of the text; null when it does not stand there. */
function take(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const skipBlanks = (text: string, at: number): number =>
  at + (take(BLANKS, text, at)?.[0].length ?? 0);

function unquoted(value: string): string {
  return value.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/g, "$1") : value;
}

/**
 * Whether a Content-Type is `application/json` in UTF-8. Other parameters mean nothing for JSON and
 * are ignored; another charset is refused, and so is a value that is not of the standard's form.
 * Sources: RFC 9110 §8.3.1, RFC 8259 §8.1 and §11.
 */
export function isJsonInUtf8(contentType: string): boolean {
  const essence = take(ESSENCE, contentType, 0);
  if (essence?.[0].toLowerCase() !== "application/json") return false;
  let at = skipBlanks(contentType, essence[0].length);
  while (contentType[at] === ";") {
    at = skipBlanks(contentType, at + 1);
    const parameter = take(PARAMETER, contentType, at);
    if (!parameter) continue;
    const [text, name = "", value = ""] = parameter;
    const isCharset = name.toLowerCase() === "charset";
    if (isCharset && !UTF_8.has(unquoted(value).toLowerCase())) return false;
    at = skipBlanks(contentType, at + text.length);
  }
  return at === contentType.length;
}

/**
 * Whether a Content-Encoding leaves the body as it is: absent, empty or `identity`, which older
 * clients send. Source: RFC 9110 §8.4.1 and §12.5.3.
 */
export function isUncompressed(contentEncoding: string): boolean {
  return contentEncoding
    .split(",")
    .every((coding) => ["", "identity"].includes(coding.trim().toLowerCase()));
}
