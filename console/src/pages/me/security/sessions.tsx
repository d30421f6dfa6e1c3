import type { ActiveSession } from "@mahfaza/client";
import { useState } from "preact/hooks";
import { answerOf } from "../../../api/answer.ts";
import { api } from "../../../api/client.ts";
import { type Action, useAction } from "../../../api/use-action.ts";
import { invalidate } from "../../../api/use-data.ts";
import { relativeTime } from "../../../i18n/time.ts";
import { plural, words } from "../../../i18n/words.ts";
import { FormFailure } from "../../../identity/form-failure.tsx";
import { deviceName, placeName } from "../../../identity/session-name.ts";
import { Button } from "../../../ui/button.tsx";
import { Section } from "../../../ui/page.tsx";
import { Row, Rows } from "../../../ui/row.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { Time } from "../../../ui/time.tsx";
import { hereFirst } from "./here-first.ts";

const t = words({
  en: {
    title: "Where you are logged in",
    here: "This device",
    seen: (time: string) => `Last seen ${time}`,
    since: "Logged in",
    end: "End",
    endOf: (device: string) => `End the login: ${device}`,
    others: "End all others",
    all: (count: number) => plural(count, { other: "Show all #" }),
    password: "A login you do not recognise? End it, and change your password.",
    change: "Change the password",
  },
  ar: {
    title: "الجلسات المفتوحة",
    here: "هذا الجهاز",
    seen: (time: string) => `آخر ظهور ${time}`,
    since: "تسجيل الدخول",
    end: "إنهاء",
    endOf: (device: string) => `إنهاء الجلسة: ${device}`,
    others: "إنهاء الجلسات الأخرى",
    all: (count: number) => plural(count, { other: "عرض الكل (#)" }),
    password: "جلسة لا تعرفها؟ أنهها وغيّر كلمة المرور.",
    change: "تغيير كلمة المرور",
  },
});

/** More would push the rest of the page far down; the last seen are the ones to look at. */
const FIRST_SHOWN = 5;

/** The logins that are open, and their end. */
export function Sessions({ sessions }: { readonly sessions: readonly ActiveSession[] }) {
  const action = useAction();
  const [ending, setEnding] = useState<string | null>(null);
  const [isWhole, setWhole] = useState(false);
  const ordered = hereFirst(sessions);
  const shown = isWhole ? ordered : ordered.slice(0, FIRST_SHOWN);
  const end = (id: string) => {
    setEnding(id);
    const params = { path: { id } };
    void action.run(
      () => answerOf(api.DELETE("/v1/users/me/sessions/{id}", { params })),
      () => invalidate("sessions"),
    );
  };
  const endOthers = () => {
    setEnding(null);
    void action.run(
      () => answerOf(api.DELETE("/v1/users/me/sessions")),
      () => invalidate("sessions"),
    );
  };
  return (
    <Section
      title={t().title}
      more={
        sessions.length > 1 && (
          <button type="button" aria-busy={action.isBusy} onClick={endOthers}>
            {t().others}
          </button>
        )
      }
    >
      <FormFailure failure={action.failure} except={["session_not_found"]} />
      <Rows>
        {shown.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            action={action}
            isEnding={ending === session.id}
            onEnd={() => end(session.id)}
          />
        ))}
      </Rows>
      {shown.length < sessions.length && (
        <Button kind="quiet" onClick={() => setWhole(true)}>
          {t().all(sessions.length)}
        </Button>
      )}
      <p class="small quiet">
        {t().password} <a href="/me/profile">{t().change}</a>
      </p>
    </Section>
  );
}

interface SessionRowProps {
  readonly session: ActiveSession;
  readonly action: Action;
  readonly isEnding: boolean;
  readonly onEnd: () => void;
}

function SessionRow({ session, action, isEnding, onEnd }: SessionRowProps) {
  const { system, is_current: isCurrent } = session;
  const name = deviceName(session);
  const place = placeName(session);
  return (
    <Row
      icon={/android|ios|ipados/i.test(system ?? "") ? "phone" : "screen"}
      title={name}
      detail={
        <>
          {place && (
            <>
              {place}
              <br />
            </>
          )}
          {t().seen(relativeTime(session.last_seen_at))}
          <br />
          {t().since} <Time at={session.created_at} />
        </>
      }
      end={
        isCurrent ? (
          <Tag kind="good">{t().here}</Tag>
        ) : (
          <Button
            kind="quiet"
            aria-label={t().endOf(name)}
            isBusy={action.isBusy && isEnding}
            onClick={onEnd}
          >
            {t().end}
          </Button>
        )
      }
    />
  );
}
