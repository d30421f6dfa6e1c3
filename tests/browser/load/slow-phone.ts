import type { Page } from "@playwright/test";

/** A phone of the lower middle class on a mobile network that older tools call "fast 3G". */
const CPU_SLOWDOWN = 4;
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};

/** Makes a page as slow as such a phone. Source: Lighthouse, "Slow 4G" (formerly "Fast 3G"). */
export async function asSlowPhone(page: Page): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  await browser.send("Network.enable");
  await browser.send("Network.emulateNetworkConditions", NETWORK);
  await browser.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
}
