import { PROBLEMS } from "./problem.ts";

const page = (title: string, body: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="/docs/assets/favicon-32x32.png">
<link rel="stylesheet" href="/docs/assets/swagger-ui.css">
<link rel="stylesheet" href="/docs/style.css">
</head>
<body>
<header><a href="/docs">Mahfaza <span lang="ar" dir="rtl">محفظة</span></a>
<nav><a href="/docs/problems">Problems</a> <a href="/openapi.json">OpenAPI</a></nav></header>
${body}
</body>
</html>`;

/** The interactive reference; its scripts come from this service's own assets, so it needs no internet. */
export const docsPage = page(
  "Mahfaza API reference",
  `<main id="reference"></main>
<noscript><p>The reference needs JavaScript; the document itself is at /openapi.json.</p></noscript>
<script src="/docs/assets/swagger-ui-bundle.js"></script>
<script src="/docs/init.js"></script>`,
);

export const docsInit = `SwaggerUIBundle({
  url: "/openapi.json",
  dom_id: "#reference",
  deepLinking: true,
  filter: true,
  persistAuthorization: true,
  tryItOutEnabled: true,
  displayRequestDuration: true,
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  syntaxHighlight: { theme: "nord" },
});
`;

export const docsStyle = `body { margin: 0; background: #fafafa; color: #1d2b2a; font: 16px/1.5 system-ui, sans-serif; }
header { display: flex; justify-content: space-between; padding: 1rem 1.5rem; background: #0f4c45; }
header a { color: #fff; text-decoration: none; font-weight: 600; }
header nav a { margin-inline-start: 1.25rem; font-weight: 400; }
main.problems { max-width: 60rem; margin: 2rem auto; padding: 0 1.5rem; }
main.problems table { width: 100%; border-collapse: collapse; }
main.problems th, main.problems td { padding: .5rem .75rem; border-bottom: 1px solid #dde5e4; text-align: start; vertical-align: top; }
main.problems tr:target { background: #e3f2ef; }
.swagger-ui .topbar { display: none; }
`;

/** What each problem's \`type\` points at. */
export function problemsPage(): string {
  const rows = Object.entries(
    PROBLEMS as Record<string, { status: number; title: string; detail?: string }>,
  )
    .map(
      ([code, { status, title, detail }]) =>
        `<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td>${title}. ${detail ?? ""}</td></tr>`,
    )
    .join("\n");
  return page(
    "Mahfaza problems",
    `<main class="problems"><h1>Problems</h1>
<p>Errors are <code>application/problem+json</code> (RFC 9457). Decide by <code>code</code>, which does not change.</p>
<table><thead><tr><th>code</th><th>status</th><th>meaning</th></tr></thead><tbody>
${rows}
</tbody></table></main>`,
  );
}
