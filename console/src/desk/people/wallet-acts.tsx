import type { Account } from "@mahfaza/client";
import type { ComponentType } from "preact";
import { words } from "../../i18n/words.ts";
import { theOperator } from "../operator.ts";
import { actsOnWallet, type WalletAct } from "../rights.ts";
import { Adjust } from "./acts/adjust.tsx";
import { FreezeWallet } from "./acts/freeze-wallet.tsx";
import { ReopenWallet } from "./acts/reopen-wallet.tsx";
import { UnfreezeWallet } from "./acts/unfreeze-wallet.tsx";
import type { WatchedWallet } from "./person-wallets.tsx";

const t = words({
  en: {
    freeze: "Freeze",
    strengthen: "Strengthen",
    unfreeze: "Unfreeze",
    reopen: "Reopen",
    adjust: "Adjust",
  },
  ar: {
    freeze: "تجميد",
    strengthen: "تشديد",
    unfreeze: "رفع التجميد",
    reopen: "إعادة الفتح",
    adjust: "تسوية",
  },
});

export interface OpenAct {
  readonly act: WalletAct;
  readonly wallet: WatchedWallet;
}

export interface WalletActProps {
  readonly account: Account;
  readonly wallet: WatchedWallet;
  readonly onClose: () => void;
}

const DIALOGS: Readonly<Record<WalletAct, ComponentType<WalletActProps>>> = {
  freeze: FreezeWallet,
  strengthen: FreezeWallet,
  unfreeze: UnfreezeWallet,
  reopen: ReopenWallet,
  adjust: Adjust,
};

interface WalletActsProps {
  readonly account: Account;
  readonly wallet: WatchedWallet;
  readonly onAct: (open: OpenAct) => void;
}

/** What this operator may do with this wallet. */
export function WalletActs({ account, wallet, onAct }: WalletActsProps) {
  return (
    <span class="row-acts">
      {actsOnWallet(theOperator(), account, wallet).map((act) => (
        <button key={act} type="button" onClick={() => onAct({ act, wallet })}>
          {t()[act]}
        </button>
      ))}
    </span>
  );
}

interface DialogProps {
  readonly open: OpenAct;
  readonly account: Account;
  readonly onClose: () => void;
}

export function WalletActDialog({ open, account, onClose }: DialogProps) {
  const Dialog = DIALOGS[open.act];
  return <Dialog account={account} wallet={open.wallet} onClose={onClose} />;
}
