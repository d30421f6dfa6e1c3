import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { words } from "../i18n/words.ts";
import { Icon } from "./icon.tsx";

const t = words({ en: { back: "Back" }, ar: { back: "رجوع" } });

interface PageProps {
  readonly title: string;
  /** Where "back" leads; a page of the first level has none. */
  readonly back?: string;
  /** In place of `back`, in a form of several steps: goes one step back. */
  readonly onBack?: () => void;
  /** The title is in the document's title and for screen readers alone. */
  readonly isTitleHidden?: boolean;
  /** What can be done with the whole page, beside its title. */
  readonly actions?: ComponentChildren;
  /** A form or a flow: one column, narrow, also on a wide screen. */
  readonly isNarrow?: boolean;
  /** A form of several steps: on a phone it has the whole page, without the tabs. */
  readonly isFlow?: boolean;
  readonly children: ComponentChildren;
}

/** A page with its title. The title gets the focus when the page opens, so that it is read out. */
export function Page(props: PageProps) {
  const { title, back, onBack, isTitleHidden, actions, isNarrow, isFlow, children } = props;
  const form = `${isNarrow || isFlow ? " page-narrow" : ""}${isFlow ? " page-flow" : ""}`;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${document.documentElement.lang === "ar" ? "محفظة" : "Mahfaza"}`;
  }, [title]);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div class={`page${form}`}>
      {back !== undefined && (
        <a href={back} class="back">
          <Icon name="back" />
          {t().back}
        </a>
      )}
      {onBack && (
        <button type="button" class="back" onClick={onBack}>
          <Icon name="back" />
          {t().back}
        </button>
      )}
      <header class={isTitleHidden ? "visually-hidden" : "page-head"}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {actions}
      </header>
      {children}
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  /** A link or a button at the end of the title's line. */
  readonly more?: ComponentChildren;
  readonly children: ComponentChildren;
}

export function Section({ title, more, children }: SectionProps) {
  return (
    <section class="section">
      <div class="section-head">
        <h2>{title}</h2>
        {more}
      </div>
      {children}
    </section>
  );
}

export function Card({ children }: { readonly children: ComponentChildren }) {
  return <div class="card">{children}</div>;
}

/** Names and values; a line without a value is left out. */
export type DetailLines = readonly (
  | readonly [name: string, value: ComponentChildren]
  | null
  | false
  | undefined
)[];

/** Names and values, one below the other. */
export function Details({ lines }: { readonly lines: DetailLines }) {
  return (
    <dl class="details">
      {lines.map(
        (line) =>
          line && (
            <div key={line[0]}>
              <dt>{line[0]}</dt>
              <dd>{line[1]}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
