import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./icon.tsx";

interface RowProps {
  readonly icon?: IconName;
  /** How the icon is tinted: `bad` for what failed. */
  readonly tone?: "plain" | "bad" | "wait";
  readonly title: ComponentChildren;
  readonly detail?: ComponentChildren;
  /** At the end of the line: an amount, a state, a button. */
  readonly end?: ComponentChildren;
  readonly href?: string;
}

/** A line of a list: an icon, two lines of text, and something at its end. */
export function Row({ icon, tone = "plain", title, detail, end, href }: RowProps) {
  const content = (
    <>
      {icon && (
        <span class={`row-icon row-icon-${tone}`}>
          <Icon name={icon} />
        </span>
      )}
      <span class="row-text">
        <span class="row-title">{title}</span>
        {detail && <span class={`row-detail row-detail-${tone}`}>{detail}</span>}
      </span>
      {end && <span class="row-end">{end}</span>}
    </>
  );
  return (
    <li>
      {href === undefined ? (
        <div class="row">{content}</div>
      ) : (
        <a class="row" href={href}>
          {content}
        </a>
      )}
    </li>
  );
}

export function Rows({ children }: { readonly children: ComponentChildren }) {
  return <ul class="card rows">{children}</ul>;
}
