import { describe, expect, it } from "vitest";
import { startChunk } from "../../../../console/build/chunks.ts";

const at = (name: string) => `/checkout/console/${name}`;

/** Who imports whom at once; what is imported later is in no list. */
const IMPORTERS: Readonly<Record<string, readonly string[]>> = {
  "src/person.tsx": ["index.html"],
  "src/desk.tsx": ["desk.html"],
  "src/app/app.tsx": ["src/person.tsx"],
  "src/desk/gate.tsx": ["src/desk.tsx"],
  "src/ui/page.tsx": ["src/app/app.tsx", "src/desk/gate.tsx"],
  // Two modules that import one another.
  "src/i18n/words.ts": ["src/ui/page.tsx", "src/i18n/language.ts"],
  "src/i18n/language.ts": ["src/i18n/words.ts"],
  "src/pages/send/send-page.tsx": [],
  "src/styles/base.css": ["src/app/app.tsx"],
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
  it("puts what both apps start with into one chunk", () => {
    expect(chunkOf("src/ui/page.tsx")).toBe("core");
    expect(chunkOf("src/i18n/words.ts")).toBe("core");
    expect(chunkOf("src/i18n/language.ts")).toBe("core");
  });

  it("puts what only the people's app starts with into another one", () => {
    expect(chunkOf("src/app/app.tsx")).toBe("start");
  });

  it("leaves the entries, the desk, later pages and styles to the bundler", () => {
    for (const name of [
      "src/person.tsx",
      "src/desk.tsx",
      "src/desk/gate.tsx",
      "src/pages/send/send-page.tsx",
      "src/styles/base.css",
    ]) {
      expect(chunkOf(name)).toBeNull();
    }
  });
});
