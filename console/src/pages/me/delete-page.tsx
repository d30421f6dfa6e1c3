import "../../styles/identity.css";
import { api } from "../../api/client.ts";
import { logOut } from "../../api/session.ts";
import { useAction } from "../../api/use-action.ts";
import { useWallets } from "../../api/use-wallets.ts";
import { words } from "../../i18n/words.ts";
import { hasDeletedAccount } from "../../login/goodbye.tsx";
import { withStepUp } from "../../pay/with-step-up.ts";
import { WhenLoaded } from "../../problems/loaded.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { MoneyLeft } from "./delete/money-left.tsx";
import { walletsInTheWay } from "./delete/wallets-in-the-way.ts";
import { PasswordForm } from "./security/password-form.tsx";

const t = words({
  en: {
    title: "Delete the account",
    points: () => [
      "Your name, phone and e-mail address are erased.",
      "You are logged out everywhere, and cannot log in again.",
      "Transactions stay in the ledger without your name: the law and the other side need them.",
      "This cannot be undone.",
    ],
    submit: "Delete my account",
    keep: "Keep the account",
  },
  ar: {
    title: "حذف الحساب",
    points: () => [
      "يُمحى اسمك ورقم هاتفك وبريدك.",
      "يُسجّل خروجك من كل مكان، ولا يمكنك تسجيل الدخول من جديد.",
      "تبقى العمليات في دفتر الحسابات من دون اسمك، لأن القانون والطرف الآخر يحتاجان إليها.",
      "لا يمكن التراجع عن ذلك.",
    ],
    submit: "حذف حسابي",
    keep: "إبقاء الحساب",
  },
});

/** The end of the account: what it means, what is in the way, and the password. */
export function DeletePage() {
  const wallets = useWallets();
  const action = useAction();
  const remove = (password: string) =>
    void action.run(
      () => withStepUp(() => api.DELETE("/v1/users/me", { body: { password } })),
      async () => {
        hasDeletedAccount.value = true;
        await logOut();
      },
    );
  return (
    <Page title={t().title} back="/me/profile" isNarrow>
      <ul class="points">
        {t()
          .points()
          .map((point) => (
            <li key={point}>{point}</li>
          ))}
      </ul>
      <WhenLoaded of={wallets} loading={<Skeleton form="rows" count={2} />}>
        {({ data }) => {
          const inTheWay = walletsInTheWay(data);
          return inTheWay.length > 0 ? (
            <MoneyLeft wallets={inTheWay} />
          ) : (
            <PasswordForm action={action} submit={t().submit} onPassword={remove} isDanger />
          );
        }}
      </WhenLoaded>
      <LinkButton href="/me" kind="quiet">
        {t().keep}
      </LinkButton>
    </Page>
  );
}
