import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type { AxeResults } from "axe-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The rules of WCAG 2.2 up to AA, and axe's own best practices. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Fails for what axe calls serious or critical, and for text or boxes that leave the screen. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(AXE);
  const results = (await page.evaluate(
    (tags) =>
      (globalThis as unknown as { axe: { run(o: unknown): Promise<unknown> } }).axe.run({
        runOnly: { type: "tag", values: tags },
      }),
    RULES,
  )) as AxeResults;
  const serious = results.violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  expect(serious, `axe on ${page.url()}`).toEqual([]);
  await expectNothingCut(page);
}

/** No page scrolls sideways, and no text is wider than the box that hides the rest of it. */
export async function expectNothingCut(page: Page): Promise<void> {
  const cut = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const found = scrollWidth > clientWidth ? [`the page is ${scrollWidth} of ${clientWidth}`] : [];
    for (const element of document.querySelectorAll<HTMLElement>("body *")) {
      const { overflowX, clipPath } = getComputedStyle(element);
      const hides = overflowX === "hidden" || overflowX === "clip";
      if (!hides || clipPath !== "none" || element.childElementCount > 0) continue;
      if (element.scrollWidth > element.clientWidth + 1) found.push(element.outerHTML);
    }
    return found;
  });
  expect(cut, `cut text on ${page.url()}`).toEqual([]);
}
