import type { Page } from "@playwright/test";

/** What a page asked the service for, and how long each took. */
export interface Asked {
  readonly path: string;
  readonly ms: number;
}

export interface View {
  readonly ms: number;
  readonly requests: readonly Asked[];
}

/** Notes the requests of a page until it is asked for them; then begins again. */
export function noteRequests(page: Page): () => Asked[] {
  let asked: Asked[] = [];
  page.on("requestfinished", (request) => {
    const { responseEnd } = request.timing();
    asked.push({ path: new URL(request.url()).pathname, ms: Math.round(responseEnd) });
  });
  return () => {
    const all = asked;
    asked = [];
    return all;
  };
}

const SEEN = "first view: ";

/**
 * The next first view of a page, in milliseconds from the start of a navigation to the data. The page
 * itself tells it, by a line in its console: code that a test sends into a page while it starts takes
 * time of its own.
 */
export async function firstViews(page: Page, data: string): Promise<() => Promise<number>> {
  await page.addInitScript(
    ([selector, name]) => {
      const look = () => {
        // A frame later what was found has been painted.
        if (document.querySelector(selector)) {
          requestAnimationFrame(() => console.debug(`${name}${performance.now()}`));
        } else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    },
    [data, SEEN] as const,
  );
  return async () => {
    const line = await page.waitForEvent("console", (message) => message.text().startsWith(SEEN));
    return Math.round(Number(line.text().slice(SEEN.length)));
  };
}

/** Milliseconds from a click in the running app to the data. */
export async function openedMs(page: Page, link: string, data: string): Promise<number> {
  const ms = await page
    .locator(link)
    .first()
    .evaluate(
      (element, selector) =>
        new Promise<number>((resolve) => {
          const start = performance.now();
          const look = () => {
            if (document.querySelector(selector)) {
              requestAnimationFrame(() => resolve(performance.now() - start));
            } else requestAnimationFrame(look);
          };
          (element as HTMLElement).click();
          requestAnimationFrame(look);
        }),
      data,
    );
  return Math.round(ms);
}

/** The middle one of an odd number of views. */
export function medianOf(views: readonly View[]): View {
  const sorted = [...views].sort((one, other) => one.ms - other.ms);
  const median = sorted[Math.floor(sorted.length / 2)];
  if (!median) throw new Error("there is no view");
  return median;
}
