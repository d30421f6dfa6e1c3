import { Button } from "./button.tsx";

interface RowButtonProps {
  /** What it is about, for a screen reader. */
  readonly of: string;
  readonly text: string;
  readonly onClick: () => void;
}

/** A button in a row of a list. */
export function RowButton({ of, text, onClick }: RowButtonProps) {
  return (
    <Button kind="quiet" aria-label={`${text}: ${of}`} onClick={onClick}>
      {text}
    </Button>
  );
}
