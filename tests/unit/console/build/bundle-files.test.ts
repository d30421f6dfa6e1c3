import { describe, expect, it } from "vitest";
import { type Bundle, filesOf } from "../../../../console/build/bundle-files.ts";

const chunk = (fileName: string, parts: object) => [
  fileName,
  { type: "chunk", fileName, moduleIds: [], facadeModuleId: null, imports: [], ...parts },
];
const styles = (...names: string[]) => ({ viteMetadata: { importedCss: new Set(names) } });
const at = (name: string) => `/checkout/console/src/${name}`;

const bundle = Object.fromEntries([
  chunk("person.js", { moduleIds: [at("person.tsx")], imports: ["core.js"], ...styles("a.css") }),
  // Two chunks that import one another.
  chunk("core.js", { imports: ["begin.js"], ...styles("b.css") }),
  chunk("begin.js", { moduleIds: [at("begin.ts")], imports: ["core.js"] }),
  // The module is in one chunk, and another one stands for it.
  chunk("home.js", { moduleIds: [at("pages/home.tsx")] }),
  chunk("home-page.js", { facadeModuleId: at("pages/home.tsx"), imports: ["home.js"] }),
  chunk("desk.js", { moduleIds: [at("desk.tsx")] }),
  ["index.html", { type: "asset", fileName: "index.html" }],
]) as unknown as Bundle;

const namesOf = (...modules: string[]) => {
  const { scripts, styles } = filesOf(bundle, modules);
  return { scripts: [...scripts].sort(), styles: [...styles].sort() };
};

describe("filesOf", () => {
  it("has the chunk of a module, what that imports, and their styles", () => {
    expect(namesOf("person.tsx")).toEqual({
      scripts: ["/begin.js", "/core.js", "/person.js"],
      styles: ["/a.css", "/b.css"],
    });
  });

  it("has the chunk that stands for a module too", () => {
    expect(namesOf("pages/home.tsx").scripts).toEqual(["/home-page.js", "/home.js"]);
  });

  it("has each file of several modules once, and no others", () => {
    expect(namesOf("begin.ts", "person.tsx").scripts).toEqual([
      "/begin.js",
      "/core.js",
      "/person.js",
    ]);
  });

  it("refuses a module that the bundle does not have", () => {
    expect(() => filesOf(bundle, ["gone.ts"])).toThrow("gone.ts");
  });
});
