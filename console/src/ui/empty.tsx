import type { ComponentChildren } from "preact";
import { Star } from "./logo.tsx";

interface EmptyProps {
  /** What the place will hold. */
  readonly title: string;
  readonly children?: ComponentChildren;
  /** The one thing to do. */
  readonly action?: ComponentChildren;
}

/** A list without items, or a page that is not there. */
export function Empty({ title, children, action }: EmptyProps) {
  return (
    <div class="empty">
      <Star />
      <p class="empty-title">{title}</p>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}
