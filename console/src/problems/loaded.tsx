import type { ComponentChildren, ComponentType } from "preact";
import type { Failure } from "../api/answer.ts";
import type { Loaded } from "../api/use-data.ts";
import { FailureNotice } from "./failure-notice.tsx";

export interface LoadedProps<T> {
  readonly of: Loaded<T>;
  /** The shape of what comes, before the first answer. */
  readonly loading: ComponentChildren;
  readonly children: (data: T) => ComponentChildren;
  /** Shows why a load failed, if not in the general words. */
  readonly failed?: ComponentType<{ readonly failure: Failure; readonly onAgain: () => void }>;
}

/** Shows data as it arrives: its shape, then itself; and above it, why a reload failed. */
export function WhenLoaded<T>(props: LoadedProps<T>) {
  const { loading, children, failed: Failed = FailureNotice } = props;
  const { data, failure, isLoading, reload } = props.of;
  return (
    <>
      {failure && !isLoading && <Failed failure={failure} onAgain={() => void reload()} />}
      {data !== null ? children(data) : isLoading ? loading : null}
    </>
  );
}
