import { SECURITY_HEADERS } from "../middleware/security-headers.ts";

/** The two apps of the console: of people and of operators. Each has an HTML file of its own. */
export type ConsoleApp = "index" | "desk";

/** The path of an app's HTML among the static files. */
export const fileOf = (app: ConsoleApp): string => `/app/${app}.html`;

const policyOf = (directives: Readonly<Record<string, string>>): string =>
  Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join("; ");

/**
 * The page loads only files of its own origin and calls only its own API. Text becomes HTML or code
 * nowhere, except through the one policy of the console's own scripts. Source: W3C, Trusted Types.
 */
const PAGE_POLICY = policyOf({
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self' data:",
  "font-src": "'self'",
  "connect-src": "'self'",
  "manifest-src": "'self'",
  "worker-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "frame-ancestors": "'none'",
  "require-trusted-types-for": "'script'",
  "trusted-types": "mahfaza",
});

/** A service worker obeys the policy of its own file; a sandbox would take its origin away. */
const SERVICE_WORKER_POLICY = policyOf({
  "default-src": "'none'",
  "script-src": "'self'",
  "connect-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "frame-ancestors": "'none'",
});

/** Features of the browser that the console uses, and those that no script of it may ask for. */
const USED = ["clipboard-write", "publickey-credentials-create", "publickey-credentials-get"];
const UNUSED = [
  "accelerometer",
  "autoplay",
  "browsing-topics",
  "camera",
  "clipboard-read",
  "display-capture",
  "encrypted-media",
  "fullscreen",
  "gamepad",
  "geolocation",
  "gyroscope",
  "hid",
  "idle-detection",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "otp-credentials",
  "payment",
  "picture-in-picture",
  "screen-wake-lock",
  "serial",
  "storage-access",
  "usb",
  "window-management",
  "xr-spatial-tracking",
];
const PERMISSIONS = [
  ...USED.map((feature) => `${feature}=(self)`),
  ...UNUSED.map((feature) => `${feature}=()`),
].join(", ");

/**
 * With `no-referrer` a browser sends `Origin: null` for a request in the mode "same-origin", and the
 * refresh cookie needs the origin (refresh-cookie.ts). Other origins get no referrer either way.
 */
const OWN_REFERRER = { "Referrer-Policy": "same-origin" };

/** The headers of an app's HTML: it is never cached, because it names the scripts of one build. */
export function pageHeaders(app: ConsoleApp): Readonly<Record<string, string>> {
  return {
    ...SECURITY_HEADERS,
    ...OWN_REFERRER,
    "Content-Security-Policy": PAGE_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": PERMISSIONS,
    ...(app === "desk" && { "X-Robots-Tag": "noindex, nofollow" }),
  };
}

/** The headers of the service worker's file: a browser asks whether it has changed. */
export const SERVICE_WORKER_HEADERS: Readonly<Record<string, string>> = {
  ...SECURITY_HEADERS,
  ...OWN_REFERRER,
  "Content-Security-Policy": SERVICE_WORKER_POLICY,
  "Cache-Control": "no-cache",
};

const NOT_BUILT = "The console is not built. Run `npm run build:console`.\n";

/**
 * Answers with an app's HTML, which is among the static files; 503 when nobody has built the
 * console. The address of the file itself leads nobody there: wrangler.toml sends it to the Worker.
 */
export async function consolePage(
  { ASSETS: files }: Partial<Pick<Env, "ASSETS">>,
  { app, url, status }: { readonly app: ConsoleApp; readonly url: string; readonly status: number },
): Promise<Response> {
  const file = await files?.fetch(new URL(fileOf(app), url));
  if (!file?.ok) {
    await file?.body?.cancel();
    const headers = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" };
    return new Response(NOT_BUILT, { status: 503, headers });
  }
  const headers = { ...pageHeaders(app), "Content-Type": "text/html; charset=utf-8" };
  return new Response(file.body, { status, headers });
}
