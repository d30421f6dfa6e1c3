import type { Wallet } from "@mahfaza/client";
import { shownMask } from "../i18n/shown-mask.ts";
import { PhoneText } from "../identity/phone-text.tsx";
import { plainPhone } from "../identity/plain-phone.ts";
import { Icon } from "../ui/icon.tsx";
import { initialOf } from "../ui/initial.ts";
import { walletName } from "../ui/wallet-card.tsx";
import type { SendDraft } from "./draft.ts";
import { sendWords as t } from "./words.ts";

interface RecipientProps {
  readonly draft: SendDraft;
  readonly wallets: readonly Wallet[];
  /** In a line, above a form. */
  readonly isSmall?: boolean;
}

/** Whom a payment would reach: the masked name, and whether the phone is proven. */
export function Recipient({ draft, wallets, isSmall = false }: RecipientProps) {
  const name = recipientName(draft, wallets);
  return (
    <div class={isSmall ? "recipient" : "review-head"}>
      <span class={isSmall ? "avatar" : "avatar avatar-big"} aria-hidden="true">
        {draft.by === "own" ? <Icon name="card" /> : initialOf(name)}
      </span>
      <div class={isSmall ? "recipient-text" : "stack-small"}>
        <bdi class="review-name" dir="auto">
          {name}
        </bdi>
        <Proof draft={draft} />
      </div>
    </div>
  );
}

/** The masked name; of an own wallet, its name; without either, what was typed. */
export function recipientName(draft: SendDraft, wallets: readonly Wallet[]): string {
  const own = wallets.find(({ id }) => id === draft.to);
  if (own) return walletName(own);
  const { recipient } = draft;
  return recipient ? shownMask(recipient.name) : plainPhone(draft.to);
}

function Proof({ draft }: { readonly draft: SendDraft }) {
  if (draft.by === "own" || !draft.recipient)
    return <span class="small">{draft.by === "own" ? t().ownWallet : null}</span>;
  const isVerified = draft.recipient.is_verified;
  return (
    <span class={isVerified ? "verified" : "not-verified"}>
      <Icon name={isVerified ? "tick" : "alert"} />
      {isVerified ? t().verified : t().notVerified}
      {draft.by === "phone" && <PhoneText typed={draft.to} />}
    </span>
  );
}
