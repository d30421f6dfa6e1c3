const YEMEN = "+967";
/** A no-break space: a number stays on one line. */
const BLANK = "\u00a0";

/**
 * A phone in E.164 with blanks, to be read: Yemen's numbers in groups of three, of others the
 * digits alone, since each country has groups of its own.
 */
export function phoneShown(phone: string): string {
  if (!phone.startsWith(YEMEN)) return phone;
  const national = phone.slice(YEMEN.length);
  // A group ends where a whole number of groups of three is left.
  const grouped = national.replace(/\B(?=(?:\d{3})+$)/g, BLANK);
  return grouped === "" ? phone : `${YEMEN}${BLANK}${grouped}`;
}
