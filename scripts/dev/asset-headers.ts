import { SECURITY_HEADERS } from "../../src/http/middleware/security-headers.ts";
import {
  type ConsoleApp,
  fileOf,
  pageHeaders,
  SERVICE_WORKER_HEADERS,
} from "../../src/http/pages/console-page.ts";

/** Browsers ask whether a file has changed, unless its name changes with its content. */
const ASKED = { "Cache-Control": "public, no-cache" };
const FOR_EVER = { "Cache-Control": "public, max-age=31536000, immutable" };

const APPS: readonly ConsoleApp[] = ["index", "desk"];

/** The headers of every file, and what the rules after it set in their place. */
const EVERY_FILE: Readonly<Record<string, string>> = { ...SECURITY_HEADERS, ...ASKED };

/** A rule takes a header of the rule before it away first: the platform would join both values. */
function rule(path: string, headers: Readonly<Record<string, string>>): string[] {
  const other = Object.entries(headers).filter(([name, value]) => EVERY_FILE[name] !== value);
  return [
    path,
    ...other.filter(([name]) => name in EVERY_FILE).map(([name]) => `  ! ${name}`),
    ...other.map(([name, value]) => `  ${name}: ${value}`),
  ];
}

/**
 * The file `_headers` of the static files, which the platform serves without the Worker. The rules
 * of the console's HTML are a second lock: the Worker alone answers with it.
 */
export function assetHeaders(): string {
  return [
    "/*",
    ...Object.entries(EVERY_FILE).map(([name, value]) => `  ${name}: ${value}`),
    ...rule("/docs/assets/chunks/*", FOR_EVER),
    ...rule("/app/assets/*", FOR_EVER),
    ...APPS.flatMap((app) => rule(fileOf(app), pageHeaders(app))),
    ...rule("/sw.js", SERVICE_WORKER_HEADERS),
    "",
  ].join("\n");
}
