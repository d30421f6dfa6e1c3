import type { Wallet } from "@mahfaza/client";
import { words } from "../../../i18n/words.ts";
import { Amount } from "../../../ui/amount.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Section } from "../../../ui/page.tsx";
import { Row, Rows } from "../../../ui/row.tsx";
import { walletName } from "../../../ui/wallet-card.tsx";

const t = words({
  en: {
    title: "Empty your wallets first",
    text: "Send the money, or withdraw it. A frozen wallet must be unfrozen first: ask support.",
    list: "Wallets in the way",
    frozen: "Frozen",
  },
  ar: {
    title: "أفرغ محافظك أولًا",
    text: "أرسل المال أو اسحبه. المحفظة المجمّدة يجب رفع تجميدها أولًا: تواصل مع الدعم.",
    list: "محافظ تمنع الحذف",
    frozen: "مجمّدة",
  },
});

/** The wallets that hold money, each with the way to it. */
export function MoneyLeft({ wallets }: { readonly wallets: readonly Wallet[] }) {
  return (
    <>
      <Notice kind="warn" title={t().title}>
        {t().text}
      </Notice>
      <Section title={t().list}>
        <Rows>
          {wallets.map((wallet) => (
            <Row
              key={wallet.id}
              icon={wallet.status === "frozen" ? "snow" : "card"}
              title={<bdi dir="auto">{walletName(wallet)}</bdi>}
              detail={wallet.status === "frozen" ? t().frozen : null}
              end={<Amount value={wallet.balance} currency={wallet.currency} />}
              href={`/wallets/${wallet.id}`}
            />
          ))}
        </Rows>
      </Section>
    </>
  );
}
