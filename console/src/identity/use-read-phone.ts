import { useEffect, useState } from "preact/hooks";
import type { ReadPhone } from "./read-phone.ts";

/**
 * What a typed phone was understood as; null while that is not known. The list of all countries'
 * numbers is loaded when somebody types one, and not with the page.
 */
export function useReadPhone(typed: string): ReadPhone | null {
  const [read, setRead] = useState<ReadPhone | null>(null);
  useEffect(() => {
    let isCurrent = true;
    if (typed === "") setRead(null);
    else {
      void import("./read-phone.ts").then(
        ({ readPhone }) => isCurrent && setRead(readPhone(typed)),
        // Without the list nothing is known: the service reads the number in any case.
        () => isCurrent && setRead(null),
      );
    }
    return () => {
      isCurrent = false;
    };
  }, [typed]);
  return read;
}
