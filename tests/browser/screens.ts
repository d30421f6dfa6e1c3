import path from "node:path";
import { test } from "@playwright/test";
import { expectAccessible, expectNothingCut } from "./accessible.ts";
import { expect, type Page } from "./fixtures.ts";

const FOLDER = path.join(import.meta.dirname, "../../test-results/browser/screens");

/** The narrowest screen on which nothing may be cut: WCAG 2.2, 1.4.10 Reflow. */
const NARROWEST = 320;

/**
 * Looks at what a page shows now: axe, cut text, and on a phone cut text at 320 px too. Keeps a
 * picture of it under its name.
 */
export async function look(page: Page, name: string): Promise<void> {
  await settle(page);
  await expectAccessible(page);
  const { name: project } = test.info().project;
  const file = path.join(FOLDER, project, `${name}.png`);
  await page.screenshot({ path: file, fullPage: true, animations: "disabled" });
  const size = page.viewportSize();
  if (!size || size.width > 500) return;
  await page.setViewportSize({ ...size, width: NARROWEST });
  await expectNothingCut(page);
  await page.setViewportSize(size);
}

/** What is still loading shows its shape, and a button that works is busy. */
async function settle(page: Page): Promise<void> {
  await expect(page.locator("h1").first()).toBeAttached();
  await expect(page.locator('.skeleton, [aria-busy="true"]')).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}
