import type { Account } from "@mahfaza/client";
import type { ComponentType } from "preact";
import { useState } from "preact/hooks";
import { words } from "../../i18n/words.ts";
import { Button } from "../../ui/button.tsx";
import { theOperator } from "../operator.ts";
import { actsOn, type PersonAct } from "../rights.ts";
import { EndSessions } from "./acts/end-sessions.tsx";
import { LiftSuspension } from "./acts/lift-suspension.tsx";
import { RemoveFactors } from "./acts/remove-factors.tsx";
import { SetRole } from "./acts/set-role.tsx";
import { SetTier } from "./acts/set-tier.tsx";
import { Suspend } from "./acts/suspend.tsx";

const t = words({
  en: {
    suspend: "Suspend",
    strengthen: "Make it a legal order",
    lift: "Lift the suspension",
    endSessions: "End sessions",
    removeFactors: "Remove second factors",
    setRole: "Change the role",
    setTier: "Change the tier",
    own: "This is your own account. Another operator acts on it.",
    notYours: "Support does not act on operators.",
  },
  ar: {
    suspend: "إيقاف الحساب",
    strengthen: "جعله أمرًا قضائيًا",
    lift: "رفع الإيقاف",
    endSessions: "إنهاء الجلسات",
    removeFactors: "إزالة عوامل التحقق",
    setRole: "تغيير الدور",
    setTier: "تغيير الفئة",
    own: "هذا حسابك. يتصرف فيه مشغّل آخر.",
    notYours: "لا يتصرف الدعم في حسابات المشغّلين.",
  },
});

export interface PersonActProps {
  readonly account: Account;
  readonly onClose: () => void;
}

const DIALOGS: Readonly<Record<PersonAct, ComponentType<PersonActProps>>> = {
  suspend: Suspend,
  lift: LiftSuspension,
  endSessions: EndSessions,
  removeFactors: RemoveFactors,
  setRole: SetRole,
  setTier: SetTier,
};

const DANGERS: readonly PersonAct[] = ["suspend", "removeFactors"];

/** What this operator may do with this person: nothing else is offered. */
export function PersonActs({ account }: { readonly account: Account }) {
  // With the account of that moment: the dialog is about the act it was opened for, also when the
  // act has changed the account.
  const [open, setOpen] = useState<{ act: PersonAct; account: Account } | null>(null);
  const Dialog = open && DIALOGS[open.act];
  return (
    <>
      <ActButtons account={account} onAct={(act) => setOpen({ act, account })} />
      {Dialog && <Dialog account={open.account} onClose={() => setOpen(null)} />}
    </>
  );
}

interface ActButtonsProps {
  readonly account: Account;
  readonly onAct: (act: PersonAct) => void;
}

function ActButtons({ account, onAct }: ActButtonsProps) {
  const operator = theOperator();
  const acts = actsOn(operator, account);
  if (acts.length === 0) {
    if (account.deleted_at) return null;
    return <p class="quiet small">{account.id === operator.id ? t().own : t().notYours}</p>;
  }
  return (
    <div class="buttons">
      {acts.map((act) => (
        <Button
          key={act}
          kind={DANGERS.includes(act) ? "danger" : "plain"}
          onClick={() => onAct(act)}
        >
          {act === "suspend" && account.suspension ? t().strengthen : t()[act]}
        </Button>
      ))}
    </div>
  );
}
