/** How long a test waits for what is about to happen, before it fails: ten times what an idle machine takes. */
export const WAIT_LIMIT = { timeout: 60_000 } as const;
