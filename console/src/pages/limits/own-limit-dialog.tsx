import { exponentOf, type Limit } from "@mahfaza/client";
import { useState } from "preact/hooks";
import { type Failure, problemOf } from "../../api/answer.ts";
import { invalidate } from "../../api/use-data.ts";
import { readTypedAmount } from "../../i18n/typed-amount.ts";
import { isCount } from "../../pay/unbounded-limit.ts";
import { FailureNotice } from "../../problems/failure-notice.tsx";
import { fieldProblem } from "../../problems/problem-text.ts";
import { AmountField, amountFault } from "../../ui/amount-field.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { changeOwnLimit } from "./change-own-limit.ts";
import { effectOf, type Measure, measureOf, readTypedCount } from "./limit-kinds.ts";
import { pendingText } from "./limit-line.tsx";
import { limitText } from "./limit-text.ts";
import { limitWords as t } from "./words.ts";

interface OwnLimitDialogProps {
  readonly limit: Limit;
  readonly currency: string;
  readonly onClose: () => void;
}

/** Sets, changes or removes a limit of one's own. */
export function OwnLimitDialog({ limit, currency, onClose }: OwnLimitDialogProps) {
  const measure = measureOf(limit);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [changed, setChanged] = useState<Limit | null>(null);
  if (measure === null) return null;
  const change = async (wish: string | null) => {
    if (isBusy) return;
    setBusy(true);
    const answer = await changeOwnLimit(currency, measure, wish);
    setBusy(false);
    setFailure(answer.failure);
    if (answer.failure) return;
    setChanged(answer.data.limits.find(({ name }) => name === limit.name) ?? null);
    invalidate("limits");
  };
  return (
    <Dialog title={t().dialog[measure]} onClose={onClose}>
      {changed ? (
        <LimitChanged limit={changed} currency={currency} onClose={onClose} />
      ) : (
        <OwnLimitForm
          limit={limit}
          currency={currency}
          measure={measure}
          isBusy={isBusy}
          failure={failure}
          onChange={(wish) => void change(wish)}
        />
      )}
    </Dialog>
  );
}

interface OwnLimitFormProps {
  readonly limit: Limit;
  readonly currency: string;
  readonly measure: Measure;
  readonly isBusy: boolean;
  readonly failure: Failure | null;
  readonly onChange: (wish: string | null) => void;
}

/** What was typed as a limit, as the API takes it; or what is wrong with it. */
function readLimit(typed: string, name: string, currency: string) {
  if (!isCount(name)) {
    const decimals = exponentOf(currency);
    const amount = readTypedAmount(typed, decimals);
    return { value: amount.value, fault: amountFault(amount, decimals) };
  }
  const count = readTypedCount(typed);
  return count === null
    ? { value: null, fault: t().numberFault }
    : { value: String(count), fault: null };
}

function OwnLimitForm(props: OwnLimitFormProps) {
  const { limit, currency, measure, isBusy, failure, onChange } = props;
  const { name, own_limit: own, pending } = limit;
  const [typed, setTyped] = useState(own ?? "");
  const [isTried, setTried] = useState(false);
  const { value, fault } = readLimit(typed, name, currency);
  const problem = problemOf(failure);
  const inField = fieldProblem(problem, `/${measure}`);
  const effect = value === null ? null : effectOf(limit, value);
  const text = (one: string) => limitText(name, one, currency);
  const save = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (fault === null && value !== null && effect !== "nothing") onChange(value);
  };
  const field = {
    value: typed,
    onValue: setTyped,
    error: isTried ? (fault ?? inField) : inField,
    hint: effect ? t().effect[effect] : "",
  };
  return (
    <form class="stack" onSubmit={save} noValidate>
      {pending && (
        <Notice kind="info">
          <p>{pendingText(limit, currency)}</p>
          {own !== null && (
            <Button kind="quiet" isBusy={isBusy} onClick={() => onChange(own)}>
              {t().keep(text(own))}
            </Button>
          )}
        </Notice>
      )}
      {isCount(name) ? (
        <Field {...field} label={t().number} inputMode="numeric" maxLength={9} autofocus />
      ) : (
        <AmountField {...field} label={t().amount} currency={currency} autofocus />
      )}
      {failure && inField === null && <FailureNotice failure={failure} />}
      <Button kind="main" type="submit" isBusy={isBusy} disabled={effect === "nothing"}>
        {value === null ? t().saveEmpty : t().save(text(value))}
      </Button>
      {own !== null && effectOf(limit, null) !== "nothing" && (
        <RemoveButton isBusy={isBusy} onRemove={() => onChange(null)} />
      )}
    </form>
  );
}

interface RemoveButtonProps {
  readonly isBusy: boolean;
  readonly onRemove: () => void;
}

function RemoveButton({ isBusy, onRemove }: RemoveButtonProps) {
  return (
    <div class="stack-small">
      <Button kind="danger" isBusy={isBusy} onClick={onRemove}>
        {t().remove}
      </Button>
      <p class="under-button">{t().removeText}</p>
    </div>
  );
}

function LimitChanged({ limit, currency, onClose }: OwnLimitDialogProps) {
  const { name, own_limit: own } = limit;
  return (
    <>
      <Notice kind="good" title={t().done}>
        {own !== null && <p>{t().nowIs(limitText(name, own, currency))}</p>}
        {limit.pending && <p>{pendingText(limit, currency)}</p>}
      </Notice>
      <Button kind="main" onClick={onClose}>
        {t().close}
      </Button>
    </>
  );
}
