import {
  type BodyOf,
  exponentOf,
  type Money,
  money,
  type Operation,
  type Wallet,
} from "@mahfaza/client";
import { readTypedAmount } from "../../i18n/typed-amount.ts";
import { noteOf } from "../../pay/note.ts";
import { firstWallet } from "../../pay/wallet-use.ts";
import { EMPTY_DRAFT, hasRecipient, payers, type SendDraft } from "../../transfer/draft.ts";
import { plainId } from "../../transfer/recipient-text.ts";
import { type ChosenDuration, secondsOf } from "./chosen-duration.ts";

export const PLACE_STEPS = ["recipient", "amount", "review"] as const;
export type PlaceStep = (typeof PLACE_STEPS)[number];

export type PlaceBody = BodyOf<Operation<"/v1/holds", "post">>;

/** What the form has so far: that of a payment, how long, and whether the payer may cancel. */
export interface PlaceDraft extends SendDraft {
  readonly duration: ChosenDuration;
  readonly canVoid: boolean;
}

export const EMPTY_PLACE_DRAFT: PlaceDraft = {
  ...EMPTY_DRAFT,
  duration: { kind: "86400", date: "" },
  canVoid: false,
};

/** The wallets from which the recipient can be paid: with money, in a currency that arrives. */
export function holders(wallets: readonly Wallet[], draft: PlaceDraft): readonly Wallet[] {
  const { recipient } = draft;
  const arrives = ({ currency }: Wallet) =>
    recipient === null || recipient.opens_wallets || recipient.currencies.includes(currency);
  return payers(wallets, draft).filter(arrives);
}

/** The wallet that the form takes: the chosen one, or the one that it begins with. */
export function holderOf(draft: PlaceDraft, wallets: readonly Wallet[]): Wallet | null {
  return firstWallet(holders(wallets, draft), { id: draft.fromId, currency: draft.currency });
}

/** What is reserved: from which wallet, and how much. Null while either is missing. */
export function placeSum(draft: PlaceDraft, wallets: readonly Wallet[]) {
  const from = holderOf(draft, wallets);
  if (!from) return null;
  const { value } = readTypedAmount(draft.amount, exponentOf(from.currency));
  return value === null ? null : { from, amount: money(value, from.currency) as Money };
}

/** Whether a step has what the next one needs. */
export function isPlaceStepDone(
  draft: PlaceDraft,
  step: PlaceStep,
  wallets: readonly Wallet[],
  now: number,
): boolean {
  if (step === "recipient") return hasRecipient(draft);
  const hasTime = secondsOf(draft.duration, now) !== null;
  return step === "amount" && hasTime && placeSum(draft, wallets) !== null;
}

/** What is sent. */
export function placeBody(
  draft: PlaceDraft,
  from: Wallet,
  amount: Money,
  seconds: number,
): PlaceBody {
  return {
    amount,
    currency: from.currency,
    from_wallet_id: from.id,
    ...(draft.by === "phone" ? { to_phone: draft.to } : { to_wallet_id: plainId(draft.to) }),
    expires_in: seconds,
    payer_can_void: draft.canVoid,
    ...noteOf(draft.note),
  };
}
