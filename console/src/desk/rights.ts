import type { components } from "@mahfaza/client";
import type { FreezeReason, FreezeScope, Role } from "./words/people.ts";

// What an operator may do, so that nothing is offered that the service refuses. The service decides
// again at each request.

type DeskRole = Exclude<Role, "user">;

/** The operator who is logged in. */
export interface Operator {
  readonly id: string;
  readonly role: DeskRole;
}

type Account = components["schemas"]["Account"];
type SeenAccount = Pick<Account, "id" | "role" | "deleted_at" | "suspension">;
type WatchedWallet = components["schemas"]["OperatorWalletView"];
type SeenWallet = Pick<WatchedWallet, "status" | "freeze">;

export type PersonAct =
  | "suspend"
  | "lift"
  | "endSessions"
  | "removeFactors"
  | "setRole"
  | "setTier";
export type WalletAct = "freeze" | "strengthen" | "unfreeze" | "reopen" | "adjust";

/** The acts on a person, in the order in which they are offered. */
export function actsOn(operator: Operator, account: SeenAccount): readonly PersonAct[] {
  if (!mayActOn(operator, account)) return [];
  const { suspension } = account;
  const forAll: PersonAct[] = ["setTier", "endSessions"];
  if (suspension?.reason !== "legal_order") forAll.push("suspend");
  if (suspension) forAll.push("lift");
  return operator.role === "admin" ? [...forAll, "setRole", "removeFactors"] : forAll;
}

/** The acts on one of a person's wallets. */
export function actsOnWallet(
  operator: Operator,
  account: SeenAccount,
  { status, freeze }: SeenWallet,
): readonly WalletAct[] {
  if (!mayActOn(operator, account)) return [];
  if (status === "closed") return ["reopen"];
  const acts: WalletAct[] = [];
  if (!freeze) acts.push("freeze");
  else if (canBeStronger(freeze)) acts.push("strengthen");
  if (freeze) acts.push("unfreeze");
  return operator.role === "admin" ? [...acts, "adjust"] : acts;
}

/** Support acts on people without a role; nobody on their own account, or on a deleted one. */
function mayActOn(operator: Operator, account: SeenAccount): boolean {
  if (account.id === operator.id || account.deleted_at !== null) return false;
  return operator.role === "admin" || account.role === "user";
}

type Freeze = NonNullable<WatchedWallet["freeze"]>;

/** Whether a freeze can be replaced by a stronger one. */
function canBeStronger({ reason, scope, until }: Freeze): boolean {
  return reason !== "legal_order" || scope !== "both" || until !== null;
}

/** The reasons that may replace the freeze's: its own, and a legal order. */
export function strongerReasons({ reason }: Freeze): readonly FreezeReason[] {
  return reason === "legal_order" ? [reason] : [reason, "legal_order"];
}

/** The scopes that stop no less. */
export function widerScopes({ scope }: Freeze): readonly FreezeScope[] {
  return scope === "both" ? [scope] : [scope, "both"];
}

/** Whether an operator may decide a proposal; its proposer may only withdraw it. */
export function decisionsOn(
  operator: Operator,
  { proposed_by, user_id }: { readonly proposed_by: string; readonly user_id?: string },
): readonly ("approve" | "reject" | "withdraw")[] {
  if (operator.role !== "admin" || user_id === operator.id) return [];
  return proposed_by === operator.id ? ["withdraw"] : ["approve", "reject"];
}

const RANKS: readonly Role[] = ["user", "support", "admin"];

/** Whether a role has more rights than another: such a change needs a second admin. */
export function hasMoreRights(role: Role, than: Role): boolean {
  return RANKS.indexOf(role) > RANKS.indexOf(than);
}

interface SeenTransaction {
  readonly type: components["schemas"]["Transaction"]["type"];
  readonly amount: string;
  readonly currency: string;
  readonly refunds: { readonly currency: string; readonly refunded: string } | null;
  readonly parties: readonly { readonly user_id: string }[];
}

/**
 * Whether an operator may propose to reverse a transaction: an admin who is not in it, of a deposit
 * or of a payment between two people, of which something is left.
 */
export function mayReverse(operator: Operator, of: SeenTransaction): boolean {
  const { type, refunds, parties } = of;
  if (operator.role !== "admin" || refunds === null) return false;
  const owners = new Set(parties.map(({ user_id }) => user_id));
  if (owners.has(operator.id) || (type !== "DEPOSIT" && owners.size < 2)) return false;
  return refunds.currency !== of.currency || refunds.refunded !== of.amount;
}
