import { describe, expect, it } from "vitest";
import { firstScript } from "../../../../console/build/first-script.ts";

const { handler } = firstScript().transformIndexHtml as unknown as {
  handler: (html: string) => string;
};
const script = (name: string, how = "") =>
  `<script type="module"${how} crossorigin src="/app/assets/${name}-B7Rp4npQ.js"></script>`;

describe("firstScript", () => {
  it("lets the first script run before the page and its styles are there", () => {
    const html = handler(script("begin") + script("core"));
    expect(html).toBe(script("begin", " async") + script("core"));
  });

  it("leaves other scripts in their order", () => {
    const html = `${script("desk")}<link rel="modulepreload" href="/app/assets/begin-B7Rp4npQ.js">`;
    expect(handler(html)).toBe(html);
  });
});
