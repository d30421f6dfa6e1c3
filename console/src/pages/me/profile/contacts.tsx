import type { User } from "@mahfaza/client";
import { phoneShown } from "../../../i18n/phone.ts";
import { words } from "../../../i18n/words.ts";
import { Row, Rows } from "../../../ui/row.tsx";
import { RowButton } from "../../../ui/row-button.tsx";
import { Tag } from "../../../ui/tag.tsx";

const t = words({
  en: {
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
  },
  ar: {
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
  },
});

/** The dialogs of the profile. */
export type OpenContact = "name" | "phone" | "email" | "password" | "verify-phone" | "verify-email";

interface ContactsProps {
  readonly user: User;
  readonly onOpen: (open: OpenContact) => void;
}

/** The name, the contacts and the password, each with what can be done with it. */
export function Contacts({ user, onOpen }: ContactsProps) {
  const contact = (channel: "phone" | "email") => (
    <ContactRow channel={channel} user={user} onOpen={onOpen} />
  );
  return (
    <>
      <Rows>
        <Row
          title={<bdi dir="auto">{user.username}</bdi>}
          detail={t().name}
          end={<RowButton of={t().name} text={t().change} onClick={() => onOpen("name")} />}
        />
        {contact("phone")}
        {contact("email")}
        <Row
          title={t().password}
          detail={t().hidden}
          end={<RowButton of={t().password} text={t().change} onClick={() => onOpen("password")} />}
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
              of={t()[channel]}
              text={t().verify}
              onClick={() => onOpen(`verify-${channel}`)}
            />
          )}
          <RowButton
            of={t()[channel]}
            text={contact ? t().change : t().add}
            onClick={() => onOpen(channel)}
          />
        </span>
      }
    />
  );
}
