import type { Factors, Passkey } from "@mahfaza/client";
import { formatTime } from "../../../i18n/time.ts";
import { plural, words } from "../../../i18n/words.ts";
import { Row } from "../../../ui/row.tsx";
import { RowButton } from "../../../ui/row-button.tsx";
import type { OpenFactor } from "./factors.tsx";

const t = words({
  en: {
    totp: "Authenticator app",
    off: "Not set up",
    on: (added: string, used: string) => `Since ${added}. Last used ${used}.`,
    unused: (added: string) => `Added ${added}. Not used yet.`,
    setUp: "Set up",
    remove: "Remove",
    rename: "Rename",
    codes: "Recovery codes",
    left: (count: number) =>
      count === 0 ? "None left" : plural(count, { one: "One left", other: "# left" }),
    make: "New codes",
  },
  ar: {
    totp: "تطبيق المصادقة",
    off: "غير مُعدّ",
    on: (added: string, used: string) => `منذ ${added}. آخر استخدام ${used}.`,
    unused: (added: string) => `أُضيف ${added}. لم يُستخدم بعد.`,
    setUp: "إعداد",
    remove: "إزالة",
    rename: "تغيير الاسم",
    codes: "رموز الاسترداد",
    left: (count: number) =>
      count === 0
        ? "لم يبقَ أي رمز"
        : plural(count, {
            one: "بقي رمز واحد",
            two: "بقي رمزان",
            few: "بقيت # رموز",
            many: "بقي # رمزًا",
            other: "بقي # رمز",
          }),
    make: "رموز جديدة",
  },
});

interface RowProps {
  readonly onOpen: (open: OpenFactor) => void;
}

/** The authenticator app: set up, or not. */
export function TotpRow({ totp, onOpen }: RowProps & { readonly totp: Factors["totp"] }) {
  const detail = totp
    ? t().on(formatTime(totp.enrolled_at), formatTime(totp.last_used_at))
    : t().off;
  return (
    <Row
      icon="phone"
      title={t().totp}
      detail={detail}
      end={
        <RowButton
          of={t().totp}
          text={totp ? t().remove : t().setUp}
          onClick={() => onOpen({ kind: totp ? "remove-totp" : "totp" })}
        />
      }
    />
  );
}

/** One passkey, by the name that its owner gave. */
export function PasskeyRow({ passkey, onOpen }: RowProps & { readonly passkey: Passkey }) {
  const { name, created_at: added, last_used_at: used } = passkey;
  return (
    <Row
      icon="key"
      title={<bdi dir="auto">{name}</bdi>}
      detail={used ? t().on(formatTime(added), formatTime(used)) : t().unused(formatTime(added))}
      end={
        <span class="row-actions">
          <RowButton
            of={name}
            text={t().rename}
            onClick={() => onOpen({ kind: "rename", passkey })}
          />
          <RowButton
            of={name}
            text={t().remove}
            onClick={() => onOpen({ kind: "remove", passkey })}
          />
        </span>
      }
    />
  );
}

/** How many recovery codes are left. */
export function CodesRow({ left, onOpen }: RowProps & { readonly left: number }) {
  return (
    <Row
      icon="list"
      tone={left === 0 ? "bad" : "plain"}
      title={t().codes}
      detail={t().left(left)}
      end={<RowButton of={t().codes} text={t().make} onClick={() => onOpen({ kind: "codes" })} />}
    />
  );
}
