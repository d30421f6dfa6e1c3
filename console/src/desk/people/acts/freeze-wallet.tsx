import { useState } from "preact/hooks";
import { api } from "../../../api/client.ts";
import { words } from "../../../i18n/words.ts";
import { Choice } from "../../../ui/choice.tsx";
import { Field } from "../../../ui/field.tsx";
import { strongerReasons, widerScopes } from "../../rights.ts";
import { OperatorAct } from "../../ui/operator-act.tsx";
import { ReasonField } from "../../ui/reason-field.tsx";
import { optionsOf } from "../../words/name.ts";
import {
  FREEZE_REASON,
  FREEZE_SCOPE,
  type FreezeReason,
  type FreezeScope,
} from "../../words/people.ts";
import type { WatchedWallet } from "../person-wallets.tsx";
import type { WalletActProps } from "../wallet-acts.tsx";
import { endDays, endOfDay } from "./freeze-end.ts";

const t = words({
  en: {
    title: "Freeze the wallet",
    stronger: "Strengthen the freeze",
    what: "No money moves in the chosen direction until the freeze ends. The owner sees that the wallet is frozen, but not why.",
    replaces: "It replaces the freeze in force, and may not be weaker in any way.",
    legal: "You cannot lift a legal order that you set.",
    scope: "What it stops",
    until: "Last day (optional)",
    untilHint: "The freeze ends after this day. Without it, it lasts until an operator lifts it.",
    wrong: "Choose a day within the next year",
    early: "Choose a day not before the present end",
    submit: "Freeze",
    done: "The wallet is frozen.",
  },
  ar: {
    title: "تجميد المحفظة",
    stronger: "تشديد التجميد",
    what: "لا ينتقل المال في الاتجاه المختار حتى ينتهي التجميد. يرى صاحبها أنها مجمّدة من دون السبب.",
    replaces: "يحل محل التجميد الحالي، ولا يجوز أن يكون أخف منه في شيء.",
    legal: "لا يمكنك رفع أمر قضائي وضعته بنفسك.",
    scope: "ما الذي يوقفه",
    until: "آخر يوم (اختياري)",
    untilHint: "ينتهي التجميد بعد هذا اليوم. ومن دونه يبقى حتى يرفعه مشغّل.",
    wrong: "اختر يومًا خلال السنة القادمة",
    early: "اختر يومًا لا يسبق النهاية الحالية",
    submit: "تجميد المحفظة",
    done: "المحفظة مجمّدة.",
  },
});

/** Freezes a wallet, or replaces its freeze by a stronger one. */
export function FreezeWallet({ account, wallet: { id, freeze }, onClose }: WalletActProps) {
  const [reason, setReason] = useState<FreezeReason | null>(freeze?.reason ?? null);
  const [scope, setScope] = useState<FreezeScope>(freeze?.scope ?? "both");
  const [day, setDay] = useState("");
  const days = endDays(new Date(), freeze?.until ?? null);
  const until = endOfDay(day);
  const isDayWrong = day !== "" && (day < days.min || day > days.max || until === null);
  return (
    <OperatorAct
      texts={textsOf(freeze, reason)}
      isDanger
      isComplete={reason !== null && !isDayWrong}
      send={() =>
        api.PUT("/v1/admin/wallets/{id}/freeze", {
          params: { path: { id } },
          body: { reason: reason as FreezeReason, scope, ...(until && { until }) },
        })
      }
      changes={[`desk:wallets:${account.id}`]}
      onClose={onClose}
      fields={(isTried) => (
        <>
          <ReasonField
            value={reason}
            onValue={setReason}
            options={optionsOf(FREEZE_REASON).filter(
              ([code]) => !freeze || strongerReasons(freeze).includes(code),
            )}
            isTried={isTried}
          />
          <Choice
            label={t().scope}
            value={scope}
            onValue={setScope}
            options={optionsOf(FREEZE_SCOPE).filter(
              ([code]) => !freeze || widerScopes(freeze).includes(code),
            )}
          />
          {(!freeze || freeze.until !== null) && (
            <Field
              type="date"
              label={t().until}
              hint={t().untilHint}
              error={isTried && isDayWrong ? (freeze ? t().early : t().wrong) : null}
              value={day}
              onValue={setDay}
              {...days}
            />
          )}
        </>
      )}
    />
  );
}

function textsOf(freeze: WatchedWallet["freeze"], reason: FreezeReason | null) {
  const { title, stronger, what, replaces, legal, submit, done } = t();
  const sentences = [what, freeze && replaces, reason === "legal_order" && legal];
  return {
    title: freeze ? stronger : title,
    what: sentences.filter(Boolean).join(" "),
    submit: freeze ? stronger : submit,
    done,
  };
}
