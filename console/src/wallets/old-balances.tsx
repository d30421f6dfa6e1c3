import { type LastBalances, readLastBalances } from "../device/last-balances.ts";
import { userId } from "../device/session-mark.ts";
import { isSharedComputer, ownStorage } from "../device/storage.ts";
import { formatTime, relativeTime } from "../i18n/time.ts";
import { words } from "../i18n/words.ts";
import { Amount } from "../ui/amount.tsx";
import { Section } from "../ui/page.tsx";
import { Row, Rows } from "../ui/row.tsx";
import { Tag } from "../ui/tag.tsx";
import { walletName } from "../ui/wallet-card.tsx";

const t = words({
  en: {
    title: "Last known balances",
    old: "Old",
    text: (ago: string, at: string) => `As they were ${ago}, on ${at}. They may have changed.`,
    of: "Of",
  },
  ar: {
    title: "آخر أرصدة معروفة",
    old: "قديمة",
    text: (ago: string, at: string) => `كما كانت ${ago}، في ${at}. ربما تغيّرت منذ ذلك الحين.`,
    of: "لحساب",
  },
});

/** What this device keeps of the person; null on a shared computer, which keeps nothing. */
export function keptBalances(): LastBalances | null {
  return isSharedComputer() ? null : readLastBalances(ownStorage(), userId());
}

/** The balances that were last read on this device, marked as old. It makes no request. */
export function OldBalances() {
  const kept = keptBalances();
  if (!kept) return null;
  const { at, name, wallets } = kept;
  return (
    <Section title={t().title} more={<Tag kind="wait">{t().old}</Tag>}>
      <p class="quiet small">
        {t().of} <bdi dir="auto">{name}</bdi>. {t().text(relativeTime(at), formatTime(at))}
      </p>
      <div class="old">
        <Rows>
          {wallets.map((wallet, place) => (
            <Row
              // Two wallets may have the same name, and nothing else is kept of them.
              key={place}
              icon="card"
              tone="wait"
              title={<bdi dir="auto">{walletName(wallet)}</bdi>}
              end={<Amount value={wallet.balance} currency={wallet.currency} />}
            />
          ))}
        </Rows>
      </div>
    </Section>
  );
}
