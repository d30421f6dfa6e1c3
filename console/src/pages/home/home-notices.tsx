import type { Wallet } from "@mahfaza/client";
import { me } from "../../api/session.ts";
import { Notice } from "../../ui/notice.tsx";
import { walletName } from "../../ui/wallet-card.tsx";
import { homeWords as t } from "./words.ts";

/** What a person must know before they act: a suspension, frozen wallets, an unproven number. */
export function HomeNotices({ wallets }: { readonly wallets: readonly Wallet[] }) {
  return (
    <>
      <SuspensionNotice />
      {wallets
        .filter(({ status }) => status === "frozen")
        .map((wallet) => (
          <Notice key={wallet.id} kind="warn" title={t().frozen(isolated(walletName(wallet)))}>
            <p>{t().frozenScope[wallet.freeze_scope ?? "both"]}</p>
            <a href={`/wallets/${wallet.id}`}>{t().look}</a>
          </Notice>
        ))}
      <PhoneNotice />
    </>
  );
}

/** First strong isolate: a name keeps its own direction within a sentence. */
function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}

function SuspensionNotice() {
  const suspension = me.value?.suspension;
  if (!suspension) return null;
  return (
    <Notice kind="bad" title={t().suspended}>
      {suspension.reason && <p>{t().suspendedReason[suspension.reason]}</p>}
      <p>{t().suspendedText}</p>
    </Notice>
  );
}

function PhoneNotice() {
  const user = me.value;
  if (!user || user.phone_verified) return null;
  const hasPhone = user.phone !== null;
  return (
    <Notice kind="info" title={hasPhone ? t().verifyTitle : t().phoneTitle}>
      <p>{hasPhone ? t().verifyText : t().phoneText}</p>
      <a href="/me/profile">{hasPhone ? t().verify : t().setPhone}</a>
    </Notice>
  );
}
