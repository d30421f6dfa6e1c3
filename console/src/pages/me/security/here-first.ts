import type { ActiveSession } from "@mahfaza/client";

/** The session of this device, then the others in the order of the service: the last seen first. */
export function hereFirst<S extends Pick<ActiveSession, "is_current">>(
  sessions: readonly S[],
): readonly S[] {
  const isHere = ({ is_current }: S) => is_current;
  return [...sessions.filter(isHere), ...sessions.filter((each) => !isHere(each))];
}
