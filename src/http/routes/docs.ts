import { z } from "zod";
import { validated } from "../middleware/validated.ts";
import { PROBLEMS_STYLE, REFERENCE_STYLE } from "../pages/docs-style.ts";
import { FAVICON } from "../pages/page.ts";
import { problemsPage } from "../pages/problems-page.ts";
import { REFERENCE_INIT, referencePage } from "../pages/reference-page.ts";
import { type ErrorCode, PROBLEMS } from "../problem.ts";
import { createRouter } from "../routing.ts";

const OWN_FILES_ALONE = {
  "default-src": "'none'",
  "style-src": "'self'",
  "img-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "frame-ancestors": "'none'",
};

const policyOf = (directives: Readonly<Record<string, string>>) => ({
  "Content-Security-Policy": Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join("; "),
});

const PAGE_HEADERS = policyOf(OWN_FILES_ALONE);

// Scalar runs its own modules, calls this API, and draws with inline styles and data: images.
const REFERENCE_HEADERS = policyOf({
  ...OWN_FILES_ALONE,
  "script-src": "'self'",
  "style-src": "'self' 'unsafe-inline'",
  "img-src": "'self' data:",
  "font-src": "'self'",
  "connect-src": "'self'",
});

const NoQuery = z.strictObject({});
const ProblemsQuery = z.strictObject({
  code: z.enum(Object.keys(PROBLEMS) as [ErrorCode, ...ErrorCode[]]).optional(),
});

export const docsRoutes = createRouter();

docsRoutes.get("/docs/", (c) => c.redirect("/docs"));
docsRoutes.get("/docs", validated("query", NoQuery), (c) =>
  c.html(referencePage, 200, REFERENCE_HEADERS),
);
docsRoutes.get("/docs/problems", validated("query", ProblemsQuery), (c) =>
  c.html(problemsPage(c.req.valid("query").code), 200, PAGE_HEADERS),
);

const FILES = [
  ["/docs/init.js", "text/javascript; charset=utf-8", REFERENCE_INIT],
  ["/docs/reference.css", "text/css; charset=utf-8", REFERENCE_STYLE],
  ["/docs/problems.css", "text/css; charset=utf-8", PROBLEMS_STYLE],
  ["/docs/favicon.svg", "image/svg+xml", FAVICON],
] as const;

for (const [path, type, content] of FILES) {
  docsRoutes.get(path, (c) => c.body(content, 200, { "Content-Type": type }));
}
