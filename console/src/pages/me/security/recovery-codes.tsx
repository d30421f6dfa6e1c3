import { useState } from "preact/hooks";
import { words } from "../../../i18n/words.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { codesText } from "./codes-text.ts";

const t = words({
  en: {
    title: "Keep your recovery codes",
    text: "They are shown only now. Each one opens your account once, if you lose your phone or passkey. Keep them away from your phone.",
    heading: "Mahfaza: recovery codes, each works once",
    file: "mahfaza-recovery-codes.txt",
    copy: "Copy",
    copied: "Copied",
    print: "Print",
    save: "Save as a file",
    done: "I have saved them",
  },
  ar: {
    title: "احتفظ برموز الاسترداد",
    text: "تظهر الآن فقط. يفتح كل رمز حسابك مرة واحدة إذا فقدت هاتفك أو مفتاح المرور. احفظها بعيدًا عن هاتفك.",
    heading: "محفظة: رموز الاسترداد، يصلح كل منها مرة واحدة",
    file: "mahfaza-recovery-codes.txt",
    copy: "نسخ",
    copied: "نُسخت",
    print: "طباعة",
    save: "حفظ في ملف",
    done: "تم حفظها",
  },
});

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onClose: () => void;
}

/** New recovery codes, shown once: neither Escape nor a stray tap closes them. */
export function RecoveryCodes({ codes, onClose }: RecoveryCodesProps) {
  const [isCopied, setCopied] = useState(false);
  const text = codesText(t().heading, codes);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <Dialog title={t().title} onClose={onClose} isFirm>
      <p>{t().text}</p>
      <ol class="codes">
        {codes.map((code) => (
          <li key={code}>
            <bdi class="num">{code}</bdi>
          </li>
        ))}
      </ol>
      <div class="buttons no-print">
        <Button onClick={() => void copy()}>{isCopied ? t().copied : t().copy}</Button>
        <Button onClick={() => print()}>{t().print}</Button>
        <Button onClick={() => download(text, t().file)}>{t().save}</Button>
      </div>
      <p class="visually-hidden" role="status">
        {isCopied ? t().copied : ""}
      </p>
      <div class="no-print stack">
        <Button kind="main" onClick={onClose}>
          {t().done}
        </Button>
      </div>
    </Dialog>
  );
}

function download(text: string, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
