import { html } from "hono/html";
import { page } from "./page.ts";

/** The interactive reference (Scalar). Its scripts are assets of this service: it works offline. */
export const referencePage = page({
  title: "Mahfaza API reference",
  style: "/docs/reference.css",
  body: html`<div id="reference"></div>
<noscript><p class="notice">The reference needs JavaScript. The OpenAPI document is at <a href="/openapi.json">/openapi.json</a>.</p></noscript>`,
  head: html`<link rel="modulepreload" href="/docs/assets/standalone.esm.js">
<script type="module" src="/docs/init.js"></script>`,
});

/**
 * Starts Scalar. The import follows the setting of zod, which Scalar contains: zod would otherwise
 * try eval, which the page's policy refuses. `persistAuth` is off: a bearer token stays in the
 * page's memory.
 */
export const REFERENCE_INIT = `globalThis.__zod_globalConfig = { jitless: true };
const { createApiReference } = await import("/docs/assets/standalone.esm.js");
createApiReference("#reference", {
  url: "/openapi.json",
  authentication: { preferredSecurityScheme: "access_token" },
  persistAuth: false,
  telemetry: false,
  withDefaultFonts: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  hideClientButton: true,
  showDeveloperTools: "never",
  documentDownloadType: "json",
  modelsSectionLabel: "Schemas",
  defaultHttpClient: { targetKey: "shell", clientKey: "curl" },
  customCss: \`
    :root { --scalar-custom-header-height: 3rem; }
    .light-mode { --scalar-color-accent: #0b6157; }
    .dark-mode { --scalar-color-accent: #6cc7b8; }
  \`,
});
`;
