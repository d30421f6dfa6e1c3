import { docsInit, docsPage, docsStyle, problemsPage } from "../docs-page.ts";
import { createRouter } from "../routing.ts";

// The page runs only what this service serves; Swagger UI draws with inline styles and data: images.
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

export const docsRoutes = createRouter();

// Where a newcomer looks first.
for (const path of ["/", "/docs/"]) docsRoutes.get(path, (c) => c.redirect("/docs"));
docsRoutes.get("/docs", (c) => c.html(docsPage, 200, { "Content-Security-Policy": POLICY }));
docsRoutes.get("/docs/problems", (c) =>
  c.html(problemsPage(), 200, { "Content-Security-Policy": POLICY }),
);
docsRoutes.get("/docs/init.js", (c) =>
  c.body(docsInit, 200, { "Content-Type": "text/javascript; charset=utf-8" }),
);
docsRoutes.get("/docs/style.css", (c) =>
  c.body(docsStyle, 200, { "Content-Type": "text/css; charset=utf-8" }),
);
