import type { BodyOf, Operation, Wallet } from "@mahfaza/client";
import { api } from "../../api/client.ts";
import { PaymentFailure } from "../../pay/payment-failure.tsx";
import { usePayment } from "../../pay/use-payment.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Kind } from "./exchange.ts";
import { kindName } from "./kind-name.ts";
import { exchangeWords as t } from "./words.ts";

type OpenBody = BodyOf<Operation<"/v1/wallets", "post">>;

interface OpenTargetProps {
  readonly kind: Kind;
  readonly onOpen: (wallet: Wallet) => void;
}

/** Opens the wallet that the exchange needs, in its place. */
export function OpenTarget({ kind, onOpen }: OpenTargetProps) {
  const { currency, market } = kind;
  const opening = usePayment<OpenBody, Wallet>({
    // The same form as that of a new wallet: where this one is not shown, that one takes it up.
    name: "open-wallet",
    send: (body, intent) => api.POST("/v1/wallets", { body, intent }),
    onDone: onOpen,
  });
  const { state } = opening;
  const name = kindName(kind);
  return (
    <div class="stack">
      <Notice kind="info" title={t().noWallet(name)}>
        {t().noWalletText}
      </Notice>
      {state.kind === "failed" && (
        <PaymentFailure
          failure={state.failure}
          isUnfinished={state.isUnfinished}
          onAgain={opening.again}
        />
      )}
      <Button
        kind="main"
        isBusy={state.kind === "sending"}
        onClick={() => opening.submit({ currency, ...(market && { market }) })}
      >
        {t().open(name)}
      </Button>
    </div>
  );
}
