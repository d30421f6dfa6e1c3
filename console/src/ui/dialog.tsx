import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { words } from "../i18n/words.ts";
import { Icon } from "./icon.tsx";

const t = words({ en: { close: "Close" }, ar: { close: "إغلاق" } });

interface DialogProps {
  readonly title: string;
  /** Called once when it is closed: by Escape, by the backdrop, by its cross, or by its own buttons. */
  readonly onClose: () => void;
  /** Neither Escape, the backdrop nor a cross closes it: it shows what is shown only once. */
  readonly isFirm?: boolean;
  readonly children: ComponentChildren;
}

/** What opened a dialog may be gone after it: then the page's title gets the focus. */
function focusAgain(opener: Element | null): void {
  const isLost = () => document.activeElement === null || document.activeElement === document.body;
  if (isLost() && opener instanceof HTMLElement && opener.isConnected) opener.focus();
  if (isLost()) document.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
}

/** The platform's modal dialog; on a phone it comes from the bottom. Render it to open it. */
export function Dialog({ title, onClose, isFirm = false, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const isGone = useRef(false);
  useEffect(() => {
    const dialog = element.current;
    const opener = document.activeElement;
    dialog?.showModal();
    return () => {
      isGone.current = true;
      // Gives the focus back to what opened it; a dialog that is only removed does not.
      dialog?.close();
      setTimeout(() => focusAgain(opener));
    };
  }, []);
  return (
    <dialog
      ref={element}
      class="dialog"
      aria-label={title}
      onClose={() => isGone.current || onClose()}
      onCancel={(event) => isFirm && event.preventDefault()}
      closedby={isFirm ? "none" : "any"}
    >
      <div class="dialog-body">
        <h2>{title}</h2>
        {children}
      </div>
      {/* After the content: what opens has the focus on its first field, not on the way out. */}
      {!isFirm && (
        <button
          type="button"
          class="dialog-close"
          aria-label={t().close}
          onClick={() => element.current?.close()}
        >
          <Icon name="cross" />
        </button>
      )}
    </dialog>
  );
}
