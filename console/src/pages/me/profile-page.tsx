import "../../styles/identity.css";
import type { User } from "@mahfaza/client";
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { me } from "../../api/session.ts";
import { words } from "../../i18n/words.ts";
import { SuspensionNotice } from "../../pay/suspension-notice.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { ChangeEmail } from "./profile/change-email.tsx";
import { ChangeName } from "./profile/change-name.tsx";
import { ChangePassword } from "./profile/change-password.tsx";
import { ChangePhone } from "./profile/change-phone.tsx";
import { Contacts, type OpenContact } from "./profile/contacts.tsx";
import { VerifyContact } from "./profile/verify-contact.tsx";

const t = words({
  en: {
    title: "Name and contacts",
    done: "Saved",
    passwordDone: "Your password is changed. All other logins have ended.",
    verifiedDone: "Verified",
    delete: "Delete the account",
    close: "Leave Mahfaza",
  },
  ar: {
    title: "الاسم وبيانات الاتصال",
    done: "حُفظ",
    passwordDone: "تغيّرت كلمة المرور، وانتهت كل الجلسات الأخرى.",
    verifiedDone: "تم التوثيق",
    delete: "حذف الحساب",
    close: "مغادرة محفظة",
  },
});

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
  const [open, setOpen] = useState<OpenContact | null>(
    query.verify === "phone" ? "verify-phone" : null,
  );
  const [done, setDone] = useState<Done | null>(null);
  const show = (next: OpenContact) => {
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
  readonly open: OpenContact;
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
