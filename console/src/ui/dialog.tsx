import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

interface DialogProps {
  readonly title: string;
  /** Called once when it is closed: by Escape, by the backdrop, or by its own buttons. */
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** The platform's modal dialog; on a phone it comes from the bottom. Render it to open it. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    element.current?.showModal();
  }, []);
  return (
    <dialog ref={element} class="dialog" aria-label={title} onClose={onClose} closedby="any">
      <div class="dialog-body">
        <h2>{title}</h2>
        {children}
      </div>
    </dialog>
  );
}
