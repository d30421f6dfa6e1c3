import { isSharedComputer } from "./storage.ts";

const SCRIPT = "/sw.js";

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

/** The one address of a script that this page may name: the policy of the page refuses all others. */
function trustedScript(): string {
  const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  if (!types) return SCRIPT;
  const policy = types.createPolicy("mahfaza", {
    createScriptURL: (url) => {
      if (url !== SCRIPT) throw new TypeError("not a script of this page");
      return url;
    },
  });
  return policy.createScriptURL(SCRIPT);
}

let isKept = false;

/** Keeps the shell on the device, so that it starts offline. Not on a shared computer. */
export async function keepShell(): Promise<void> {
  if (isKept || !import.meta.env.PROD || isSharedComputer()) return;
  if (!("serviceWorker" in navigator)) return;
  isKept = true;
  // A browser may forbid it, as in a private window; the console works without it.
  await navigator.serviceWorker.register(trustedScript()).catch(() => {});
}
