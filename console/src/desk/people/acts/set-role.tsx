import type { Account, components } from "@mahfaza/client";
import { useState } from "preact/hooks";
import { api } from "../../../api/client.ts";
import { words } from "../../../i18n/words.ts";
import { Choice } from "../../../ui/choice.tsx";
import { hasMoreRights } from "../../rights.ts";
import { OperatorAct } from "../../ui/operator-act.tsx";
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
export function SetRole({ account: { id, role: before }, onClose }: PersonActProps) {
  const options = optionsOf(ROLE).filter(([code]) => code !== before);
  const [role, setRole] = useState<Role>(options[0]?.[0] ?? "user");
  const { title, more, less, take, submit } = t();
  return (
    <OperatorAct
      texts={{
        title,
        what: hasMoreRights(role, before) ? more : less,
        submit: role === "user" ? take : submit(nameOf(ROLE, role)),
        done: outcomeOf,
      }}
      isDanger={role === "user"}
      send={() =>
        api.PUT("/v1/admin/users/{id}/role", {
          params: { path: { id } },
          body: { role },
        })
      }
      changes={[`desk:person:${id}`, "desk:operators", "desk:proposals", "desk:health"]}
      onClose={onClose}
      fields={() => <Choice label={t().role} value={role} options={options} onValue={setRole} />}
    />
  );
}

type Answered = Account | components["schemas"]["RoleProposal"];

function outcomeOf(answer: Answered): string {
  if ("proposed_by" in answer) return t().proposed(nameOf(ROLE, answer.role));
  return answer.role === "user" ? t().none : t().done(nameOf(ROLE, answer.role));
}
