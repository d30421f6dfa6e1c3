const LARGE_MAX = 11;
const MIDDLE_MAX = 16;

/** How large the sum of a page is set, by the length of its figures, so that none is cut at 320 px. */
export function sumSize(figures: string): "large" | "middle" | "small" {
  if (figures.length <= LARGE_MAX) return "large";
  return figures.length <= MIDDLE_MAX ? "middle" : "small";
}
