import { html } from "hono/html";
import { type ErrorCode, PROBLEMS } from "../problem.ts";
import { PROBLEM_GUIDE } from "../problem-guide.ts";
import { page } from "./page.ts";

type Code = keyof typeof PROBLEMS;

/** Every code, by status and then by name. */
const CODES = (Object.keys(PROBLEMS) as Code[]).sort(
  (a, b) => PROBLEMS[a].status - PROBLEMS[b].status || a.localeCompare(b),
);

/** The page that each problem's `type` links to: every code with its cause and its cure. */
export function problemsPage(only?: ErrorCode) {
  const codes = only === undefined ? CODES : CODES.filter((code) => code === only);
  return page({
    title: only === undefined ? "Mahfaza problems" : `${only} – Mahfaza problems`,
    style: "/docs/problems.css",
    body: html`<main class="problems">
<h1>Problems</h1>
<p>Every error is a document of the type <code>application/problem+json</code> (RFC 9457). Decide by its
<code>code</code>: a code does not change, while a title or a detail may. Quote the <code>request_id</code>
when you report a problem.</p>
${only === undefined ? contents() : html`<p><a href="/docs/problems">All problems</a></p>`}
${codes.map(section)}
</main>`,
  });
}

function contents() {
  const groups = [...Map.groupBy(CODES, (code) => PROBLEMS[code].status)];
  return html`<nav class="contents" aria-label="Problems by status">
<h2>Contents</h2>
<dl>${groups.map(
    ([status, codes]) => html`
<dt>${status}</dt><dd>${codes.map((code) => html`<a href="#${code}">${code}</a> `)}</dd>`,
  )}
</dl>
</nav>`;
}

function section(code: Code) {
  const { cause, cure } = PROBLEM_GUIDE[code];
  const { status, title } = PROBLEMS[code];
  return html`<section id="${code}">
<h2><a href="#${code}"><code>${code}</code></a> <span class="status">${status}</span></h2>
<p class="title">${title}</p>
<dl><dt>Cause</dt><dd>${marked(cause)}</dd><dt>Cure</dt><dd>${marked(cure)}</dd></dl>
</section>
`;
}

/** A text whose words between backticks are code. */
const marked = (text: string) =>
  text.split("`").map((part, index) => (index % 2 === 0 ? part : html`<code>${part}</code>`));
