import { Field } from "../ui/field.tsx";
import { NOTE_LENGTH_MAX } from "./note.ts";

interface NoteFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onValue: (typed: string) => void;
}

/** What the other side is told. */
export function NoteField(props: NoteFieldProps) {
  return <Field {...props} maxLength={NOTE_LENGTH_MAX} autocomplete="off" />;
}
