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

const SEEN = "__seen";

/** From now on each new document of the page notes when the data first stands on the screen. */
export async function noteFirstView(page: Page, data: string): Promise<void> {
  await page.addInitScript(
    ([selector, name]) => {
      const look = () => {
        // A frame later what was found has been painted.
        if (document.querySelector(selector)) {
          requestAnimationFrame(() => Object.assign(window, { [name]: performance.now() }));
        } else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    },
    [data, SEEN] as const,
  );
}

/** Milliseconds from the start of the navigation to the data. */
export async function firstViewMs(page: Page): Promise<number> {
  const seen = await page.waitForFunction(
    (name) => (window as unknown as Record<string, number>)[name],
    SEEN,
  );
  return Math.round((await seen.jsonValue()) ?? Number.NaN);
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
