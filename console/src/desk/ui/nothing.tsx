import { Empty } from "../../ui/empty.tsx";
import { Card } from "../../ui/page.tsx";

/** Stands in place of an empty list. */
export function Nothing({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <Card>
      <Empty title={title}>{text}</Empty>
    </Card>
  );
}
