import type { ComponentChildren } from "preact";
import { chooseLanguage, language } from "../i18n/language.ts";
import { words } from "../i18n/words.ts";
import { Star } from "./logo.tsx";

const t = words({
  en: { name: "Mahfaza", other: "العربية" },
  ar: { name: "محفظة", other: "English" },
});

/** The frame of the pages before a login: the name, and the other language. */
export function Front({ children }: { readonly children: ComponentChildren }) {
  const other = language.value === "ar" ? "en" : "ar";
  return (
    <div class="front">
      <header class="front-head">
        <a class="brand" href="/">
          <Star />
          {t().name}
        </a>
        <button
          type="button"
          class="button button-quiet"
          lang={other}
          onClick={() => chooseLanguage(other)}
        >
          {t().other}
        </button>
      </header>
      <main>{children}</main>
    </div>
  );
}
