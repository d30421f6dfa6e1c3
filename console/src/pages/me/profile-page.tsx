import "../../styles/identity.css";
import type { User } from "@mahfaza/client";
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { me } from "../../app/session.ts";
import { phoneShown } from "../../i18n/phone.ts";
import { words } from "../../i18n/words.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Row, Rows } from "../../ui/row.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Tag } from "../../ui/tag.tsx";
import { ChangeEmail } from "./profile/change-email.tsx";
import { ChangeName } from "./profile/change-name.tsx";
import { ChangePassword } from "./profile/change-password.tsx";
import { ChangePhone } from "./profile/change-phone.tsx";
import { VerifyContact } from "./profile/verify-contact.tsx";
import { SuspensionNotice } from "./suspension-notice.tsx";

const t = words({
  en: {
    title: "Name and contacts",
    name: "Name",
    phone: "Phone number",
    email: "E-mail address",
    password: "Password",
    none: "None",
    hidden: "Ten characters or more",
    verified: "Verified",
    unverified: "Not verified",
    change: "Change",
    add: "Add",
    verify: "Verify",
    id: "Account number",
    done: "Saved",
    passwordDone: "Your password is changed. All other logins have ended.",
    verifiedDone: "Verified",
    delete: "Delete the account",
    close: "Leave Mahfaza",
  },
  ar: {
    title: "الاسم وبيانات الاتصال",
    name: "الاسم",
    phone: "رقم الهاتف",
    email: "البريد الإلكتروني",
    password: "كلمة المرور",
    none: "لا يوجد",
    hidden: "10 أحرف أو أكثر",
    verified: "موثّق",
    unverified: "غير موثّق",
    change: "تغيير",
    add: "إضافة",
    verify: "توثيق",
    id: "رقم الحساب",
    done: "حُفظ",
    passwordDone: "تغيّرت كلمة المرور، وانتهت كل الجلسات الأخرى.",
    verifiedDone: "تم التوثيق",
    delete: "حذف الحساب",
    close: "مغادرة محفظة",
  },
});

type Open = "name" | "phone" | "email" | "password" | "verify-phone" | "verify-email";
type Done = "done" | "passwordDone" | "verifiedDone";

const DIALOGS = {
  name: ChangeName,
  phone: ChangePhone,
  email: ChangeEmail,
  password: ChangePassword,
} as const;

/** What others see of the person, and how the service reaches them. */
export function ProfilePage() {
  const user = me.value;
  const { query } = useLocation();
  const [open, setOpen] = useState<Open | null>(query.verify === "phone" ? "verify-phone" : null);
  const [done, setDone] = useState<Done | null>(null);
  const show = (next: Open) => {
    setDone(null);
    setOpen(next);
  };
  return (
    <Page title={t().title} back="/me" isNarrow>
      {done && <Notice kind="good">{t()[done]}</Notice>}
      {user?.suspension && <SuspensionNotice suspension={user.suspension} />}
      {user ? <Contacts user={user} onOpen={show} /> : <Skeleton form="rows" count={4} />}
      <Section title={t().close}>
        <a class="button button-danger" href="/me/delete">
          {t().delete}
        </a>
      </Section>
      {user && open && (
        <Opened user={user} open={open} onClose={() => setOpen(null)} onDone={setDone} />
      )}
    </Page>
  );
}

interface OpenedProps {
  readonly user: User;
  readonly open: Open;
  readonly onClose: () => void;
  readonly onDone: (done: Done) => void;
}

function Opened({ user, open, onClose, onDone }: OpenedProps) {
  const finish = (done: Done) => () => {
    onClose();
    onDone(done);
  };
  if (open === "verify-phone" || open === "verify-email") {
    const channel = open === "verify-phone" ? "phone" : "email";
    if (channel === "phone" ? user.phone_verified : user.email_verified) return null;
    const contact = user[channel];
    return (
      contact && (
        <VerifyContact
          channel={channel}
          contact={contact}
          onClose={onClose}
          onDone={finish("verifiedDone")}
        />
      )
    );
  }
  const Form = DIALOGS[open];
  const done = open === "password" ? "passwordDone" : "done";
  return <Form user={user} onClose={onClose} onDone={finish(done)} />;
}

interface ContactsProps {
  readonly user: User;
  readonly onOpen: (open: Open) => void;
}

function Contacts({ user, onOpen }: ContactsProps) {
  const contact = (channel: "phone" | "email") => (
    <ContactRow channel={channel} user={user} onOpen={onOpen} />
  );
  return (
    <>
      <Rows>
        <Row
          title={<bdi dir="auto">{user.username}</bdi>}
          detail={t().name}
          end={<RowButton label={t().name} text={t().change} onClick={() => onOpen("name")} />}
        />
        {contact("phone")}
        {contact("email")}
        <Row
          title={t().password}
          detail={t().hidden}
          end={
            <RowButton label={t().password} text={t().change} onClick={() => onOpen("password")} />
          }
        />
      </Rows>
      <p class="under-button">
        {t().id} <bdi class="num break">{user.id}</bdi>
      </p>
    </>
  );
}

function ContactRow({
  channel,
  user,
  onOpen,
}: ContactsProps & { readonly channel: "phone" | "email" }) {
  const contact = user[channel];
  const isVerified = channel === "phone" ? user.phone_verified : user.email_verified;
  return (
    <Row
      title={contact ? <bdi class="ltr break">{phoneShown(contact)}</bdi> : t().none}
      detail={
        <>
          {t()[channel]}{" "}
          {contact && (
            <Tag kind={isVerified ? "good" : "wait"}>
              {isVerified ? t().verified : t().unverified}
            </Tag>
          )}
        </>
      }
      end={
        <span class="row-actions">
          {contact && !isVerified && (
            <RowButton
              label={t()[channel]}
              text={t().verify}
              onClick={() => onOpen(`verify-${channel}`)}
            />
          )}
          <RowButton
            label={t()[channel]}
            text={contact ? t().change : t().add}
            onClick={() => onOpen(channel)}
          />
        </span>
      }
    />
  );
}

interface RowButtonProps {
  readonly label: string;
  readonly text: string;
  readonly onClick: () => void;
}

function RowButton({ label, text, onClick }: RowButtonProps) {
  return (
    <Button kind="quiet" aria-label={`${text}: ${label}`} onClick={onClick}>
      {text}
    </Button>
  );
}
