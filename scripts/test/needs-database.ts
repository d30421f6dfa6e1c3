const WITHOUT_DATABASE = /^(\.\/)?tests\/(unit|tidy)(\/|$)/;

/**
 * Whether the tests that vitest's arguments choose need Postgres: all do, unless each file filter names
 * tests/unit or tests/tidy. An argument after an option may be its value, so it counts only as such a path.
 */
export function needsDatabase(args: readonly string[]): boolean {
  const filters = args.filter((arg, i) => {
    if (arg.startsWith("-")) return false;
    return !args[i - 1]?.startsWith("-") || WITHOUT_DATABASE.test(arg);
  });
  return filters.length === 0 || filters.some((filter) => !WITHOUT_DATABASE.test(filter));
}
