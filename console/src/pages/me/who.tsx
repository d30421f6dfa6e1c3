import type { User } from "@mahfaza/client";
import { phoneShown } from "../../i18n/phone.ts";
import { words } from "../../i18n/words.ts";
import { initialOf } from "../../ui/initial.ts";
import { Tag } from "../../ui/tag.tsx";

const t = words({
  en: { verified: "Verified", unverified: "Not verified", none: "No phone number" },
  ar: { verified: "موثّق", unverified: "غير موثّق", none: "لا يوجد رقم هاتف" },
});

/** The person, by name and phone. */
export function Who({ user }: { readonly user: User }) {
  const { username, phone, phone_verified: isVerified } = user;
  return (
    <div class="who">
      <span class="avatar avatar-big" aria-hidden="true">
        {initialOf(username)}
      </span>
      <div class="who-text">
        <bdi dir="auto" class="who-name">
          {username}
        </bdi>
        <span class="quiet">{phone ? <bdi class="num">{phoneShown(phone)}</bdi> : t().none}</span>
        {phone && (
          <Tag kind={isVerified ? "good" : "wait"}>
            {isVerified ? t().verified : t().unverified}
          </Tag>
        )}
      </div>
    </div>
  );
}
