import { words } from "../../i18n/words.ts";
import { Tag } from "../../ui/tag.tsx";
import { Time } from "../../ui/time.tsx";
import { nameOf } from "../words/name.ts";
import { FREEZE_REASON, FREEZE_SCOPE, WALLET_STATUS } from "../words/people.ts";
import type { WatchedWallet } from "./person-wallets.tsx";

const t = words({
  en: { until: "until", open: "until it is lifted" },
  ar: { until: "حتى", open: "حتى يُرفع" },
});

const KINDS = { active: "good", frozen: "bad", closed: "plain" } as const;

/** A wallet's state; of a freeze also what it stops, why and until when. */
export function WalletState({ wallet }: { readonly wallet: WatchedWallet }) {
  const { status, freeze } = wallet;
  return (
    <span class="two-lines">
      <span>
        <Tag kind={KINDS[status]}>{nameOf(WALLET_STATUS, status)}</Tag>
      </span>
      {freeze && (
        <span class="small quiet">
          {nameOf(FREEZE_SCOPE, freeze.scope)} · {nameOf(FREEZE_REASON, freeze.reason)} ·{" "}
          {freeze.until ? (
            <>
              {t().until} <Time at={freeze.until} />
            </>
          ) : (
            t().open
          )}
        </span>
      )}
    </span>
  );
}
