/** The details of an audit event as the service recorded them, one "name: value" each. */
export function detailLines(
  details: Readonly<Record<string, string | readonly string[]>>,
): readonly string[] {
  return Object.entries(details).map(
    ([name, value]) => `${name}: ${typeof value === "string" ? value : value.join(", ")}`,
  );
}
