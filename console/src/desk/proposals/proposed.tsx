import type { ComponentChildren } from "preact";
import { words } from "../../i18n/words.ts";

const t = words({ en: { list: "Open the proposals" }, ar: { list: "فتح الاقتراحات" } });

interface ProposedProps {
  readonly kind: "money" | "rates";
  readonly children: ComponentChildren;
}

/** The outcome of an act that is only proposed, and the way to the proposals. */
export function Proposed({ kind, children }: ProposedProps) {
  return (
    <>
      {children} <a href={`/desk/proposals/${kind}`}>{t().list}</a>
    </>
  );
}
