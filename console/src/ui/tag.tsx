import type { ComponentChildren } from "preact";

interface TagProps {
  readonly kind?: "good" | "bad" | "wait" | "plain";
  readonly children: ComponentChildren;
}

/** A state in a word. */
export function Tag({ kind = "plain", children }: TagProps) {
  return <span class={`tag tag-${kind}`}>{children}</span>;
}
