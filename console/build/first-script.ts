import type { Plugin } from "vite";

const BEGIN = /<script type="module"(?=[^>]* src="\/app\/assets\/begin-)/;

/** Lets the first script of a page run as soon as it is here: it needs no document and no styles. */
export function firstScript(): Plugin {
  return {
    name: "first-script",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (html) => html.replace(BEGIN, "$& async"),
    },
  };
}
