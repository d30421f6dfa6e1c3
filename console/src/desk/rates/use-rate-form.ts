import { type components, exponentOf, money, type Rate } from "@mahfaza/client";
import { useState } from "preact/hooks";
import { percentDecimal } from "../../i18n/basis-points.ts";
import { readTypedAmount } from "../../i18n/typed-amount.ts";
import type { Market } from "../words/money.ts";
import { readPercent, readRate } from "./typed-rate.ts";

interface RateFieldsState {
  readonly base: string;
  readonly counter: string;
  readonly market: Market;
  readonly rate: string;
  readonly spread: string;
  readonly fee: string;
  /** Empty: the service's own bound. */
  readonly most: string;
  readonly seconds: string;
}

/** A part of the form that cannot be sent as it is. */
export type RateFault = "pair" | "rate" | "spread" | "fee" | "most";

export interface RateForm {
  readonly fields: RateFieldsState;
  readonly set: (change: Partial<RateFieldsState>) => void;
  readonly isRial: boolean;
  readonly faults: readonly RateFault[];
  readonly body: () => components["schemas"]["SetRateRequest"];
}

const DAY = "86400";

function startOf(rate: Rate | null): RateFieldsState {
  return {
    base: rate?.base_currency ?? "",
    counter: rate?.counter_currency ?? "",
    market: rate?.market ?? "aden",
    rate: rate?.rate ?? "",
    spread: percentDecimal(rate?.spread_basis_points ?? 0),
    fee: percentDecimal(rate?.fee_basis_points ?? 0),
    most: rate?.quote_max ?? "",
    seconds: DAY,
  };
}

/** Which fields cannot be sent. */
function faultsOf({
  base,
  counter,
  rate,
  spread,
  fee,
  most,
}: RateFieldsState): readonly RateFault[] {
  const isPair = base !== "" && counter !== "" && base !== counter;
  const isMost =
    most === "" || (base !== "" && readTypedAmount(most, exponentOf(base)).value !== null);
  const wrong: readonly (readonly [RateFault, boolean])[] = [
    ["pair", !isPair],
    ["rate", readRate(rate) === null],
    ["spread", readPercent(spread) === null],
    ["fee", readPercent(fee) === null],
    ["most", !isMost],
  ];
  return wrong.filter(([, isWrong]) => isWrong).map(([fault]) => fault);
}

/** The form of a rate; of a rate in force it begins with its terms. */
export function useRateForm(rate: Rate | null): RateForm {
  const [fields, setFields] = useState(startOf(rate));
  const { base, counter, market, most } = fields;
  const isRial = base === "YEM" || counter === "YEM";
  return {
    fields,
    set: (change) => setFields({ ...fields, ...change }),
    isRial,
    faults: faultsOf(fields),
    body: () => ({
      base_currency: base,
      counter_currency: counter,
      ...(isRial && { market }),
      rate: readRate(fields.rate) ?? "",
      unit: rate?.unit ?? 1,
      spread_basis_points: readPercent(fields.spread) ?? 0,
      fee_basis_points: readPercent(fields.fee) ?? 0,
      ...(most !== "" && {
        quote_max: money(readTypedAmount(most, exponentOf(base)).value ?? "0", base),
      }),
      valid_for_seconds: Number.parseInt(fields.seconds, 10),
    }),
  };
}
