/**
 * After a refused form the focus goes to its first field with an error, as soon as the error shows:
 * at once, or with the service's answer. Import it once; it serves every form of the page.
 */

const FAULTY = '[aria-invalid="true"]';

let stopLast = () => {};

addEventListener("submit", ({ target }) => {
  stopLast();
  if (target instanceof HTMLFormElement) stopLast = watch(target);
});

function watch(form: HTMLFormElement): () => void {
  const before = document.activeElement;
  const stop = () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
    form.removeEventListener("input", stop);
  };
  const look = () => {
    const faulty = form.querySelector<HTMLElement>(FAULTY);
    if (!faulty) return;
    stop();
    if (mayMoveFocus(before, document.activeElement, document.body)) faulty.focus();
  };
  const observer = new MutationObserver(look);
  observer.observe(form, { attributeFilter: ["aria-invalid"], childList: true, subtree: true });
  // An error that was there before: by the next frame it is gone, or is one of this submission too.
  const frame = requestAnimationFrame(look);
  // What is typed next is judged as it is typed.
  form.addEventListener("input", stop);
  return stop;
}

/** Not when the person has gone on to something else meanwhile. */
export function mayMoveFocus<E>(before: E | null, now: E | null, body: E): boolean {
  return now === null || now === before || now === body;
}
