import type { Factors as FactorsData, Passkey } from "@mahfaza/client";
import { useState } from "preact/hooks";
import { words } from "../../../i18n/words.ts";
import { canUsePasskeys } from "../../../identity/passkeys.ts";
import { Button } from "../../../ui/button.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Section } from "../../../ui/page.tsx";
import { Rows } from "../../../ui/row.tsx";
import { AddPasskey } from "./add-passkey.tsx";
import { CodesRow, PasskeyRow, TotpRow } from "./factor-rows.tsx";
import { NewCodes } from "./new-codes.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { RemoveFactor } from "./remove-factor.tsx";
import { RenamePasskey } from "./rename-passkey.tsx";
import { SetUpTotp } from "./set-up-totp.tsx";

const t = words({
  en: {
    title: "Second factor",
    none: "Only your password protects your money",
    noneText: "A passkey or an authenticator app keeps out anyone who learns it.",
    few: "You have few recovery codes left",
    fewText: "Make new ones before you use the last.",
    passkey: "Add a passkey",
  },
  ar: {
    title: "عامل التحقق الثاني",
    none: "كلمة المرور وحدها تحمي مالك",
    noneText: "مفتاح المرور أو تطبيق المصادقة يمنع من عرفها من دخول حسابك.",
    few: "بقي لديك القليل من رموز الاسترداد",
    fewText: "أنشئ رموزًا جديدة قبل أن تنفد.",
    passkey: "إضافة مفتاح مرور",
  },
});

/** With so few recovery codes left, new ones are due. */
const CODES_FEW = 2;

/** What is open over the page. */
export type OpenFactor =
  | { readonly kind: "totp" | "remove-totp" | "passkey" | "codes" }
  | { readonly kind: "rename" | "remove"; readonly passkey: Passkey }
  | { readonly kind: "made"; readonly codes: readonly string[] };

/** The second factors of the account. */
export function Factors({ factors }: { readonly factors: FactorsData }) {
  const [open, setOpen] = useState<OpenFactor | null>(null);
  const { totp, passkeys, recovery_codes_left: left } = factors;
  const count = passkeys.length + (totp ? 1 : 0);
  return (
    <Section title={t().title}>
      {count === 0 && (
        <Notice kind="warn" title={t().none}>
          {t().noneText}
        </Notice>
      )}
      {count > 0 && left <= CODES_FEW && (
        <Notice kind="warn" title={t().few}>
          {t().fewText}
        </Notice>
      )}
      <Rows>
        <TotpRow totp={totp} onOpen={setOpen} />
        {passkeys.map((passkey) => (
          <PasskeyRow key={passkey.id} passkey={passkey} onOpen={setOpen} />
        ))}
        {count > 0 && <CodesRow left={left} onOpen={setOpen} />}
      </Rows>
      {canUsePasskeys() && (
        <Button onClick={() => setOpen({ kind: "passkey" })}>{t().passkey}</Button>
      )}
      {open && <Opened open={open} isLast={count === 1} onOpen={setOpen} />}
    </Section>
  );
}

interface OpenedProps {
  readonly open: OpenFactor;
  /** Without the factor the account has none. */
  readonly isLast: boolean;
  readonly onOpen: (open: OpenFactor | null) => void;
}

function Opened({ open, isLast, onOpen }: OpenedProps) {
  const close = () => onOpen(null);
  const showCodes = (codes: readonly string[] | null) =>
    onOpen(codes ? { kind: "made", codes } : null);
  switch (open.kind) {
    case "totp":
      return <SetUpTotp onClose={close} onDone={showCodes} />;
    case "passkey":
      return <AddPasskey onClose={close} onDone={showCodes} />;
    case "codes":
      return <NewCodes onClose={close} onDone={showCodes} />;
    case "made":
      return <RecoveryCodes codes={open.codes} onClose={close} />;
    case "rename":
      return <RenamePasskey passkey={open.passkey} onClose={close} />;
    case "remove":
      return <RemoveFactor passkey={open.passkey} isLast={isLast} onClose={close} />;
    default:
      return <RemoveFactor passkey={null} isLast={isLast} onClose={close} />;
  }
}
