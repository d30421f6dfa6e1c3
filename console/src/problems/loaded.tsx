import type { ComponentChildren } from "preact";
import type { Loaded } from "../api/use-data.ts";
import { FailureNotice } from "./failure-notice.tsx";

interface LoadedProps<T> {
  readonly of: Loaded<T>;
  /** The shape of what comes, before the first answer. */
  readonly loading: ComponentChildren;
  readonly children: (data: T) => ComponentChildren;
}

/** Shows data as it arrives: its shape, then itself; and above it, why a reload failed. */
export function WhenLoaded<T>({ of, loading, children }: LoadedProps<T>) {
  const { data, failure, isLoading, reload } = of;
  return (
    <>
      {failure && !isLoading && <FailureNotice failure={failure} onAgain={() => void reload()} />}
      {data !== null ? children(data) : isLoading ? loading : null}
    </>
  );
}
