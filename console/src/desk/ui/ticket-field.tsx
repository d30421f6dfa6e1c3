import { words } from "../../i18n/words.ts";
import { Field } from "../../ui/field.tsx";
import { isTicket, TICKET_LENGTH_MAX } from "./ticket.ts";

const t = words({
  en: {
    ticket: "Case number (optional)",
    hint: "Your own, such as CASE-1042. No personal data.",
    wrong: "Letters, digits and . _ # - without blanks",
  },
  ar: {
    ticket: "رقم الملف (اختياري)",
    hint: "رقمكم الداخلي، مثل \u2066CASE-1042\u2069، من دون بيانات شخصية.",
    wrong: "حروف لاتينية وأرقام و \u2066. _ # -\u2069 من دون فراغات",
  },
});

interface TicketProps {
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly isTried: boolean;
}

/** The operators' own case number. */
export function TicketField({ value, onValue, isTried }: TicketProps) {
  return (
    <div class="ltr-input">
      <Field
        label={t().ticket}
        hint={t().hint}
        error={isTried && !isTicket(value) ? t().wrong : null}
        value={value}
        onValue={onValue}
        maxLength={TICKET_LENGTH_MAX}
        autocomplete="off"
        spellcheck={false}
      />
    </div>
  );
}
