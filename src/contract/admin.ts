import { z } from "zod";
import { FREEZE_DAYS_MAX } from "../domain/bounds.ts";
import { FREEZE_REASONS, FREEZE_SCOPES, type Freeze, UNFREEZE_REASONS } from "../domain/freeze.ts";
import { fromWireId, toWireId, type UserId } from "../domain/ids.ts";
import { TIER_REASONS, TIERS } from "../domain/limit.ts";
import type { Page } from "../domain/page.ts";
import { FACTOR_REMOVAL_REASONS } from "../domain/second-factor.ts";
import { type Account, ROLES } from "../domain/user.ts";
import type { Wallet } from "../domain/wallet.ts";
import { REOPEN_REASONS } from "../domain/wallet-command.ts";
import { exampleId, idText, wireId } from "./ids.ts";
import { instant } from "./instant.ts";
import { type ListScope, pagedList } from "./page.ts";
import { PhoneBody, PhoneText } from "./phone.ts";
import { WalletBody, walletBody } from "./wallets.ts";

/** The path parameter of `/v1/admin/users/{id}`. */
export const UserIdParam = z.object({ id: wireId("usr", "A user.") });

/** POST /v1/admin/users/find: a body, because a phone in a URL would be in every log on its way. */
export const FindUser = z.strictObject({ phone: PhoneText }).meta({ id: "FindUserRequest" });

/** PUT /v1/admin/users/{id}/role. */
export const ChangeRole = z.strictObject({ role: z.enum(ROLES) }).meta({ id: "ChangeRoleRequest" });

/** PUT /v1/admin/users/{id}/tier. */
export const SetTier = z
  .strictObject({ tier: z.enum(TIERS), reason: z.enum(TIER_REASONS) })
  .meta({ id: "SetTierRequest" });

/** DELETE /v1/admin/users/{id}/factors. */
export const RemoveUserFactors = z
  .strictObject({ reason: z.enum(FACTOR_REMOVAL_REASONS) })
  .meta({ id: "RemoveUserFactorsRequest" });

/** PUT /v1/admin/wallets/{id}/freeze. */
export const FreezeWallet = z
  .strictObject({
    reason: z.enum(FREEZE_REASONS),
    scope: z.enum(FREEZE_SCOPES).optional().meta({
      description:
        "What it stops: money that leaves the wallet (`debits`), money that enters it (`credits`), or both, which is the default.",
    }),
    until: instant(
      `When the freeze ends by itself, at most ${FREEZE_DAYS_MAX} days ahead. Without it, the freeze lasts until it is lifted.`,
    ),
  })
  .meta({ id: "FreezeWalletRequest" });

/** DELETE /v1/admin/wallets/{id}/freeze. */
export const UnfreezeWallet = z
  .strictObject({ reason: z.enum(UNFREEZE_REASONS) })
  .meta({ id: "UnfreezeWalletRequest" });

/** POST /v1/admin/wallets/{id}/reopen. */
export const ReopenWallet = z
  .strictObject({ reason: z.enum(REOPEN_REASONS) })
  .meta({ id: "ReopenWalletRequest" });

/** PUT /v1/admin/users/{id}/suspension. */
export const SuspendUser = z
  .strictObject({ reason: z.enum(FREEZE_REASONS) })
  .meta({ id: "SuspendUserRequest" });

/** DELETE /v1/admin/users/{id}/suspension. */
export const LiftSuspension = z
  .strictObject({ reason: z.enum(UNFREEZE_REASONS) })
  .meta({ id: "LiftSuspensionRequest" });

export const AccountBody = z
  .object({
    id: idText("usr", "The user."),
    username: z
      .string()
      .nullable()
      .meta({ examples: ["Amina Saleh"] }),
    phone: PhoneBody.nullable(),
    role: z.enum(ROLES),
    tier: z.enum(TIERS).meta({ description: "Which limits apply." }),
    created_at: z.iso.datetime().meta({ examples: ["2026-11-23T09:30:00.000Z"] }),
    deleted_at: z.iso
      .datetime()
      .nullable()
      .meta({ description: "When the account was deleted and its personal data erased." }),
    suspension: z
      .object({ since: z.iso.datetime(), reason: z.enum(FREEZE_REASONS) })
      .nullable()
      .meta({ description: "The suspension in force; null when there is none." }),
  })
  .meta({ id: "Account", description: "A user as operators see them." });

// Version 2: a cursor is bound to its scope. Version 3: a cursor's tag covers its position.
const operators = pagedList<UserId>({
  name: "operators",
  version: 3,
  read: (text) => fromWireId("usr", text),
  write: (id) => toWireId("usr", id),
  example: exampleId("usr"),
});

/** The query of the list of operators. */
export const OperatorsQuery = z.strictObject(operators.fields);

export const OperatorsPage = operators.schema(AccountBody, "OperatorsPage");

/** The wire form of a user, for operators. */
export function accountBody(account: Account): z.infer<typeof AccountBody> {
  const { suspension } = account;
  return {
    id: toWireId("usr", account.id),
    username: account.username,
    phone: account.phone,
    role: account.role,
    tier: account.tier,
    created_at: account.createdAt.toISOString(),
    deleted_at: account.deletedAt?.toISOString() ?? null,
    suspension: suspension && { since: suspension.since.toISOString(), reason: suspension.reason },
  };
}

/** A page of operators, read in this scope. */
export function operatorsPage(
  page: Page<Account, UserId>,
  scope: ListScope,
): z.infer<typeof OperatorsPage> {
  return operators.body(page, scope, accountBody);
}

export const WatchedWalletBody = WalletBody.omit({ owner: true })
  .extend({
    freeze: z
      .object({
        reason: z.enum(FREEZE_REASONS),
        scope: z.enum(FREEZE_SCOPES),
        until: z.iso.datetime().nullable(),
      })
      .nullable()
      .meta({ description: "The freeze in force; null when there is none." }),
  })
  .meta({ id: "OperatorWalletView", description: "A wallet as operators see it." });

export const WatchedWalletList = z
  .object({ data: z.array(WatchedWalletBody) })
  .meta({ id: "WatchedWalletList" });

interface OperatorWalletView {
  readonly wallet: Wallet;
  readonly freeze: Freeze | null;
}

/** The wire form of a wallet, for operators. */
export function watchedWalletBody(watched: OperatorWalletView): z.infer<typeof WatchedWalletBody> {
  const { freeze } = watched;
  return {
    ...walletBody(watched.wallet),
    freeze: freeze && {
      reason: freeze.reason,
      scope: freeze.scope,
      until: freeze.until?.toISOString() ?? null,
    },
  };
}
