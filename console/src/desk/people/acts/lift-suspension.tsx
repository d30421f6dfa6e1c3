import { api } from "../../../api/client.ts";
import { words } from "../../../i18n/words.ts";
import type { PersonActProps } from "../person-acts.tsx";
import { Lift } from "./lift.tsx";

const t = words({
  en: {
    title: "Lift the suspension",
    what: "Payments and changes work again at once.",
    legal: "It was set by a legal order: the operator who set it cannot lift it.",
    done: "The suspension is lifted.",
  },
  ar: {
    title: "رفع الإيقاف",
    what: "يمكنه الدفع والتغيير من جديد فورًا.",
    legal: "وُضع بأمر قضائي: لا يستطيع رفعه من وضعه.",
    done: "رُفع الإيقاف.",
  },
});

export function LiftSuspension({ account: { id, suspension }, onClose }: PersonActProps) {
  return (
    <Lift
      texts={t()}
      lifted={suspension}
      send={(reason) =>
        api.POST("/v1/admin/users/{id}/suspension/delete", {
          params: { path: { id } },
          body: { reason },
        })
      }
      changes={[`desk:person:${id}`]}
      onClose={onClose}
    />
  );
}
