import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso";

interface LinkParts<D> {
  /** The form's own address, which replaces the link's: what a link names does not stay there. */
  readonly path: string;
  /** What a link fills in; null for an address that fills in nothing. */
  readonly read: (query: Readonly<Record<string, string>>) => D | null;
  readonly fill: (draft: D) => void;
}

/** Fills the form in as the link asks that opened it. */
export function useFilledByLink<D>({ path, read, fill }: LinkParts<D>): void {
  const { query, route } = useLocation();
  useEffect(() => {
    const linked = read(query);
    if (linked === null) return;
    fill(linked);
    route(path, true);
  }, [query]);
}
