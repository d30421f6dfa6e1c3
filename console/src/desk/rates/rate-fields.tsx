import type { Rate } from "@mahfaza/client";
import { basisPointsText } from "../../i18n/basis-points.ts";
import { words } from "../../i18n/words.ts";
import { Choice } from "../../ui/choice.tsx";
import { Field } from "../../ui/field.tsx";
import { MARKET } from "../words/money.ts";
import { optionsOf } from "../words/name.ts";
import { CurrencyField } from "./currency-field.tsx";
import { moveOf, readRate } from "./typed-rate.ts";
import type { RateFault, RateForm } from "./use-rate-form.ts";

const t = words({
  en: {
    base: "From one",
    counter: "Into",
    pair: "Choose two different currencies",
    market: "Whose rial",
    rate: (unit: string, counter: string) => `What ${unit} is worth in ${counter}`,
    rateWrong: "A positive number of up to 12 digits",
    move: (percent: string) => `Moves the rate by ${percent}`,
    spread: "Spread (%)",
    fee: "Fee (%)",
    percentWrong: "From 0 to 10, with two decimals",
    most: "Most in one quote (optional)",
    mostWrong: "A positive amount of the first currency",
    valid: "In force for",
    hour: "An hour",
    day: "A day",
    week: "A week",
    stop: "End it now",
  },
  ar: {
    base: "من وحدة",
    counter: "إلى",
    pair: "اختر عملتين مختلفتين",
    market: "ريال أي سوق",
    rate: (unit: string, counter: string) => `قيمة ${unit} بعملة ${counter}`,
    rateWrong: "عدد موجب من 12 رقمًا على الأكثر",
    move: (percent: string) => `يتحرك السعر بنسبة ${percent}`,
    spread: "الهامش (٪)",
    fee: "الرسوم (٪)",
    percentWrong: "من 0 إلى 10 بمنزلتين عشريتين",
    most: "أقصى عرض واحد (اختياري)",
    mostWrong: "مبلغ موجب بالعملة الأولى",
    valid: "يسري لمدة",
    hour: "ساعة",
    day: "يوم",
    week: "أسبوع",
    stop: "إنهاء السعر الآن",
  },
});

interface FieldsProps {
  readonly form: RateForm;
  readonly rate: Rate | null;
  /** The faults that are shown. */
  readonly faults: readonly RateFault[];
}

export function RateFields({ form, rate, faults }: FieldsProps) {
  const { fields, set, isRial } = form;
  return (
    <>
      {!rate && <PairFields form={form} faults={faults} />}
      {isRial && !rate && (
        <Choice
          label={t().market}
          value={fields.market}
          options={optionsOf(MARKET)}
          onValue={(market) => set({ market })}
        />
      )}
      <RateField form={form} rate={rate} faults={faults} />
      <div class="two-fields">
        <Percent
          label={t().spread}
          value={fields.spread}
          onValue={(spread) => set({ spread })}
          isWrong={faults.includes("spread")}
        />
        <Percent
          label={t().fee}
          value={fields.fee}
          onValue={(fee) => set({ fee })}
          isWrong={faults.includes("fee")}
        />
      </div>
      <Field
        label={t().most}
        value={fields.most}
        onValue={(most) => set({ most })}
        inputMode="decimal"
        autocomplete="off"
        suffix={fields.base}
        error={faults.includes("most") ? t().mostWrong : null}
      />
      <ValidFor form={form} isInForce={rate !== null} />
    </>
  );
}

function PairFields({ form: { fields, set }, faults }: Omit<FieldsProps, "rate">) {
  return (
    <div class="two-fields">
      <CurrencyField
        label={t().base}
        value={fields.base}
        onValue={(base) => set({ base })}
        error={faults.includes("pair") ? t().pair : null}
      />
      <CurrencyField
        label={t().counter}
        value={fields.counter}
        onValue={(counter) => set({ counter })}
        error={null}
      />
    </div>
  );
}

function RateField({ form, rate, faults }: FieldsProps) {
  const { fields, set } = form;
  const typed = readRate(fields.rate);
  const move = rate && typed ? moveOf(rate.rate, typed) : null;
  const unit = `\u2066${rate?.unit ?? 1} ${fields.base || "…"}\u2069`;
  return (
    <Field
      label={t().rate(unit, fields.counter || "…")}
      hint={move === null ? undefined : t().move(basisPointsText(move, "both"))}
      error={faults.includes("rate") ? t().rateWrong : null}
      value={fields.rate}
      onValue={(next) => set({ rate: next })}
      inputMode="decimal"
      autocomplete="off"
      maxLength={24}
      suffix={fields.counter}
    />
  );
}

interface PercentProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly isWrong: boolean;
}

function Percent({ isWrong, ...field }: PercentProps) {
  return (
    <Field
      {...field}
      inputMode="decimal"
      autocomplete="off"
      maxLength={5}
      error={isWrong ? t().percentWrong : null}
    />
  );
}

interface ValidProps {
  readonly form: RateForm;
  readonly isInForce: boolean;
}

function ValidFor({ form: { fields, set }, isInForce }: ValidProps) {
  const lengths: readonly (readonly [string, string])[] = [
    ["3600", t().hour],
    ["86400", t().day],
    ["604800", t().week],
  ];
  return (
    <Choice
      label={t().valid}
      value={fields.seconds}
      options={isInForce ? [...lengths, ["1", t().stop]] : lengths}
      onValue={(seconds) => set({ seconds })}
    />
  );
}
