import { html } from "hono/html";
import type { MessageArrival } from "./arrival.ts";

/** The page runs its own script alone, and loads nothing from elsewhere. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

interface MessagesView {
  /** The oldest first. */
  readonly shown: readonly MessageArrival[];
  /** The recipient whose messages are shown; null: everybody's. */
  readonly to: string | null;
  readonly recipients: readonly string[];
  readonly nowMs: number;
}

/** The messages as a page, the newest first. Its script (page.js) adds new ones while it is open. */
export async function messagesPage({ shown, to, recipients, nowMs }: MessagesView) {
  const newestFirst = shown.toReversed().map((arrival) => article(arrival, nowMs));
  const page = await html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mahfaza messages</title>
<link rel="icon" href="/page.svg">
<link rel="stylesheet" href="/page.css">
</head>
<body>
<header class="bar"><strong>Mahfaza <span lang="ar" dir="rtl">محفظة</span></strong> <span>Messages</span></header>
<main>
<h1>Messages of this run</h1>
<p>The SMS and e-mail messages that the local service has sent. Nothing leaves this machine.</p>
<form method="get" action="/">
<label for="to">Recipient</label>
<select id="to" name="to">
<option value="">Everybody</option>
${recipients.map((name) => option(name, to))}
</select>
<button>Show</button>
</form>
<p id="status" role="status">${statusOf(shown.length, to)}</p>
<div id="messages">${newestFirst}</div>
</main>
<script src="/page.js"></script>
</body>
</html>`;
  return page.toString();
}

function statusOf(count: number, to: string | null): string {
  const recipient = to === null ? "" : ` to ${to}`;
  if (count === 0)
    return `No message${recipient} yet. This page shows a new one within three seconds.`;
  return `${count} message${count === 1 ? "" : "s"}${recipient}, the newest first.`;
}

const option = (name: string, chosen: string | null) =>
  html`<option value="${name}"${name === chosen ? html` selected` : ""}>${name}</option>`;

const CODE = /\b\d{8}\b/;

function article({ message, atMs }: MessageArrival, nowMs: number) {
  const { id, to, kind, channel, subject, text } = message;
  const code = CODE.exec(text)?.[0];
  const copy = code
    ? html`<button type="button" class="copy" data-code="${code}" hidden>Copy code</button>`
    : "";
  const at = new Date(atMs).toISOString();
  return html`<article data-id="${id}">
<h2>${subject}</h2>
<p class="facts"><span>${channel === "phone" ? "SMS" : "E-mail"} to <a href="/?to=${encodeURIComponent(to)}">${to}</a></span>
<code>${kind}</code>
<time datetime="${at}"><span class="age">${ageOf(nowMs - atMs)}</span>, ${at.slice(0, 19).replace("T", " ")} UTC</time></p>
<p class="text">${text}</p>${copy}
</article>
`;
}

const UNITS = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;
const RELATIVE = new Intl.RelativeTimeFormat("en");

/** An age in milliseconds as words. */
export function ageOf(ageMs: number): string {
  const seconds = Math.max(0, Math.floor(ageMs / 1_000));
  const unit = UNITS.find(([, size]) => seconds >= size);
  if (unit) return RELATIVE.format(-Math.floor(seconds / unit[1]), unit[0]);
  return seconds < 10 ? "just now" : RELATIVE.format(-seconds, "second");
}
