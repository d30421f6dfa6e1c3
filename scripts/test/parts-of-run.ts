/**
 * The arguments of each run of vitest for these arguments. A whole run is two: the tests inside workerd
 * keep one thread busy, and most of the others wait for processes that they start. Each part has a
 * Postgres of its own, because tests of both lock and change whole tables.
 */
export function partsOf(args: readonly string[]): readonly (readonly string[])[] {
  if (args.length > 0) return [args];
  return [
    ["--project", "workers"],
    ["--project", "node", "--project", "unit", "--project", "scripts"],
  ];
}
