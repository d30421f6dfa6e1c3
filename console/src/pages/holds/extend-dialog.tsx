import type { HoldDetails } from "@mahfaza/client";
import { useState } from "preact/hooks";
import { api } from "../../api/client.ts";
import { formatTime } from "../../i18n/time.ts";
import { ActDialog } from "../../pay/act-dialog.tsx";
import { payWords } from "../../pay/pay-words.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useCheckedForm } from "../../ui/use-checked-form.ts";
import { actWords as t } from "./act-words.ts";
import { type ChosenDuration, secondsOf } from "./chosen-duration.ts";
import { DurationField } from "./duration-field.tsx";
import { canLastLonger, dateAfter, longerDurations } from "./durations.ts";
import { actFormName } from "./hold-acts.ts";
import type { HoldAnswer } from "./hold-answer.ts";

interface ExtendDialogProps {
  readonly hold: HoldDetails;
  readonly onClose: () => void;
}

interface ExtendBody {
  readonly expires_in: number;
}

/** The payer moves the end of a hold: a later one than now. */
export function ExtendDialog({ hold, onClose }: ExtendDialogProps) {
  const [opened] = useState(Date.now);
  const [chosen, setChosen] = useState<ChosenDuration>({
    kind: String(longerDurations(hold, opened)[0] ?? "date"),
    date: dateAfter(7, opened),
  });
  const endOf = ({ expires_in }: ExtendBody) =>
    formatTime(new Date(Date.now() + expires_in * 1000).toISOString());
  return (
    <ActDialog<ExtendBody, HoldAnswer>
      title={t().act.extend}
      name={actFormName("extend", hold.id)}
      onClose={onClose}
      start={null}
      form={(onReview) => (
        <ExtendForm hold={hold} chosen={chosen} onChosen={setChosen} onReview={onReview} />
      )}
      post={(body, init) =>
        api.POST("/v1/holds/{id}", {
          params: { path: { id: hold.id } },
          body,
          ...init,
        })
      }
      look={(body, preview) => ({
        amount: hold.capturable,
        currency: hold.currency,
        lines: [
          [t().extend.now, formatTime(hold.expires_at)],
          [t().extend.willEnd, preview ? formatTime(preview.hold.expires_at) : endOf(body)],
        ],
        button: t().extend.button(endOf(body)),
      })}
      done={(transaction) => ({
        title: t().extend.done(formatTime(transaction.hold.expires_at)),
      })}
    />
  );
}

interface ExtendFormProps {
  readonly hold: HoldDetails;
  readonly chosen: ChosenDuration;
  readonly onChosen: (chosen: ChosenDuration) => void;
  readonly onReview: (body: ExtendBody) => void;
}

function ExtendForm({ hold, chosen, onChosen, onReview }: ExtendFormProps) {
  const now = Date.now();
  const options = longerDurations(hold, now);
  const seconds = secondsOf(chosen, now);
  const isLater = seconds !== null && now + seconds * 1000 > Date.parse(hold.expires_at);
  const fault =
    seconds === null
      ? t().extend.tooLate
      : isLater
        ? null
        : t().extend.tooSoon(formatTime(hold.expires_at));
  const { isTried, submit } = useCheckedForm(fault === null && seconds, (left) =>
    onReview({ expires_in: left }),
  );
  if (!canLastLonger(hold, now)) return <Notice kind="info">{t().extend.none}</Notice>;
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <DurationField
        label={t().extend.howLong}
        value={chosen}
        options={options}
        onValue={onChosen}
        hint={t().extend.dateHint}
        error={isTried ? fault : null}
      />
      <Button kind="main" type="submit">
        {payWords().review}
      </Button>
    </form>
  );
}
