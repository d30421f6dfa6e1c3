/**
 * What a person may do besides their own business: `support` reads and freezes, `admin` gives and
 * takes roles too. A role stands in the books and is read there at every act; no token carries it.
 */
export const ROLES = ["user", "support", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** The roles that act on other people's accounts. */
export const OPERATOR_ROLES = ["support", "admin"] as const satisfies readonly Role[];
export type OperatorRole = (typeof OPERATOR_ROLES)[number];
