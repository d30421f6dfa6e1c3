import { locale } from "../i18n/language.ts";
import { words } from "../i18n/words.ts";
import { Field } from "../ui/field.tsx";
import type { ReadPhone } from "./read-phone.ts";
import { useReadPhone } from "./use-read-phone.ts";

const t = words({
  en: {
    phone: "Phone number",
    example: "Like 771\u00a0234\u00a0567, or +20\u00a0… from another country",
  },
  ar: {
    phone: "رقم الهاتف",
    example: "مثل \u2066771\u00a0234\u00a0567\u2069، أو \u2066+20\u00a0…\u2069 لبلد آخر",
  },
});

interface PhoneFieldProps {
  readonly value: string;
  readonly onValue: (typed: string) => void;
  readonly error?: string | null | undefined;
  readonly label?: string;
  readonly autocomplete?: string;
  /** Shows an example before anything is typed. */
  readonly hasExample?: boolean;
}

/** A phone number, with what it was understood as below it. */
export function PhoneField({ label, hasExample = false, error, ...field }: PhoneFieldProps) {
  const read = useReadPhone(field.value);
  return (
    <div class="ltr-input">
      <Field
        {...field}
        label={label ?? t().phone}
        type="tel"
        inputMode="tel"
        name="phone"
        maxLength={40}
        error={error}
        hint={read ? <Understood read={read} /> : hasExample ? t().example : null}
      />
    </div>
  );
}

function Understood({ read }: { readonly read: ReadPhone }) {
  const country = read.country
    ? new Intl.DisplayNames(locale.value, { type: "region" }).of(read.country)
    : null;
  return (
    <>
      <bdi class="num">{read.shown}</bdi>
      {country && ` · ${country}`}
    </>
  );
}
