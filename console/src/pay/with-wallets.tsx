import type { Wallet } from "@mahfaza/client";
import type { ComponentChildren } from "preact";
import { me } from "../api/session.ts";
import { useWallets } from "../api/use-wallets.ts";
import { WhenLoaded } from "../problems/loaded.tsx";
import { Page } from "../ui/page.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { SuspendedPage } from "./suspended-page.tsx";

interface WithWalletsProps {
  readonly title: string;
  /** The title of the first step, while the wallets are read. */
  readonly firstTitle?: string;
  /** Where "back" leads for a suspended person. */
  readonly back?: string;
  /** What a suspended person can still read here. */
  readonly readable?: ComponentChildren;
  readonly children: (wallets: readonly Wallet[]) => ComponentChildren;
}

/** The form of a payment with the person's wallets; a suspended person is told why there is none. */
export function WithWallets(props: WithWalletsProps) {
  const { title, firstTitle = title, back, readable, children } = props;
  const wallets = useWallets();
  const suspension = me.value?.suspension;
  if (suspension) {
    return (
      <SuspendedPage title={title} suspension={suspension} back={back}>
        {readable}
      </SuspendedPage>
    );
  }
  return (
    <WhenLoaded of={wallets} loading={<FormLoading title={firstTitle} />}>
      {({ data }) => children(data)}
    </WhenLoaded>
  );
}

/** The shape of a form whose data is on its way. */
export function FormLoading({ title }: { readonly title: string }) {
  return (
    <Page title={title} isFlow>
      <Skeleton form="rows" />
    </Page>
  );
}
