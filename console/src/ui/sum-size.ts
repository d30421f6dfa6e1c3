/** The most figures of a size: beside nothing, and in a field beside its currency. */
const FREE = { large: 11, middle: 16 } as const;
const IN_FIELD = { large: 8, middle: 13 } as const;

type SumSize = "large" | "middle" | "small";

function sizeOf(figures: string, most: { readonly large: number; readonly middle: number }) {
  if (figures.length <= most.large) return "large";
  return figures.length <= most.middle ? "middle" : "small";
}

/** How large the sum of a page is set, by the length of its figures, so that none is cut at 320 px. */
export function sumSize(figures: string): SumSize {
  return sizeOf(figures, FREE);
}

/** The same for an amount that is being typed. */
export function typedSumSize(typed: string): SumSize {
  return sizeOf(typed, IN_FIELD);
}
