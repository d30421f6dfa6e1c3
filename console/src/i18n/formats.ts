/**
 * Makes each formatter once for a language and its options: a slow phone takes up to 60 ms to make
 * the first formatter of a kind, and a page asks for the same few again and again.
 */
function once<Options extends object, T>(
  make: (tag: string, options: Options) => T,
): (tag: string, options: Options) => T {
  const made = new Map<string, T>();
  return (tag, options) => {
    const key = `${tag} ${JSON.stringify(options)}`;
    const known = made.get(key) ?? make(tag, options);
    made.set(key, known);
    return known;
  };
}

export const numberFormat = once(
  (tag, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(tag, options),
);
export const dateFormat = once(
  (tag, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, options),
);
export const relativeFormat = once(
  (tag, options: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(tag, options),
);
export const pluralRules = once(
  (tag, options: Intl.PluralRulesOptions) => new Intl.PluralRules(tag, options),
);
export const displayNames = once(
  (tag, options: Intl.DisplayNamesOptions) => new Intl.DisplayNames(tag, options),
);
