import { api } from "../../api/client.ts";
import { plural, words } from "../../i18n/words.ts";
import { Card, Details, Section } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Time } from "../../ui/time.tsx";
import { useProven } from "../proven.ts";
import { countText } from "../ui/count-text.ts";
import { WhenProven } from "../ui/when-proven.tsx";

const t = words({
  en: {
    title: "Second factors",
    app: "Authenticator app",
    noApp: "None",
    since: "since",
    used: "last used",
    never: "never used",
    passkeys: "Passkeys",
    passkey: "Passkey",
    codes: "Recovery codes left",
    count: (count: number) => plural(count, { one: "# passkey", other: "# passkeys" }),
  },
  ar: {
    title: "عوامل التحقق",
    app: "تطبيق المصادقة",
    noApp: "لا يوجد",
    since: "منذ",
    used: "آخر استخدام",
    never: "لم يُستخدم",
    passkeys: "مفاتيح المرور",
    passkey: "مفتاح مرور",
    codes: "رموز الاسترداد المتبقية",
    count: (count: number) =>
      plural(count, {
        zero: "لا مفاتيح",
        one: "مفتاح واحد",
        two: "مفتاحان",
        few: "# مفاتيح",
        many: "# مفتاحًا",
        other: "# مفتاح",
      }),
  },
});

/** A person's second factors: kinds, counts and times. */
export function PersonFactors({ id }: { readonly id: string }) {
  const factors = useProven(`factors:${id}`, () =>
    api.GET("/v1/admin/users/{id}/factors", { params: { path: { id } } }),
  );
  return (
    <Section title={t().title}>
      <WhenProven of={factors} loading={<Skeleton form="details" count={3} />}>
        {({ totp, passkeys, recovery_codes_left }) => (
          <Card>
            <Details
              lines={[
                [
                  t().app,
                  totp ? <Times since={totp.enrolled_at} used={totp.last_used_at} /> : t().noApp,
                ],
                [t().passkeys, t().count(passkeys.length)],
                ...passkeys.map(
                  ({ created_at, last_used_at }, index) =>
                    [
                      `${t().passkey} ${countText(index + 1)}`,
                      <Times since={created_at} used={last_used_at} />,
                    ] as const,
                ),
                [t().codes, <bdi class="num">{countText(recovery_codes_left)}</bdi>],
              ]}
            />
          </Card>
        )}
      </WhenProven>
    </Section>
  );
}

function Times({ since, used }: { readonly since: string; readonly used: string | null }) {
  return (
    <>
      {t().since} <Time at={since} /> ·{" "}
      {used ? (
        <>
          {t().used} <Time at={used} />
        </>
      ) : (
        t().never
      )}
    </>
  );
}
