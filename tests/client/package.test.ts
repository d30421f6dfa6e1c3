import { execFile } from "node:child_process";
import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root, textOf } from "../tidy/tree.ts";
import { type InstalledPackage, installPackage } from "./installed-package.ts";
import { findRuntimes } from "./runtimes.ts";
import { PASSWORD, registerMember, useService } from "./service.ts";

const run = promisify(execFile);
const service = useService();
const manifest = JSON.parse(textOf("packages/client/package.json"));
let installed: InstalledPackage;

beforeAll(async () => {
  installed = await installPackage();
});
afterAll(() => installed?.remove());

describe("what npm packs", () => {
  it("is JavaScript with types, the manifest and the README, and nothing else", () => {
    const sources = installed.files.filter((file) => !/^dist\/[a-z-]+\.(js|d\.ts)$/.test(file));
    expect(sources.sort()).toEqual(["README.md", "package.json"]);
    for (const file of installed.files.filter((file) => file.endsWith(".js"))) {
      expect(installed.files).toContain(file.replace(/\.js$/, ".d.ts"));
    }
  });

  it("has what its exports name, and one dependency", () => {
    const { types, default: code } = manifest.exports["."];
    const packed = installed.files.map((file) => `./${file}`);
    expect(packed).toEqual(expect.arrayContaining([types, code]));
    expect(Object.keys(manifest.dependencies)).toEqual(["openapi-fetch"]);
    expect(manifest).toMatchObject({ type: "module", sideEffects: false, license: "MIT" });
  });

  it("can be published: it has no dependency on this repository", () => {
    const folder = path.join(installed.folder, "node_modules/@mahfaza/client/dist");
    const files = installed.files.filter((file) => file.startsWith("dist/"));
    const specifiers = files.flatMap((file) => {
      const text = readFileSync(path.join(folder, path.basename(file)), "utf8");
      return [...text.matchAll(/^(?:import|export)[^;]*? from "([^"]+)";$/gm)].map(
        ([, name]) => name,
      );
    });
    const others = specifiers.filter((name) => !/^\.\/[a-z-]+\.(js|ts)$/.test(name ?? ""));
    expect(new Set(others)).toEqual(new Set(["openapi-fetch"]));
  });
});

describe("the size of the client", () => {
  const SIZE_MAX = 15_000;

  it(`is below ${SIZE_MAX} bytes, minified and compressed with all that it imports`, async () => {
    const code = await bundle(path.join(root, "packages/client/src/index.ts"));
    expect(code).toContain("Idempotency-Key");
    const { length } = gzipSync(code, { level: 9 });
    expect(length).toBeLessThan(SIZE_MAX);
    // A bundle without openapi-fetch or without the client would be smaller than this.
    expect(length).toBeGreaterThan(SIZE_MAX / 3);
  });
});

async function bundle(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      minify: true,
      target: "es2022",
      lib: { entry, formats: ["es"] },
      rolldownOptions: { external: [] },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !("output" in output)) throw new Error("the client was not bundled");
  return output.output.map((file) => ("code" in file ? file.code : "")).join("");
}

describe("an installed package", () => {
  const tools = createRequire(path.join(root, "packages/client/package.json"));
  const compilers = {
    "TypeScript 5": tools.resolve("typescript/package.json"),
    "TypeScript 7": createRequire(import.meta.url).resolve("typescript/package.json"),
  };
  const CONSUMER = `
import { createClient, money, type Wallet } from "@mahfaza/client";
const client = createClient({ baseUrl: "https://wallet.example" });
export async function pay(to_phone: string): Promise<string> {
  const body = { amount: money("1", "YEM"), currency: "YEM", to_phone };
  const { data, error } = await client.POST("/v1/transfers", { body });
  if (error) return error.code satisfies string;
  return data.status;
}
export const total = (wallet: Wallet): string => wallet.balance;
// @ts-expect-error a number is no amount
void client.POST("/v1/deposits", { body: { amount: 1 } });
`;

  describe.each(Object.entries(compilers))("compiles with %s", (_, compiler) => {
    it.each(["NodeNext", "Bundler"])(
      "resolved as %s does",
      async (moduleResolution) => {
        const { folder } = installed;
        const module = moduleResolution === "Bundler" ? "ESNext" : moduleResolution;
        const target = { target: "ES2022", lib: ["ES2022", "DOM"], types: [], noEmit: true };
        const compilerOptions = { ...target, module, moduleResolution, strict: true };
        writeFileSync(path.join(folder, "package.json"), '{"type":"module"}');
        writeFileSync(path.join(folder, "consumer.ts"), CONSUMER);
        const config = { compilerOptions, files: ["consumer.ts"] };
        writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify(config));
        const tsc = path.join(path.dirname(compiler), "bin/tsc");
        const errors = await run(process.execPath, [tsc, "--project", folder]).then(
          () => "",
          (error: { stdout: string }) => error.stdout,
        );
        expect(errors).toBe("");
      },
      60_000,
    );
  });

  const runtimes = findRuntimes();

  it("is tried on this Node, and on Node 20 where CI runs", () => {
    const majors = runtimes.map(({ major }) => major);
    expect(majors).toContain(Number(process.versions.node.split(".")[0]));
    if (process.env.CI === "true") expect(majors).toContain(20);
  });

  it.each(runtimes)(
    "pays once on Node $major although the answer is lost",
    async ({ file, major }) => {
      const { phone, client } = await registerMember(service.url);
      const script = path.join(installed.folder, "on-node.js");
      if (!existsSync(script)) copyFileSync(path.join(root, "tests/client/on-node.js"), script);
      writeFileSync(path.join(installed.folder, "package.json"), '{"type":"module"}');
      const { stdout } = await run(file, [script, service.url, phone, PASSWORD]);
      expect(JSON.parse(stdout)).toEqual({
        node: expect.stringMatching(new RegExp(`^${major}\\.`)),
        amount: "7.00",
        isReplay: true,
        types: ["TRANSFER", "DEPOSIT"],
      });
      const { data } = await client.GET("/v1/wallets");
      expect(data?.data.map(({ balance }) => balance).sort()).toEqual(["7.00", "93.00"]);
      await service.prove();
    },
  );
});
