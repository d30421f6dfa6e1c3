import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type { AxeResults } from "axe-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The rules of WCAG 2.2 up to AA, and axe's own best practices. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Fails for what axe calls serious or critical, and for text or boxes that leave the screen. */
export async function expectAccessible(page: Page): Promise<void> {
  // A page that changes in place has it already.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(AXE);
  const results = (await page.evaluate(
    (tags) =>
      (globalThis as unknown as { axe: { run(o: unknown): Promise<unknown> } }).axe.run({
        runOnly: { type: "tag", values: tags },
        // Of all else it lists one element of each rule.
        resultTypes: ["violations"],
      }),
    RULES,
  )) as AxeResults;
  const serious = results.violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  expect(serious, `axe on ${page.url()}`).toEqual([]);
  await expectNothingCut(page);
}

/** No page scrolls sideways, and no text leaves a box that hides or clips what leaves it. */
export async function expectNothingCut(page: Page): Promise<void> {
  const cut = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const found = scrollWidth > clientWidth ? [`the page is ${scrollWidth} of ${clientWidth}`] : [];
    const hides = (overflow: string) => overflow === "hidden" || overflow === "clip";
    const leaves = (text: DOMRect, box: DOMRect, style: CSSStyleDeclaration) =>
      (hides(style.overflowX) && (text.left < box.left - 1 || text.right > box.right + 1)) ||
      (hides(style.overflowY) && (text.top < box.top - 4 || text.bottom > box.bottom + 4));
    const isCut = (text: DOMRect, parent: Element | null): boolean => {
      for (let box = parent; box && box !== document.body; box = box.parentElement) {
        const style = getComputedStyle(box);
        // Hidden from the eye on purpose, or the reader can scroll to it.
        if (style.clipPath !== "none" || /auto|scroll/.test(style.overflowX)) return false;
        if (leaves(text, box.getBoundingClientRect(), style)) return true;
      }
      return false;
    };
    for (const input of document.querySelectorAll<HTMLInputElement>("input:not([type=checkbox])")) {
      if (input.checkVisibility() && input.scrollWidth > input.clientWidth + 1) {
        found.push(input.outerHTML);
      }
    }
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const parent = node.parentElement;
      if (!node.nodeValue?.trim() || !parent?.checkVisibility({ visibilityProperty: true }))
        continue;
      if (parent.closest("svg, select, meter")) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      if (isCut(range.getBoundingClientRect(), parent)) found.push(parent.outerHTML);
    }
    return found;
  });
  expect(cut, `cut text on ${page.url()}`).toEqual([]);
}
