import type { Wallet } from "@mahfaza/client";
import { useState } from "preact/hooks";
import { api } from "../../api/client.ts";
import { useAction } from "../../api/use-action.ts";
import { invalidate } from "../../api/use-data.ts";
import { isWide } from "../../device/wide.ts";
import { currencyName } from "../../i18n/amount.ts";
import { marketName } from "../../pay/rate-terms.ts";
import { withStepUp } from "../../pay/with-step-up.ts";
import { FailureNotice } from "../../problems/failure-notice.tsx";
import { Amount } from "../../ui/amount.tsx";
import { Button } from "../../ui/button.tsx";
import { Copy } from "../../ui/copy.tsx";
import { Card, Details } from "../../ui/page.tsx";
import { Time } from "../../ui/time.tsx";
import { CloseWalletDialog } from "./close-wallet-dialog.tsx";
import { RenameDialog } from "./rename-dialog.tsx";
import { walletWords as t } from "./words.ts";

/** What is known of a wallet, and what its owner can change of it. */
export function WalletDetails({ wallet }: { readonly wallet: Wallet }) {
  const { id, currency, market, status, freeze_scope, is_default } = wallet;
  return (
    <details class="wallet-details" open={isWide.value}>
      <summary>{t().details}</summary>
      <Card>
        <Details
          lines={[
            [t().balance, <Amount value={wallet.balance} currency={currency} />],
            [t().available, <Amount value={wallet.available} currency={currency} />],
            [t().held, <Amount value={wallet.held} currency={currency} />],
            [t().currency, `${currencyName(currency)} (${currency})`],
            market && [t().market, marketName(market)],
            [t().status, t().statuses[status]],
            freeze_scope && [t().freeze, t().scopes[freeze_scope]],
            status !== "closed" && [t().standard, is_default ? t().yes : t().no],
            [t().created, <Time at={wallet.created_at} form="long" />],
            [t().id, <Copy text={id} label={t().id} />],
          ]}
        />
      </Card>
      {status !== "closed" && <Manage wallet={wallet} />}
    </details>
  );
}

function Manage({ wallet }: { readonly wallet: Wallet }) {
  const [open, setOpen] = useState<"rename" | "close" | null>(null);
  const { run, isBusy, failure } = useAction();
  const { id } = wallet;
  const makeDefault = () =>
    void run(
      () =>
        withStepUp(() =>
          api.PATCH("/v1/wallets/{id}", { params: { path: { id } }, body: { is_default: true } }),
        ),
      () => invalidate("wallet"),
    );
  const close = () => setOpen(null);
  return (
    <div class="stack-small">
      <fieldset class="buttons wallet-buttons">
        <legend class="visually-hidden">{t().manage}</legend>
        <Button onClick={() => setOpen("rename")}>{t().rename}</Button>
        {!wallet.is_default && (
          <Button isBusy={isBusy} onClick={makeDefault}>
            {t().makeDefault}
          </Button>
        )}
        <Button kind="danger" onClick={() => setOpen("close")}>
          {t().close}
        </Button>
      </fieldset>
      {wallet.is_default && <p class="field-note">{t().standardText}</p>}
      {failure && <FailureNotice failure={failure} onAgain={makeDefault} />}
      {open === "rename" && <RenameDialog wallet={wallet} onClose={close} />}
      {open === "close" && <CloseWalletDialog wallet={wallet} onClose={close} />}
    </div>
  );
}
