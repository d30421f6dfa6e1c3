import { useState } from "preact/hooks";
import { api } from "../../../api/client.ts";
import { invalidate } from "../../../api/use-data.ts";
import { words } from "../../../i18n/words.ts";
import { Choice } from "../../../ui/choice.tsx";
import { act } from "../../proven.ts";
import { hasMoreRights } from "../../rights.ts";
import { ActDialog } from "../../ui/act-dialog.tsx";
import { nameOf, optionsOf } from "../../words/name.ts";
import { ROLE, type Role } from "../../words/people.ts";
import type { PersonActProps } from "../person-acts.tsx";

const t = words({
  en: {
    title: "Change the role",
    role: "New role",
    more: "They need a second factor. When there is another admin, this is only proposed: that admin approves it within 24 hours. Their sessions end when the role changes.",
    less: "It takes effect at once, and their sessions end.",
    take: "Take the role away",
    submit: (role: string) => `Set the role to ${role}`,
    proposed: (role: string) =>
      `The role ${role} is proposed. Another admin must approve it; nothing has changed yet.`,
    none: "They have no role now.",
    done: (role: string) => `The role is ${role} now.`,
  },
  ar: {
    title: "تغيير الدور",
    role: "الدور الجديد",
    more: "يلزمه عامل تحقق ثانٍ. إن وُجد مدير آخر، فهذا اقتراح فقط، ويوافق عليه ذلك المدير خلال 24 ساعة. تنتهي جلساته عند تغيّر الدور.",
    less: "يسري فورًا وتنتهي جلساته.",
    take: "سحب الدور",
    submit: (role: string) => `تعيين الدور: ${role}`,
    proposed: (role: string) => `اقتُرح الدور: ${role}. يجب أن يوافق مدير آخر؛ لم يتغيّر شيء بعد.`,
    none: "لم يعد له دور.",
    done: (role: string) => `الدور الآن: ${role}.`,
  },
});

/** Gives or takes a role; with a second admin, more rights are only proposed. */
export function SetRole({ account, onClose }: PersonActProps) {
  const options = optionsOf(ROLE).filter(([code]) => code !== account.role);
  const [role, setRole] = useState<Role>(options[0]?.[0] ?? "user");
  const outcomeOf = (now: Role) => (now === "user" ? t().none : t().done(nameOf(ROLE, now)));
  return (
    <ActDialog
      title={t().title}
      onClose={onClose}
      what={hasMoreRights(role, account.role) ? t().more : t().less}
      submit={role === "user" ? t().take : t().submit(nameOf(ROLE, role))}
      isDanger={role === "user"}
      send={() =>
        act(() =>
          api.PUT("/v1/admin/users/{id}/role", {
            params: { path: { id: account.id } },
            body: { role },
          }),
        )
      }
      onDone={() =>
        invalidate(`desk:person:${account.id}`, "desk:operators", "desk:proposals", "desk:health")
      }
      outcome={(answer) =>
        "proposed_by" in answer ? t().proposed(nameOf(ROLE, answer.role)) : outcomeOf(answer.role)
      }
    >
      <Choice label={t().role} value={role} options={options} onValue={setRole} />
    </ActDialog>
  );
}
