import "../../styles/holds.css";
import type { HoldDetails } from "@mahfaza/client";
import { useState } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import { api } from "../../api/client.ts";
import { useData } from "../../api/use-data.ts";
import { amountText } from "../../i18n/amount.ts";
import { useUnfinished } from "../../pay/use-unfinished.ts";
import { WhenLoaded } from "../../problems/loaded.tsx";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { actWords } from "./act-words.ts";
import { CaptureDialog } from "./capture-dialog.tsx";
import { ExtendDialog } from "./extend-dialog.tsx";
import { actFormName, actsOf, HOLD_ACTS, type HoldAct } from "./hold-acts.ts";
import { HoldEvents } from "./hold-events.tsx";
import { HoldFacts } from "./hold-facts.tsx";
import { HoldHead } from "./hold-head.tsx";
import { placeWords } from "./place-words.ts";
import { RaiseDialog } from "./raise-dialog.tsx";
import { useNow } from "./use-now.ts";
import { VoidDialog } from "./void-dialog.tsx";
import { holdWords as t } from "./words.ts";

/** One hold: how much of it is left and how long, what happened, and what can be done with it. */
export function HoldPage() {
  const id = useRoute().params.id ?? "";
  const loaded = useData<HoldDetails>(`holds:${id}`, () =>
    api.GET("/v1/holds/{id}", { params: { path: { id } } }),
  );
  return (
    <Page title={t().hold} back="/holds" isNarrow>
      <WhenLoaded of={loaded} loading={<Skeleton form="details" count={6} />}>
        {(hold) => <HoldContent hold={hold} />}
      </WhenLoaded>
    </Page>
  );
}

function HoldContent({ hold }: { readonly hold: HoldDetails }) {
  const now = useNow();
  const [act, setAct] = useState<HoldAct | null>(null);
  useUnfinished(
    HOLD_ACTS.map((one) => actFormName(one, hold.id)),
    (form) => setAct(HOLD_ACTS.find((one) => form === actFormName(one, hold.id)) ?? null),
  );
  const isNew = useLocation().query.new !== undefined;
  return (
    <>
      {isNew && hold.state === "open" && hold.role === "payer" && (
        <Notice kind="good" title={placeWords().placed(amountText(hold.amount, hold.currency))}>
          {placeWords().placedText}
        </Notice>
      )}
      <HoldHead hold={hold} now={now} />
      <HoldActs hold={hold} now={now} onAct={setAct} />
      <HoldFacts hold={hold} now={now} />
      <HoldEvents hold={hold} now={now} />
      {act && <HoldActDialog act={act} hold={hold} onClose={() => setAct(null)} />}
    </>
  );
}

interface HoldActsProps {
  readonly hold: HoldDetails;
  readonly now: number;
  readonly onAct: (act: HoldAct) => void;
}

/** What the person can do, the payee's payment first. */
function HoldActs({ hold, now, onAct }: HoldActsProps) {
  const acts = actsOf(hold, now);
  if (acts.length === 0) return null;
  const left = amountText(hold.capturable, hold.currency);
  return (
    <div class="hold-acts">
      {acts.map((act) => (
        <Button
          key={act}
          kind={act === "capture" ? "main" : act === "void" ? "danger" : "plain"}
          onClick={() => onAct(act)}
        >
          {act === "capture" ? actWords().take(left) : actWords().act[act]}
        </Button>
      ))}
    </div>
  );
}

const DIALOGS = {
  capture: CaptureDialog,
  void: VoidDialog,
  raise: RaiseDialog,
  extend: ExtendDialog,
} as const;

interface HoldActDialogProps {
  readonly act: HoldAct;
  readonly hold: HoldDetails;
  readonly onClose: () => void;
}

function HoldActDialog({ act, hold, onClose }: HoldActDialogProps) {
  const Chosen = DIALOGS[act];
  return <Chosen hold={hold} onClose={onClose} />;
}
