import type { ComponentChildren } from "preact";
import { useLocation } from "preact-iso";
import { logOut, me } from "../api/session.ts";
import { chooseTheme, theme } from "../device/theme.ts";
import { chooseLanguage, language } from "../i18n/language.ts";
import { words } from "../i18n/words.ts";
import { StepUpDialog } from "../pay/step-up-dialog.tsx";
import { Icon, type IconName } from "../ui/icon.tsx";
import { Star } from "../ui/logo.tsx";
import { OfflineBar } from "../ui/offline-bar.tsx";
import { isAdmin, theOperator } from "./operator.ts";
import { nameOf } from "./words/name.ts";
import { ROLE } from "./words/people.ts";

const t = words({
  en: {
    name: "Mahfaza desk",
    skip: "Skip to the content",
    main: "Desk",
    overview: "Overview",
    people: "People",
    proposals: "Proposals",
    rates: "Rates",
    funding: "Funding",
    operators: "Operators",
    other: "العربية",
    dark: "Dark colours",
    light: "Light colours",
    out: "Log out",
  },
  ar: {
    name: "لوحة محفظة",
    skip: "الانتقال إلى المحتوى",
    main: "اللوحة",
    overview: "نظرة عامة",
    people: "الأشخاص",
    proposals: "الاقتراحات",
    rates: "أسعار الصرف",
    funding: "الإيداع والسحب",
    operators: "المشغّلون",
    other: "English",
    dark: "ألوان داكنة",
    light: "ألوان فاتحة",
    out: "تسجيل الخروج",
  },
});

interface Place {
  readonly name: "overview" | "people" | "proposals" | "rates" | "funding" | "operators";
  readonly href: string;
  readonly icon: IconName;
  /** Pages below it that have another beginning. */
  readonly also?: string;
  readonly isForAdmins?: boolean;
}

const PLACES: readonly Place[] = [
  { name: "overview", href: "/desk", icon: "wave" },
  { name: "people", href: "/desk/people", icon: "search", also: "/desk/transactions" },
  { name: "proposals", href: "/desk/proposals", icon: "tick", isForAdmins: true },
  { name: "rates", href: "/desk/rates", icon: "chart" },
  { name: "funding", href: "/desk/funding", icon: "swap" },
  { name: "operators", href: "/desk/operators", icon: "people", isForAdmins: true },
];

function isCurrent({ href, also }: Place, path: string): boolean {
  if (href === "/desk") return path === href;
  return [href, also].some((start) => start && (path === start || path.startsWith(`${start}/`)));
}

/** The frame of every page of the desk. */
export function DeskShell({ children }: { readonly children: ComponentChildren }) {
  const { path } = useLocation();
  const places = PLACES.filter(({ isForAdmins }) => !isForAdmins || isAdmin());
  return (
    <div class="desk">
      <a class="skip" href="#content">
        {t().skip}
      </a>
      <OfflineBar />
      <header class="desk-side">
        <a class="brand" href="/desk">
          <Star />
          {t().name}
        </a>
        <nav aria-label={t().main}>
          <ul>
            {places.map((place) => (
              <li key={place.name}>
                <a href={place.href} aria-current={isCurrent(place, path) ? "page" : undefined}>
                  <Icon name={place.icon} />
                  {t()[place.name]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <Self />
      </header>
      <main id="content">{children}</main>
      <StepUpDialog />
    </div>
  );
}

/** Who is at the desk, and how they see it. */
function Self() {
  const isSystemDark = matchMedia("(prefers-color-scheme: dark)").matches;
  const isDark = theme.value === "system" ? isSystemDark : theme.value === "dark";
  return (
    <div class="desk-self">
      <p>
        <bdi dir="auto">{me.value?.username}</bdi>
        <span class="quiet small">{nameOf(ROLE, theOperator().role)}</span>
      </p>
      <div class="desk-switches">
        <button
          type="button"
          lang={language.value === "ar" ? "en" : "ar"}
          onClick={() => chooseLanguage(language.value === "ar" ? "en" : "ar")}
        >
          {t().other}
        </button>
        <button type="button" onClick={() => chooseTheme(isDark ? "light" : "dark")}>
          {isDark ? t().light : t().dark}
        </button>
        <button type="button" onClick={() => void logOut()}>
          {t().out}
        </button>
      </div>
    </div>
  );
}
