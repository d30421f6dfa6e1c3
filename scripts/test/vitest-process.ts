// One run of vitest in a process of its own. Its report goes to file descriptor 3; what tests and the
// Worker write by themselves goes to stdout and stderr, which scripts/test/run-vitest.ts keeps in a log.
import { createWriteStream } from "node:fs";
import { parseCLI, startVitest } from "vitest/node";
import { CompactReporter } from "./compact-reporter.ts";

const REPORT_FD = 3;
const report = createWriteStream("", { fd: REPORT_FD });

const { filter, options: parsed } = parseCLI(["vitest", "run", ...process.argv.slice(2)]);
const compact = new CompactReporter({
  log: (text) => process.stdout.write(text),
  show: (text) => report.write(text),
  isTerminal: process.env.MAHFAZA_TEST_TERMINAL === "1",
});
// vitest would put a reporter of the command line in place of ours, which counts.
const { reporter, ...options } = parsed;
const chosen = [reporter ?? []].flat();
await startVitest(
  filter,
  { ...options, watch: false, reporters: [...chosen, compact] },
  {},
  { stdout: report, stderr: report },
);
process.send?.(compact.counts);
await new Promise((resolve) => report.end(resolve));
process.exit();
