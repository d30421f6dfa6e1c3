import { api } from "../../../api/client.ts";
import { OperatorAct } from "../../ui/operator-act.tsx";
import type { WalletActProps } from "../wallet-acts.tsx";
import { FreezeFields } from "./freeze-fields.tsx";
import { freezeWords as t } from "./freeze-words.ts";
import { type FreezeForm, useFreezeForm } from "./use-freeze-form.ts";

/** Freezes a wallet, or replaces its freeze by a stronger one. */
export function FreezeWallet({ account, wallet: { id, freeze }, onClose }: WalletActProps) {
  const form = useFreezeForm(freeze);
  return (
    <OperatorAct
      texts={textsOf(form)}
      isDanger
      isComplete={form.isComplete}
      send={() =>
        api.PUT("/v1/admin/wallets/{id}/freeze", {
          params: { path: { id } },
          body: form.body(),
        })
      }
      changes={[`desk:wallets:${account.id}`]}
      onClose={onClose}
      fields={(isTried) => <FreezeFields form={form} isTried={isTried} />}
    />
  );
}

function textsOf({ replaced, fields: { reason } }: FreezeForm) {
  const { title, stronger, what, replaces, legal, submit, done } = t();
  const sentences = [what, replaced && replaces, reason === "legal_order" && legal];
  return {
    title: replaced ? stronger : title,
    what: sentences.filter(Boolean).join(" "),
    submit: replaced ? stronger : submit,
    done,
  };
}
