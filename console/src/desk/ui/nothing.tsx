import { Empty } from "../../ui/empty.tsx";
import { Card } from "../../ui/page.tsx";

/** In place of a list that is empty: what it will hold. */
export function Nothing({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <Card>
      <Empty title={title}>{text}</Empty>
    </Card>
  );
}
