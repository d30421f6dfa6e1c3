import type { UserConsoleLog } from "vitest";
import {
  MinimalReporter,
  type TestCase,
  type TestModule,
  type TestSpecification,
} from "vitest/node";

const LINE_MS = 20_000;
const STATUS_MS = 200;

/** What the reporter needs from the run around it. */
export interface ReporterPlaces {
  /** Everything that tests write to their console goes here. */
  log(text: string): void;
  /** The terminal, or a pipe. */
  show(text: string): void;
  readonly isTerminal: boolean;
}

/**
 * vitest's own report of what fails, with the console of the failing test; of what passes only a count,
 * as one line that is updated on a terminal and as a line now and then on a pipe.
 */
export class CompactReporter extends MinimalReporter {
  readonly counts = { passed: 0, failed: 0 };
  readonly #places: ReporterPlaces;
  #files = 0;
  #filesDone = 0;
  #shownAtMs = 0;

  constructor(places: ReporterPlaces) {
    super({ isTTY: places.isTerminal });
    this.#places = places;
  }

  override onTestRunStart(specifications: readonly TestSpecification[]): void {
    super.onTestRunStart(specifications);
    this.#files = specifications.length;
    this.#shownAtMs = Date.now();
  }

  override onTestCaseResult(test: TestCase): void {
    super.onTestCaseResult(test);
    const { state } = test.result();
    if (state === "passed") this.counts.passed++;
    if (state === "failed") this.counts.failed++;
    this.#progress();
  }

  override onTestModuleEnd(testModule: TestModule): void {
    this.#clear();
    super.onTestModuleEnd(testModule);
    this.#filesDone++;
    this.#progress();
  }

  override onUserConsoleLog(
    log: UserConsoleLog,
    taskState?: ReturnType<TestCase["result"]>["state"],
  ): void {
    // A second call, with the state, shows what a failed test wrote.
    if (taskState === undefined)
      this.#places.log(`${log.type} | ${this.#titleOf(log)}\n${log.content}`);
    super.onUserConsoleLog(log, taskState);
  }

  override reportSummary(...summary: Parameters<MinimalReporter["reportSummary"]>): void {
    this.#clear();
    super.reportSummary(...summary);
  }

  #titleOf({ taskId }: UserConsoleLog): string {
    const task = taskId === undefined ? undefined : this.ctx.state.idMap.get(taskId);
    return task ? this.getFullName(task, " > ") : "no test";
  }

  #progress(): void {
    const now = Date.now();
    const { isTerminal, show } = this.#places;
    if (now - this.#shownAtMs < (isTerminal ? STATUS_MS : LINE_MS)) return;
    this.#shownAtMs = now;
    const { passed, failed } = this.counts;
    const line = `${this.#filesDone} of ${this.#files} files, ${passed} passed, ${failed} failed`;
    show(isTerminal ? `\r\u001b[K  ${line}` : `${line}\n`);
  }

  #clear(): void {
    if (this.#places.isTerminal) this.#places.show("\r\u001b[K");
  }
}
