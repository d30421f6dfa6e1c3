let loads = 0;

/** Loads code that a page can do without: when it fails, the page is not loaded again. */
export async function optionally<T>(load: () => Promise<T>): Promise<T | null> {
  loads += 1;
  try {
    return await load();
  } catch {
    return null;
  } finally {
    loads -= 1;
  }
}

/**
 * Loads the page again when its code fails to load: a release has replaced the files, and the new
 * page knows the new names.
 */
export function reloadWithoutCode(): void {
  addEventListener("vite:preloadError", () => {
    if (loads === 0) location.reload();
  });
}
