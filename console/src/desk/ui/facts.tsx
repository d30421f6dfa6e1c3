import type { ComponentChildren } from "preact";

/** Names and values beside each other: what is to be seen at one look. */
export function Facts({ children }: { readonly children: ComponentChildren }) {
  return <dl class="card facts">{children}</dl>;
}

interface FactProps {
  readonly name: string;
  readonly children: ComponentChildren;
}

export function Fact({ name, children }: FactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
