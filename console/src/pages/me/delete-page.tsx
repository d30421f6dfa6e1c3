import "../../styles/identity.css";
import { api } from "../../api/client.ts";
import { useData } from "../../api/use-data.ts";
import { logOut } from "../../app/session.ts";
import { words } from "../../i18n/words.ts";
import { useAction } from "../../identity/use-action.ts";
import { withStepUp } from "../../pay/with-step-up.ts";
import { WhenLoaded } from "../../problems/loaded.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { MoneyLeft } from "./delete/money-left.tsx";
import { walletsInTheWay } from "./delete/wallets-in-the-way.ts";
import { hasDeletedAccount } from "./goodbye.tsx";
import { PasswordForm } from "./security/password-form.tsx";

const t = words({
  en: {
    title: "Delete the account",
    points: () => [
      "Your name, phone and e-mail address are erased.",
      "You are logged out everywhere, and cannot log in again.",
      "Payments stay in the ledger without your name: the law and the other side need them.",
      "It cannot be taken back.",
    ],
    submit: "Delete my account",
    keep: "Keep it",
  },
  ar: {
    title: "حذف الحساب",
    points: () => [
      "يُمحى اسمك ورقم هاتفك وبريدك.",
      "يُسجّل خروجك من كل مكان، ولا يمكنك الدخول من جديد.",
      "تبقى المدفوعات في الدفتر من دون اسمك، فالقانون والطرف الآخر يحتاجان إليها.",
      "لا يمكن التراجع عن ذلك.",
    ],
    submit: "احذف حسابي",
    keep: "أبقِ الحساب",
  },
});

/** The end of the account: what it means, what is in the way, and the password. */
export function DeletePage() {
  const wallets = useData("wallets", () => api.GET("/v1/wallets"));
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
