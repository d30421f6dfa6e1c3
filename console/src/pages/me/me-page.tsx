import "../../styles/identity.css";
import { me } from "../../api/session.ts";
import { words } from "../../i18n/words.ts";
import { SuspensionNotice } from "../../pay/suspension-notice.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Page } from "../../ui/page.tsx";
import { Row, Rows } from "../../ui/row.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { LogOut } from "./log-out.tsx";
import { roleOf } from "./role.ts";
import { Settings } from "./settings.tsx";
import { VerifyOffer } from "./verify-offer.tsx";
import { Who } from "./who.tsx";

const t = words({
  en: {
    title: "Me",
    profile: "Name and contacts",
    profileText: "Name, phone, e-mail, password",
    security: "Security",
    securityText: "Logins, second factors, passkeys",
    activity: "Activity",
    activityText: "What happened to your account",
    limits: "Limits",
    limitsText: "What you can pay and receive",
    holds: "Holds",
    holdsText: "Reserved money",
    exchange: "Exchange",
    exchangeText: "From one currency into another",
    desk: "Operators’ desk",
    deskText: "People, wallets, rates",
  },
  ar: {
    title: "حسابي",
    profile: "الاسم وبيانات الاتصال",
    profileText: "الاسم والهاتف والبريد وكلمة المرور",
    security: "الأمان",
    securityText: "الجلسات وعوامل التحقق ومفاتيح المرور",
    activity: "النشاط",
    activityText: "ما حدث في حسابك",
    limits: "الحدود",
    limitsText: "ما يمكنك دفعه واستلامه",
    holds: "الحجوزات",
    holdsText: "مبالغ محجوزة",
    exchange: "الصرف",
    exchangeText: "من عملة إلى أخرى",
    desk: "لوحة المشغّلين",
    deskText: "الأشخاص والمحافظ والأسعار",
  },
});

const LINKS = [
  { name: "profile", href: "/me/profile", icon: "user" },
  { name: "security", href: "/me/security", icon: "shield" },
  { name: "activity", href: "/me/activity", icon: "bell" },
  { name: "limits", href: "/limits", icon: "gauge" },
  { name: "holds", href: "/holds", icon: "lock" },
  { name: "exchange", href: "/exchange", icon: "swap" },
] as const;

/** Who is logged in, the way to everything about the account, and the settings of this device. */
export function MePage() {
  const user = me.value;
  return (
    <Page title={t().title} isTitleHidden isNarrow>
      {user ? <Who user={user} /> : <Skeleton form="details" count={2} />}
      {user?.suspension && <SuspensionNotice suspension={user.suspension} />}
      {user && <VerifyOffer user={user} />}
      <Rows>
        {LINKS.map(({ name, href, icon }) => (
          <Row
            key={name}
            icon={icon}
            title={t()[name]}
            detail={t()[`${name}Text`]}
            href={href}
            end={<Icon name="next" />}
          />
        ))}
        {user && roleOf(user) && <DeskRow />}
      </Rows>
      <Settings />
      <LogOut />
    </Page>
  );
}

/** The desk is an app of its own: its link loads a page. */
function DeskRow() {
  return (
    <li>
      <a class="row" href="/desk" target="_self" rel="external" onClick={leave}>
        <span class="row-icon row-icon-plain">
          <Icon name="people" />
        </span>
        <span class="row-text">
          <span class="row-title">{t().desk}</span>
          <span class="row-detail row-detail-plain">{t().deskText}</span>
        </span>
        <span class="row-end">
          <Icon name="next" />
        </span>
      </a>
    </li>
  );
}

function leave(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
  location.assign("/desk");
}
