// The examples of the client's README, as one module: they run in its order on a real service.
import { execFile } from "node:child_process";
import { symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root, textOf } from "../tidy/tree.ts";
import { type InstalledPackage, installPackage } from "./installed-package.ts";
import { PASSWORD, registerMember, useService } from "./service.ts";

const run = promisify(execFile);
const service = useService();
const blocks = [...textOf("packages/client/README.md").matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)];
const blocksOf = (language: string) =>
  blocks.filter(([, name]) => name === language).map(([, , text = ""]) => text);
const example = blocksOf("ts").join("\n");

/** What a browser adds for a page of the service: its own address, and the Origin header. */
const AS_PAGE = `
const base = process.argv.at(-1);
const send = globalThis.fetch;
globalThis.Request = class extends Request {
  constructor(input, init) {
    super(typeof input === "string" && input.startsWith("/") ? base + input : input, init);
  }
};
globalThis.fetch = (request) => {
  request.headers.set("Origin", base);
  return send(request);
};
`;

let installed: InstalledPackage;

beforeAll(async () => {
  installed = await installPackage();
  const { folder } = installed;
  symlinkSync(path.join(root, "node_modules/@types"), path.join(folder, "node_modules/@types"));
  writeFileSync(path.join(folder, "package.json"), '{"type":"module"}');
  writeFileSync(path.join(folder, "as-page.js"), AS_PAGE);
});
afterAll(() => installed?.remove());

describe("the examples of the client's README", () => {
  it("compile", async () => {
    writeFileSync(path.join(installed.folder, "readme.ts"), example);
    const compilerOptions = {
      target: "ES2022",
      lib: ["ES2022", "DOM"],
      module: "NodeNext",
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      types: ["node"],
    };
    const config = JSON.stringify({ compilerOptions, files: ["readme.ts"] });
    writeFileSync(path.join(installed.folder, "tsconfig.json"), config);
    const manifest = createRequire(import.meta.url).resolve("typescript/package.json");
    const tsc = path.join(path.dirname(manifest), "bin/tsc");
    const errors = await run(process.execPath, [tsc, "--project", installed.folder]).then(
      () => "",
      (error: { stdout: string }) => error.stdout,
    );
    expect(errors).toBe("");
  });

  it("write what the README shows, and pay once", async () => {
    const [payer, payee] = [await registerMember(service.url), await registerMember(service.url)];
    const own = [
      ["https://wallet.example", service.url],
      ["+967771234567", payer.phone],
      ["+967711234567", payee.phone],
      ["correct horse, seven rials", PASSWORD],
    ].reduce((text, [name = "", value = ""]) => {
      expect(text).toContain(name);
      return text.replaceAll(name, value);
    }, example);
    const file = path.join(installed.folder, "readme-run.ts");
    writeFileSync(file, own);
    const page = path.join(installed.folder, "as-page.js");
    const { stdout } = await run(process.execPath, ["--import", page, file, service.url]);
    expect(stdout).toBe(blocksOf("text").join(""));
    const { data } = await payee.client.GET("/v1/wallets");
    expect(data?.data[0]?.balance).toBe("110.00");
    await service.prove();
  });

  it("are more than a few", () => {
    expect(blocksOf("ts").length).toBeGreaterThan(7);
    expect(blocksOf("text").length).toBe(blocksOf("ts").length);
  });
});
