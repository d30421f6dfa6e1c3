import { words } from "../../i18n/words.ts";
import { isAdmin, theOperator } from "../operator.ts";
import { Id } from "../ui/id.tsx";
import { useOperatorName } from "./operator-names.ts";

const t = words({ en: { you: "You" }, ar: { you: "أنت" } });

/** An operator: for admins by name, as a link to what they did; for support by id. */
export function OperatorName({ id }: { readonly id: string }) {
  const name = useOperatorName(id);
  if (id === theOperator().id) return <>{t().you}</>;
  if (!isAdmin()) return <Id of={id} />;
  const href = `/desk/operators/${id}`;
  return name === null ? (
    <Id of={id} href={href} />
  ) : (
    <a href={href}>
      <bdi dir="auto">{name}</bdi>
    </a>
  );
}
