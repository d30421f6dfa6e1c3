import { chooseTheme, theme } from "../../device/theme.ts";
import { chooseDigits, chooseLanguage, digits, language } from "../../i18n/language.ts";
import { words } from "../../i18n/words.ts";
import { Choice } from "../../ui/choice.tsx";
import { Card, Section } from "../../ui/page.tsx";

const t = words({
  en: {
    title: "On this device",
    language: "Language",
    digits: "Digits",
    theme: "Colours",
    system: "Same as device",
    light: "Light",
    dark: "Dark",
  },
  ar: {
    title: "على هذا الجهاز",
    language: "اللغة",
    digits: "الأرقام",
    theme: "الألوان",
    system: "مثل الجهاز",
    light: "فاتحة",
    dark: "داكنة",
  },
});

/** How the console looks here: language, digits and colours. */
export function Settings() {
  return (
    <Section title={t().title}>
      <Card>
        <div class="setting">
          <Choice
            label={t().language}
            value={language.value}
            options={[
              ["ar", "العربية"],
              ["en", "English"],
            ]}
            onValue={chooseLanguage}
          />
          {language.value === "ar" && (
            <Choice
              label={t().digits}
              value={digits.value}
              options={[
                ["latn", "123"],
                ["arab", "١٢٣"],
              ]}
              onValue={chooseDigits}
            />
          )}
          <Choice
            label={t().theme}
            value={theme.value}
            options={[
              ["system", t().system],
              ["light", t().light],
              ["dark", t().dark],
            ]}
            onValue={chooseTheme}
          />
        </div>
      </Card>
    </Section>
  );
}
