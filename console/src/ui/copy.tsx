import { useState } from "preact/hooks";
import { words } from "../i18n/words.ts";
import { Icon } from "./icon.tsx";

const t = words({
  en: { copy: (what: string) => `Copy ${what}`, copied: "Copied" },
  ar: { copy: (what: string) => `نسخ ${what}`, copied: "نُسخ" },
});

/** A text that somebody will want elsewhere, with a button that copies it. */
export function Copy({ text, label }: { readonly text: string; readonly label: string }) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <span class="copy">
      <bdi class="copy-text">{text}</bdi>
      <button type="button" onClick={copy} aria-label={t().copy(label)}>
        <Icon name={isCopied ? "tick" : "copy"} />
      </button>
      <span class="visually-hidden" role="status">
        {isCopied ? t().copied : ""}
      </span>
    </span>
  );
}
