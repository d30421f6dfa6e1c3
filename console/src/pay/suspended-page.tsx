import type { User } from "@mahfaza/client";
import type { ComponentChildren } from "preact";
import { Page } from "../ui/page.tsx";
import { SuspensionNotice } from "./suspension-notice.tsx";

interface SuspendedPageProps {
  readonly title: string;
  readonly suspension: NonNullable<User["suspension"]>;
  /** Where "back" leads. */
  readonly back?: string | undefined;
  /** What can still be read here. */
  readonly children?: ComponentChildren;
}

/** In place of a form that a suspended person would fill in for nothing. */
export function SuspendedPage({ title, suspension, back = "/", children }: SuspendedPageProps) {
  return (
    <Page title={title} back={back} isFlow>
      <SuspensionNotice suspension={suspension} />
      {children}
    </Page>
  );
}
