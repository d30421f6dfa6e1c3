import { allCurrencies } from "../../src/domain/currency.ts";

const COLUMNS = 14;

/** The text of packages/client/src/exponents.ts: currencies by the decimals of their minor unit. */
export function exponentsSource(): string {
  const byExponent = Map.groupBy(allCurrencies(), ({ exponent }) => exponent);
  const rows = [...byExponent]
    .sort(([a], [b]) => a - b)
    .map(([exponent, of]) => `  ${exponent}: ${listed(of.map(({ code }) => code))},\n`);
  return `// Made by \`npm run client:types\` from the service's currencies. Do not edit.

/** The codes of the currencies, by the decimals of their minor unit. */
export const CODES_BY_EXPONENT: Readonly<Record<number, string>> = {
${rows.join("")}};
`;
}

function listed(codes: readonly string[]): string {
  if (codes.length <= COLUMNS) return `"${codes.join(" ")}"`;
  const lines = Array.from({ length: Math.ceil(codes.length / COLUMNS) }, (_, index) =>
    codes.slice(index * COLUMNS, (index + 1) * COLUMNS).join(" "),
  );
  return `\`\n    ${lines.join("\n    ")}\n  \``;
}
