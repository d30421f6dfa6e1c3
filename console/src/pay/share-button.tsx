import { useState } from "preact/hooks";
import { words } from "../i18n/words.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { shareText } from "./share.ts";

const t = words({
  en: { share: "Share", copied: "Copied" },
  ar: { share: "مشاركة", copied: "نُسخ" },
});

/** How long "Copied" stays. */
const SHOWN_MS = 2000;

/** Shares a receipt as a text, or copies it where nothing can be shared. */
export function ShareButton({ text }: { readonly text: string }) {
  const [isCopied, setCopied] = useState(false);
  const share = async () => {
    if ((await shareText(text)) !== "copied") return;
    setCopied(true);
    setTimeout(() => setCopied(false), SHOWN_MS);
  };
  return (
    <Button onClick={() => void share()}>
      <Icon name={isCopied ? "tick" : "share"} />
      <span aria-live="polite">{isCopied ? t().copied : t().share}</span>
    </Button>
  );
}
