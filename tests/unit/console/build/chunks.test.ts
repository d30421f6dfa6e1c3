import { describe, expect, it } from "vitest";
import { startChunk } from "../../../../console/build/chunks.ts";

const at = (name: string) => `/checkout/console/${name}`;

/** Who imports whom at once; what is imported later is in no list. */
const IMPORTERS: Readonly<Record<string, readonly string[]>> = {
  "src/begin.ts": ["index.html", "src/desk.tsx"],
  "src/person.tsx": ["index.html"],
  "src/desk.tsx": ["desk.html"],
  "src/api/early.ts": ["src/begin.ts", "src/ui/page.tsx"],
  "src/app/app.tsx": ["src/person.tsx"],
  "src/desk/gate.tsx": ["src/desk.tsx"],
  "src/ui/page.tsx": ["src/app/app.tsx", "src/desk/gate.tsx"],
  // Two modules that import one another.
  "src/i18n/words.ts": ["src/ui/page.tsx", "src/i18n/language.ts"],
  "src/i18n/language.ts": ["src/i18n/words.ts"],
  "src/pages/home/home-page.tsx": [],
  "src/pages/home/words.ts": ["src/pages/home/home-page.tsx"],
  "src/ui/row.tsx": ["src/pages/home/words.ts", "src/desk/gate.tsx"],
  "src/styles/home.css": ["src/pages/home/home-page.tsx"],
  "src/pages/front-pages.ts": [],
  "src/login/login-page.tsx": ["src/pages/front-pages.ts", "src/desk/gate.tsx"],
  "src/pages/send/send-page.tsx": [],
  "src/styles/send.css": ["src/pages/send/send-page.tsx"],
  "src/pages/funding/deposit-page.tsx": [],
  "src/pay/review.tsx": ["src/pages/send/send-page.tsx", "src/pages/funding/deposit-page.tsx"],
  "src/styles/review.css": ["src/pay/review.tsx"],
  "src/ui/dialog.tsx": ["src/pages/send/send-page.tsx", "src/desk/gate.tsx"],
  "src/pages/holds/hold-page.tsx": [],
};

type Context = Parameters<typeof startChunk>[1];

const context = {
  getModuleInfo: (id: string) => {
    const importers = IMPORTERS[id.replace(at(""), "")];
    return importers ? { importers: importers.map(at) } : null;
  },
} as Context;

const chunkOf = (name: string) => startChunk(at(name), context);

describe("startChunk", () => {
  it.each([
    ["begin", "src/begin.ts"],
    ["begin", "src/api/early.ts"],
    ["core", "src/ui/page.tsx"],
    ["core", "src/i18n/words.ts"],
    ["core", "src/i18n/language.ts"],
    ["start", "src/person.tsx"],
    ["start", "src/app/app.tsx"],
    ["home", "src/pages/home/home-page.tsx"],
    ["home", "src/pages/home/words.ts"],
    ["home", "src/styles/home.css"],
    // What home and the desk share is not a reason for an operator to load home.
    ["core", "src/ui/row.tsx"],
    ["front", "src/login/login-page.tsx"],
    ["next", "src/pay/review.tsx"],
    ["next", "src/styles/review.css"],
    ["both", "src/ui/dialog.tsx"],
  ])("puts into the chunk %s what its roots need: %s", (chunk, name) => {
    expect(chunkOf(name)).toBe(chunk);
  });

  it.each([
    "src/desk.tsx",
    "src/desk/gate.tsx",
    "src/pages/send/send-page.tsx",
    "src/styles/send.css",
    "src/pages/holds/hold-page.tsx",
    "index.html",
  ])("leaves %s to the bundler", (name) => {
    expect(chunkOf(name)).toBeNull();
  });

  it("puts what loads later code into what both apps start with", () => {
    expect(startChunk("\0vite/preload-helper.js", context)).toBe("core");
  });
});
