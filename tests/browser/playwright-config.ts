import path from "node:path";
import { defineConfig } from "@playwright/test";

const root = path.join(import.meta.dirname, "../..");

/** A screen, a language and colours in which the whole story is told. */
const looks = [
  { name: "phone-en-light", viewport: { width: 360, height: 740 }, locale: "en-GB" },
  { name: "phone-ar-dark", viewport: { width: 360, height: 740 }, locale: "ar-YE" },
  { name: "wide-ar-light", viewport: { width: 1280, height: 800 }, locale: "ar-YE" },
  { name: "wide-en-dark", viewport: { width: 1280, height: 800 }, locale: "en-GB" },
] as const;

const [first, , , wide] = looks;

const useOf = ({ name, viewport, locale }: (typeof looks)[number]) => ({
  viewport: { ...viewport },
  locale,
  colorScheme: name.endsWith("dark") ? ("dark" as const) : ("light" as const),
  hasTouch: name.startsWith("phone"),
});

export default defineConfig({
  testDir: import.meta.dirname,
  // Each run empties it; the pictures beside it stay until they are taken again.
  outputDir: path.join(root, "test-results/browser/failures"),
  // One service and two cores: more at once only wait for one another.
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  // They end a test that hangs. A busy machine needs ten times as long, and fails no test by that.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  // A green run is short: one line that changes on a terminal, a dot for each test in a log.
  reporter: process.stdout.isTTY && !process.env.CI ? "line" : "dot",
  use: {
    baseURL: process.env.CONSOLE_URL ?? "http://localhost:8787",
    timezoneId: "Asia/Aden",
    // So that contrast and places are those at the end of a motion.
    contextOptions: { reducedMotion: "reduce" },
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      // Chromium refuses its sandbox to root.
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    },
  },
  projects: [
    ...looks.map((look) => ({
      name: look.name,
      testMatch: "story/**/*.test.ts",
      use: useOf(look),
    })),
    { name: "faults", testMatch: "faults/**/*.test.ts", use: useOf(first) },
    { name: "desk", testMatch: "desk/**/*.test.ts", use: useOf(wide) },
    // The pictures of README: PICTURES=yes npm run test:browser -- --project pictures
    ...(process.env.PICTURES
      ? [{ name: "pictures", testMatch: "pictures/**/*.test.ts", use: useOf(first) }]
      : []),
    {
      name: "load",
      testMatch: "load/**/*.test.ts",
      use: useOf(first),
      // One after the other: nothing else of the tests is on the CPU whose time is measured.
      workers: 1,
      dependencies: [...looks.map(({ name }) => name), "faults", "desk"],
    },
  ],
});
