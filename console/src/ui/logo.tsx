const STAR =
  "M16 0 19.5 8 27.2 4.8 24 12.5 32 16 24 19.5 27.2 27.2 19.5 24 16 32 12.5 24 4.8 27.2 8 19.5 0 16 8 12.5 4.8 4.8 12.5 8z";

/** The eight-pointed star. */
export function Star() {
  return (
    <svg class="star" viewBox="0 0 32 32" aria-hidden="true">
      <path d={STAR} fill="currentColor" />
    </svg>
  );
}
