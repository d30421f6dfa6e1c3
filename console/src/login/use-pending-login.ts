import type { SecondFactorRequired } from "@mahfaza/client";
import { useEffect, useState } from "preact/hooks";
import { forgetPendingLogin, keepPendingLogin, readPendingLogin } from "./pending-login.ts";

interface PendingLoginState {
  /** The second step; null in the first one. */
  readonly challenge: SecondFactorRequired | null;
  /** The second step took too long: the login begins again. */
  readonly isLate: boolean;
  readonly begin: (asked: SecondFactorRequired, isKept: boolean) => void;
  readonly end: (isLate?: boolean) => void;
}

/**
 * The second step of a login, which outlives a reload. It is forgotten when it ends, and when the
 * page of the login is left.
 */
export function usePendingLogin(): PendingLoginState {
  const [found] = useState(() => readPendingLogin(sessionStorage, Date.now()));
  const [challenge, setChallenge] = useState(found === "late" ? null : found);
  const [isLate, setLate] = useState(found === "late");
  useEffect(() => {
    if (found === "late") forgetPendingLogin(sessionStorage);
    return () => forgetPendingLogin(sessionStorage);
  }, []);
  return {
    challenge,
    isLate,
    begin: (asked, isKept) => {
      if (isKept) keepPendingLogin(sessionStorage, asked, Date.now());
      setLate(false);
      setChallenge(asked);
    },
    end: (late = false) => {
      forgetPendingLogin(sessionStorage);
      setLate(late);
      setChallenge(null);
    },
  };
}
