/** Hundredths of a percent as a percentage, exactly: "0.5" for 50. */
export function percentOf(basisPoints: number): string {
  const digits = String(basisPoints).padStart(3, "0");
  const decimals = digits.slice(-2).replace(/0+$/, "");
  return digits.slice(0, -2) + (decimals && `.${decimals}`);
}
