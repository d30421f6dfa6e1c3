import path from "node:path";
import { defineConfig } from "vite";
import { startChunk } from "./build/chunks.ts";
import { firstScript } from "./build/first-script.ts";
import { fonts } from "./build/fonts.ts";
import { serviceWorker } from "./build/service-worker.ts";

/** Where `npm run dev:console` finds the API: a running `npm start`. */
const api = process.env.API ?? "http://127.0.0.1:8787";

/** The API answers with its own origin in mind: the cookie of a session is refused to others. */
const toApi = { target: api, changeOrigin: true, headers: { Origin: api } };

export default defineConfig({
  root: import.meta.dirname,
  resolve: {
    alias: {
      "@mahfaza/client": path.join(import.meta.dirname, "../packages/client/src/index.ts"),
    },
  },
  plugins: [fonts(), firstScript(), serviceWorker("../src/service-worker.ts")],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  server: { host: "localhost", proxy: { "/v1": toApi, "/docs": toApi, "/openapi.json": toApi } },
  build: {
    outDir: path.join(import.meta.dirname, "dist"),
    emptyOutDir: true,
    assetsDir: "app/assets",
    // The policy of the page allows no data: address, except of an image.
    assetsInlineLimit: 0,
    // The polyfill would be an inline script's work; every browser of the target has it.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        index: path.join(import.meta.dirname, "index.html"),
        desk: path.join(import.meta.dirname, "desk.html"),
      },
      output: {
        codeSplitting: {
          groups: [{ name: startChunk, debugName: "start", includeDependenciesRecursively: false }],
        },
      },
    },
  },
});
