import { plural, words } from "../../i18n/words.ts";
import { Choice } from "../../ui/choice.tsx";
import { Field } from "../../ui/field.tsx";
import type { ChosenDuration } from "./chosen-duration.ts";
import { dateAfter } from "./durations.ts";

const t = words({
  en: {
    hours: (count: number) => plural(count, { one: "# hour", other: "# hours" }),
    days: (count: number) => plural(count, { one: "# day", other: "# days" }),
    date: "Until a day",
    day: "Day",
  },
  ar: {
    hours: (count: number) =>
      plural(count, { one: "ساعة واحدة", two: "ساعتان", few: "# ساعات", other: "# ساعة" }),
    days: (count: number) =>
      plural(count, {
        one: "يوم واحد",
        two: "يومان",
        few: "# أيام",
        many: "# يومًا",
        other: "# يوم",
      }),
    date: "حتى يوم معيّن",
    day: "اليوم",
  },
});

const DAY = 86_400;

interface DurationFieldProps {
  readonly label: string;
  readonly value: ChosenDuration;
  readonly options: readonly number[];
  readonly onValue: (value: ChosenDuration) => void;
  readonly hint: string;
  readonly error: string | null;
}

/** How long: offered times as chips, or a day of the calendar. */
export function DurationField(props: DurationFieldProps) {
  const { label, value, options, onValue, hint, error } = props;
  const now = Date.now();
  const text = (seconds: number) =>
    seconds < DAY ? t().hours(seconds / 3600) : t().days(seconds / DAY);
  return (
    <div class="stack-small">
      <Choice
        label={label}
        value={value.kind}
        options={[
          ...options.map((seconds) => [String(seconds), text(seconds)] as const),
          ["date", t().date] as const,
        ]}
        onValue={(kind) => onValue({ ...value, kind })}
      />
      {value.kind === "date" && (
        <Field
          type="date"
          label={t().day}
          value={value.date}
          min={dateAfter(0, now)}
          max={dateAfter(29, now)}
          onValue={(date) => onValue({ ...value, date })}
          hint={hint}
          error={error}
        />
      )}
    </div>
  );
}
