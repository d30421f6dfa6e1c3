import { test as base, expect, type Page, type Request } from "@playwright/test";

/** What went wrong in the pages of a test without a test asking for it. */
export interface Watch {
  /** Answers that a test provokes: the browser reports each one as an error of its console. */
  expectStatus(...statuses: number[]): void;
  /** The test takes the network away. */
  expectOffline(): void;
  /** The test puts code into a page, which the page's policy refuses. */
  expectRefusedCode(): void;
}

interface Fixtures {
  readonly watch: Watch;
}

const RESOURCE = /Failed to load resource: (?:the server responded with a status of (\d+)|net::)/;
/** Where a test keeps the service worker away, so that it can hold requests back. */
const BLOCKED_BY_TEST = "Service Worker registration blocked by Playwright";
const REFUSED_CODE = /Content Security Policy|TrustedHTML|TrustedScript|Trusted ?Type/;

/** The requests of each page to the API that have no answer yet. */
const underWay = new WeakMap<Page, Set<Request>>();

function follow(page: Page): void {
  const open = new Set<Request>();
  underWay.set(page, open);
  page.on("request", (request) => {
    // A new document: what the one before it asked for is not answered any more.
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) open.clear();
    if (new URL(request.url()).pathname.startsWith("/v1/")) open.add(request);
  });
  page.on("requestfinished", (request) => open.delete(request));
  page.on("requestfailed", (request) => open.delete(request));
}

/** Waits until a page has the answers to all that it asked for. */
export async function quiet(page: Page): Promise<void> {
  await expect.poll(() => underWay.get(page)?.size).toBe(0);
}

/**
 * Each test fails for an error in a page's console, an uncaught exception, or a request to another
 * origin, in any of its pages.
 */
export const test = base.extend<Fixtures>({
  watch: [
    async ({ context, baseURL }, use) => {
      const found: string[] = [];
      const expected = new Set<number>();
      let [isOffline, isCodeRefused] = [false, false];
      const own = new URL(baseURL ?? "").origin;
      context.on("page", follow);
      context.on("console", (message) => {
        if (message.type() !== "error" && message.type() !== "warning") return;
        if (message.text() === BLOCKED_BY_TEST) return;
        const match = RESOURCE.exec(message.text());
        const isExpected = match && (match[1] ? expected.has(Number(match[1])) : isOffline);
        if (isCodeRefused && REFUSED_CODE.test(message.text())) return;
        if (!isExpected) found.push(`console: ${message.text()} (${message.location().url})`);
      });
      context.on("weberror", (error) => found.push(`exception: ${error.error().message}`));
      context.on("request", (request) => {
        const url = new URL(request.url());
        const isOwn = url.origin === own || url.protocol === "data:" || url.protocol === "blob:";
        if (!isOwn) found.push(`request to ${url.origin}`);
      });
      await use({
        expectStatus: (...statuses) => {
          for (const status of statuses) expected.add(status);
        },
        expectOffline: () => {
          isOffline = true;
        },
        expectRefusedCode: () => {
          isCodeRefused = true;
        },
      });
      expect(found).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect, type Page };
