import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./icon.tsx";

interface NoticeProps {
  readonly kind: "warn" | "bad" | "info" | "good";
  readonly title?: string;
  readonly children?: ComponentChildren;
}

const ICONS: Readonly<Record<NoticeProps["kind"], IconName>> = {
  warn: "alert",
  bad: "alert",
  info: "info",
  good: "tick",
};

/** Something to know before going on. A refusal is announced at once. */
export function Notice({ kind, title, children }: NoticeProps) {
  return (
    <div class={`notice notice-${kind}`} role={kind === "bad" ? "alert" : "note"}>
      <Icon name={ICONS[kind]} />
      <div>
        {title && <strong>{title}</strong>}
        {children}
      </div>
    </div>
  );
}
