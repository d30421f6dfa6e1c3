import type { ComponentChildren } from "preact";
import { useLocation } from "preact-iso";
import { words } from "../i18n/words.ts";
import { StepUpDialog } from "../pay/step-up-dialog.tsx";
import { Icon, type IconName } from "../ui/icon.tsx";
import { Star } from "../ui/logo.tsx";
import { OfflineBar } from "../ui/offline-bar.tsx";
import { UnfinishedNotices } from "./unfinished-notices.tsx";

const t = words({
  en: {
    name: "Mahfaza",
    skip: "Skip to the content",
    main: "Main",
    home: "Home",
    history: "History",
    wallets: "Wallets",
    exchange: "Exchange",
    holds: "Holds",
    limits: "Limits",
    security: "Security",
    me: "Me",
  },
  ar: {
    name: "محفظة",
    skip: "الانتقال إلى المحتوى",
    main: "القائمة الرئيسية",
    home: "الرئيسية",
    history: "السجل",
    wallets: "المحافظ",
    exchange: "الصرف",
    holds: "الحجوزات",
    limits: "الحدود",
    security: "الأمان",
    me: "حسابي",
  },
});

type Place = "home" | "history" | "wallets" | "exchange" | "holds" | "limits" | "security" | "me";

interface NavItem {
  readonly place: Place;
  readonly href: string;
  readonly icon: IconName;
  /** Only in the side bar of a wide screen. */
  readonly isWide?: boolean;
}

const ITEMS: readonly NavItem[] = [
  { place: "home", href: "/", icon: "home" },
  { place: "history", href: "/history", icon: "list" },
  { place: "wallets", href: "/wallets", icon: "card" },
  { place: "exchange", href: "/exchange", icon: "swap", isWide: true },
  { place: "holds", href: "/holds", icon: "lock", isWide: true },
  { place: "limits", href: "/limits", icon: "gauge", isWide: true },
  { place: "security", href: "/me/security", icon: "shield", isWide: true },
  { place: "me", href: "/me", icon: "user" },
];

/** The item whose address begins the path, the longest one first. */
function currentOf(path: string): NavItem | undefined {
  const fits = ({ href }: NavItem) =>
    path === href || (href !== "/" && path.startsWith(`${href}/`));
  return ITEMS.filter(fits).sort((a, b) => b.href.length - a.href.length)[0];
}

/** The frame of every page of a person who is logged in. */
export function Shell({ children }: { readonly children: ComponentChildren }) {
  const { path } = useLocation();
  const current = currentOf(path);
  return (
    <div class="shell">
      <a class="skip" href="#content">
        {t().skip}
      </a>
      <OfflineBar />
      <nav class="nav" aria-label={t().main}>
        <a class="brand" href="/">
          <Star />
          {t().name}
        </a>
        <ul>
          {ITEMS.map((item) => (
            <li key={item.place} class={item.isWide ? "nav-wide" : undefined}>
              <a href={item.href} aria-current={item === current ? "page" : undefined}>
                <Icon name={item.icon} />
                {t()[item.place]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main id="content">
        <UnfinishedNotices />
        {children}
      </main>
      <StepUpDialog />
    </div>
  );
}
