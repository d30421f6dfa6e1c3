import type { ButtonHTMLAttributes, ComponentChildren } from "preact";

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "class" | "type"> {
  /** `main` is the one thing to do on the page. */
  readonly kind?: "main" | "plain" | "quiet" | "danger";
  readonly type?: "button" | "submit";
  /** What it does is under way: it keeps its size and cannot be pressed again. */
  readonly isBusy?: boolean;
  readonly children: ComponentChildren;
}

export function Button({
  kind = "plain",
  type = "button",
  isBusy = false,
  disabled = false,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      class={`button button-${kind}`}
      disabled={disabled}
      aria-busy={isBusy}
      aria-disabled={isBusy}
      onClick={isBusy ? stop : rest.onClick}
    >
      {children}
    </button>
  );
}

function stop(event: Event): void {
  event.preventDefault();
}

interface LinkButtonProps {
  readonly href: string;
  readonly kind?: "main" | "plain" | "quiet";
  readonly children: ComponentChildren;
}

/** A link that looks like a button: it leads to a page. */
export function LinkButton({ href, kind = "plain", children }: LinkButtonProps) {
  return (
    <a href={href} class={`button button-${kind}`}>
      {children}
    </a>
  );
}
