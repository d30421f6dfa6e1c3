import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

interface PageParts {
  readonly title: string;
  /** The path of its style. */
  readonly style: string;
  /** More of its head: scripts. */
  readonly head?: Html;
  readonly body: Html;
}

/** A page of the documentation. `html` escapes every value that is not HTML already. */
export const page = ({ title, style, head, body }: PageParts) => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="/docs/favicon.svg">
<link rel="stylesheet" href="${style}">
${head ?? ""}
</head>
<body>
<header class="bar"><a href="/docs"><strong>Mahfaza <span lang="ar" dir="rtl">محفظة</span></strong></a>
<nav><a href="/docs">Reference</a> <a href="/docs/problems">Problems</a> <a href="/openapi.json">OpenAPI</a></nav></header>
${body}
</body>
</html>`;

/** A wallet: the icon of every page. */
export const FAVICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="7" fill="#0f4c45"/>
<path d="M7 11.5A2.5 2.5 0 0 1 9.5 9H22v3h2.5v11H9.5A2.5 2.5 0 0 1 7 20.5z" fill="#d9efe9"/>
<circle cx="20.5" cy="17.5" r="1.8" fill="#0f4c45"/>
</svg>
`;
