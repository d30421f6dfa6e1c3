import { me } from "../api/session.ts";
import type { Operator } from "./rights.ts";

/** The operator who is logged in; null for a person without a role. */
export function operator(): Operator | null {
  const { id, role } = me.value ?? {};
  return id && role ? { id, role } : null;
}

/** The operator who is logged in, for pages that only operators see. */
export function theOperator(): Operator {
  const found = operator();
  if (!found) throw new Error("the page is for operators");
  return found;
}

export function isAdmin(): boolean {
  return operator()?.role === "admin";
}
